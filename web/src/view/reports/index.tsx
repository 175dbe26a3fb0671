/** Reports, the newest first. */
import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import { rowsOf, useReports } from '../../api/questions.js';
import type { ReportRow } from '../../api/types.js';
import { Day } from '../../piece/day.js';
import { More } from '../../piece/more.js';
import { useNew } from '../../piece/new.js';
import { Empty, Failed, Loading } from '../../piece/state.js';
import { routes, toReport } from '../../route.js';
import { PageTitle } from '../../shell/title.js';

export default function Reports() {
  const pages = useReports();
  const rows = rowsOf(pages.data);
  const isNew = useNew('reports', pages.data === undefined ? undefined : rows.map(({ id }) => id));
  return (
    <div className="folio">
      <PageTitle>Reports</PageTitle>
      {pages.data === undefined ? (
        pages.error === null ? (
          <Loading what="the list of reports" />
        ) : (
          <Failed error={pages.error} retry={() => void pages.refetch()} />
        )
      ) : (
        <>
          {rows.length === 0 ? <NoneYet /> : null}
          <ol className="lines section">
            {rows.map((row) => (
              <li key={row.id}>
                <ReportLine report={row} isNew={isNew(row.id)} />
              </li>
            ))}
          </ol>
          <More pages={pages} shown={rows.length} what="reports" />
        </>
      )}
    </div>
  );
}

const NoneYet = () => (
  <Empty title="No report has been read yet">
    <p>
      <Link href={routes.add}>Add reports</Link> and they stand here, the newest first.
    </p>
  </Empty>
);

function ReportLine({ report, isNew }: { readonly report: ReportRow; readonly isNew: boolean }) {
  const { id, headline, outlet, agency, origin, day, events, statements, copies, correction, superseded } =
    report;
  return (
    <article className="entry">
      <p className="entry-day">{day === undefined ? 'Day not told' : <Day day={day} />}</p>
      <div className="entry-body">
        <h2 className="entry-title">
          <Link href={toReport(id)}>{headline || 'A report without a headline'}</Link>
          {isNew ? <span className="new"> new</span> : null}
        </h2>
        <p className="entry-facts">
          <span>{outlet ?? agency ?? origin}</span>
          <span>
            {counted(events, 'event')}, {counted(statements, 'statement')}
          </span>
          {copies === 0 ? null : <span>{counted(copies, 'other')} of the same text or agency</span>}
          {correction ? <span>corrects an earlier report</span> : null}
          {superseded === undefined ? null : <span className="disputed">replaced by a later version</span>}
        </p>
      </div>
    </article>
  );
}
