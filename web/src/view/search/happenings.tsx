import { usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { Happening } from '../../api/types.js';
import { HappeningLine } from '../../piece/happening-line.js';
import { Listed } from '../../piece/listed.js';
import { NothingFound } from './found.js';
import { Highlighted } from './highlighted.js';

interface FoundProps {
  readonly params: Params;
  readonly words?: string | undefined;
}

/** Also the lists of other views: happenings that a filter leaves, page by page. */
export function HappeningsFound({ params, words }: FoundProps) {
  const pages = usePages<Happening>('/happenings', params);
  const marked =
    words === undefined ? {} : { mark: (text: string) => <Highlighted text={text} words={words} /> };
  return (
    <Listed pages={pages} what="happenings" empty={<NothingFound what="happenings" />}>
      {(rows) => (
        <ol>
          {rows.map((happening) => (
            <li key={happening.id}>
              <HappeningLine happening={happening} {...marked} />
            </li>
          ))}
        </ol>
      )}
    </Listed>
  );
}
