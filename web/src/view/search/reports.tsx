import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import { rowsOf, usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { ReportRow } from '../../api/types.js';
import { Day } from '../../piece/day.js';
import { More } from '../../piece/more.js';
import { Failed, Loading } from '../../piece/state.js';
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
              <Link href={toReport(hit.article, hit.span)}>{hit.headline}</Link>
            </h3>
          }
        />
      )}
    </Hits>
  );
}

function Newest({ params }: { readonly params: Params }) {
  const pages = usePages<ReportRow>('/reports', params);
  const rows = rowsOf(pages.data);
  if (pages.data === undefined) {
    return pages.error === null ? (
      <Loading what="the reports" />
    ) : (
      <Failed error={pages.error} retry={() => void pages.refetch()} />
    );
  }
  if (rows.length === 0) return <NothingFound what="reports" />;
  return (
    <>
      <ol>
        {rows.map(({ id, headline, outlet, agency, day, events, statements }) => (
          <li key={id}>
            <article className="entry">
              <p className="entry-day">{day === undefined ? 'Day not told' : <Day day={day} />}</p>
              <div className="entry-body">
                <h3 className="entry-title">
                  <Link href={toReport(id)}>{headline}</Link>
                </h3>
                <p className="entry-facts">
                  <span>{outlet ?? agency ?? 'No outlet named'}</span>
                  <span>
                    {counted(events, 'event')}, {counted(statements, 'statement')}
                  </span>
                </p>
              </div>
            </article>
          </li>
        ))}
      </ol>
      <More pages={pages} shown={rows.length} what="reports" />
    </>
  );
}
