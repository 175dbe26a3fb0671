import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import { usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { ReportRow } from '../../api/types.js';
import { Day } from '../../piece/day.js';
import { Listed } from '../../piece/listed.js';
import { toReport } from '../../route.js';
import { NothingFound } from './found.js';
import { HitLine, Hits } from './hits.js';

interface FoundProps {
  readonly params: Params;
  readonly words: string | undefined;
}

/** By words the best sentence of each, else the newest. */
export function ReportsFound({ params, words }: FoundProps) {
  if (words === undefined) return <Newest params={params} />;
  return (
    <Hits params={params} only="report">
      {(hit) => (
        <HitLine
          hit={hit}
          title={
            <h3 className="entry-title">
              <Link href={toReport(hit.article, hit.span)}>{hit.headline || 'Without a headline'}</Link>
            </h3>
          }
        />
      )}
    </Hits>
  );
}

function Newest({ params }: { readonly params: Params }) {
  const pages = usePages<ReportRow>('/reports', params);
  return (
    <Listed pages={pages} what="reports" empty={<NothingFound what="reports" />}>
      {(rows) => (
        <ol>
          {rows.map((report) => (
            <li key={report.id}>
              <Line report={report} />
            </li>
          ))}
        </ol>
      )}
    </Listed>
  );
}

function Line({
  report: { id, headline, outlet, agency, day, events, statements },
}: {
  readonly report: ReportRow;
}) {
  return (
    <article className="entry">
      <p className="entry-day">{day === undefined ? 'Day not told' : <Day day={day} />}</p>
      <div className="entry-body">
        <h3 className="entry-title">
          <Link href={toReport(id)}>{headline || 'Without a headline'}</Link>
        </h3>
        <p className="entry-facts">
          <span>{outlet ?? agency ?? 'No outlet named'}</span>
          <span>
            {counted(events, 'event')}, {counted(statements, 'statement')}
          </span>
        </p>
      </div>
    </article>
  );
}
