/** Where the report contradicts itself. */
import type { OneReport } from '../../api/types.js';
import type { Context } from './detail/context.js';

export function Notes({ one: { reading }, context }: { readonly one: OneReport; readonly context: Context }) {
  if (reading.notes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="notes-title">
      <h2 id="notes-title">Oddities in the report</h2>
      <ul className="notes">
        {reading.notes.map(({ kind, message, spans }) => (
          <li key={`${kind} ${message}`}>
            <p>{message}</p>
            {spans.length === 0 ? null : (
              <p className="faint small">
                {spans.map((span) => `“${context.names.text(span)}”`).join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
