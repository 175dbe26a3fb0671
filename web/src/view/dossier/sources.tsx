/** Every report that the dossier stands on, by number; reports that copy each other stand together. */
import { Link } from 'wouter';
import type { SourceGroup, SourceReport } from '../../../../src/record/dossier/page.js';
import { counted } from '../../../../src/record/dossier/words.js';
import { Day } from '../../piece/day.js';
import { toReport } from '../../route.js';
import { NoneTold, Part } from './part.js';

export const SourceList = ({ sources }: { readonly sources: readonly SourceGroup[] }) => (
  <Part
    id="sources"
    intro="Reports that are one text or copy one agency count as one source and stand together."
  >
    {sources.length === 0 ? <NoneTold /> : null}
    <ol className="sources">
      {sources.map((group) => (
        <li key={group.reports[0]?.number} className={group.reports.length > 1 ? 'lineage' : undefined}>
          {group.reports.length > 1 ? (
            <p className="kicker">
              {group.agency === undefined ? 'One text' : `Copies of ${group.agency}`}:{' '}
              {counted(group.reports.length, 'report')}, counted once
            </p>
          ) : null}
          {group.reports.map((report) => (
            <OneSource key={report.number} report={report} />
          ))}
        </li>
      ))}
    </ol>
  </Part>
);

const OneSource = ({ report }: { readonly report: SourceReport }) => {
  const { number, article, outlet, day, headline, correction, replacedBy, url } = report;
  return (
    <p className="source" id={`source-${number}`}>
      <span className="number">{number}</span>
      <span>
        {outlet}
        {day === undefined ? null : (
          <>
            , <Day day={day} />
          </>
        )}
        {': '}
        <Link href={toReport(article)}>{headline}</Link>
        {correction ? <span className="note"> corrects an earlier report</span> : null}
        {replacedBy === undefined ? null : <span className="note"> replaced by [{replacedBy}]</span>}
        {url === undefined ? null : <span className="only-print"> {url}</span>}
      </span>
    </p>
  );
};
