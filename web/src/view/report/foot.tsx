/** Copies of the report, where it was found, and what read it. */
import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import type { OneReport, ReportRow } from '../../api/types.js';
import { Day, Moment } from '../../piece/day.js';
import { toReport } from '../../route.js';

export const Foot = ({ one: { report, reading, copies } }: { readonly one: OneReport }) => (
  <>
    <section className="section" aria-labelledby="copies-title">
      <h2 id="copies-title">Copies</h2>
      {copies.length === 0 ? (
        <p className="faint">No other report in the record is the same text or copies the same agency.</p>
      ) : (
        <>
          <p className="kicker">
            {counted(report.copies, 'other report')} of one text or one agency: together they count as one
            source.
          </p>
          <ul className="copies">
            {copies.map((copy) => (
              <Copy key={copy.id} copy={copy} />
            ))}
          </ul>
        </>
      )}
    </section>
    <section className="section" aria-labelledby="made-title">
      <h2 id="made-title">How it was read</h2>
      <dl className="read-facts">
        {[
          ['Found at', report.origin],
          ['Filed', <Moment key="filed" at={report.filed} />],
          ['Program', reading.made.program],
          ['Model', reading.made.model],
          ['Data', reading.made.data],
        ].map(([label, value]) => (
          <div key={String(label)}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  </>
);

const Copy = ({ copy: { id, headline, outlet, day } }: { readonly copy: ReportRow }) => (
  <li>
    <Link href={toReport(id)}>{headline}</Link>{' '}
    <span className="faint">
      {outlet}
      {day === undefined ? null : (
        <>
          , <Day day={day} />
        </>
      )}
    </span>
  </li>
);
