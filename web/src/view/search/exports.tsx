import { addressOf, type Params } from '../../api/client.js';
import type { Question } from './question.js';

/** All that was found, not only what is shown, as files. */
export function Exports({ question, params }: { readonly question: Question; readonly params: Params }) {
  if (question.formats.length === 0) return null;
  return (
    <p className="exports">
      All of these {question.label.toLowerCase()} as a file:{' '}
      {question.formats.map(([format, label], at) => (
        <span key={format}>
          {at > 0 && ' · '}
          <a href={addressOf(`/export/${question.key}`, { ...params, format })} download>
            {label}
          </a>
        </span>
      ))}
    </p>
  );
}
