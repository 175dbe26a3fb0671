import { Link } from 'wouter';
import { useAnswer } from '../../api/answer.js';
import type { OneReport } from '../../api/types.js';
import { Answered } from '../../piece/state.js';
import { toReport } from '../../route.js';
import { ReadingShown } from './reading.js';

/** What was read of a report, each event with the happening that it is part of. */
export function FiledReading({ id }: { readonly id: string }) {
  const query = useAnswer<OneReport>(`/reports/${encodeURIComponent(id)}`);
  return (
    <Answered query={query} what="the report">
      {({ report, reading, events }) => (
        <>
          <ReadingShown
            reading={reading}
            article={report.id}
            happenings={new Map(events.map((event) => [event.index, event]))}
          />
          <p className="acts">
            <Link className="button" href={toReport(report.id)}>
              The report with all that was read
            </Link>
          </p>
        </>
      )}
    </Answered>
  );
}
