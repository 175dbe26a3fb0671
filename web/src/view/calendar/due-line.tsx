import { Link } from 'wouter';
import { counted, dayWords, toldBy } from '../../../../src/record/dossier/words.js';
import type { CalendarEntry, Outcome } from '../../api/types.js';
import { Citation, reportOf } from '../../piece/citation.js';
import { DayText } from '../../piece/day.js';
import { StatusBadge } from '../../piece/status.js';
import { toHappening } from '../../route.js';
import { followWords } from '../../words/codes.js';
import { untilWords } from './days.js';

export function DueLine({ due, today }: { readonly due: CalendarEntry; readonly today: string }) {
  const { id, title, when, firstDay, where, status, reports, sources, outcome, cite, sentence } = due;
  const until = when === undefined ? undefined : untilWords(when.from, today);
  return (
    <article className="entry">
      <p className="entry-day">
        <DayText when={when} printed={firstDay} />
        {until !== undefined && <span className="due-until">{until}</span>}
      </p>
      <div className="entry-body">
        <h3 className="entry-title">
          <Link href={toHappening(id)}>{title}</Link>
          {where !== undefined && !title.includes(where.name) && (
            <span className="entry-where">, {where.name}</span>
          )}
        </h3>
        <p className="entry-facts">
          <StatusBadge status={status} />
          <span>{toldBy(reports, sources)}</span>
        </p>
        <OutcomeLine outcome={outcome} />
        {cite === undefined ? (
          <p>{sentence}</p>
        ) : (
          <Citation report={reportOf(cite)}>{cite.sentence}</Citation>
        )}
      </div>
    </article>
  );
}

function OutcomeLine({ outcome }: { readonly outcome: Outcome }) {
  if ('happening' in outcome) {
    const { happening, kind } = outcome;
    return (
      <p className={`outcome ${kind}`}>
        {followWords[kind].came}: <Link href={toHappening(happening.id)}>{happening.title}</Link>
        {happening.when !== undefined && (
          <>
            , <DayText when={happening.when} />
          </>
        )}
      </p>
    );
  }
  if (outcome.kind === 'no-further-word') {
    const reports = outcome.reports >= 100 ? '100 or more reports' : counted(outcome.reports, 'report');
    return (
      <p className="outcome silent">
        No further word of it in {reports} of the same outlets until {dayWords(outcome.until)}.
      </p>
    );
  }
  if (outcome.kind === 'not-read-since') {
    return (
      <p className="outcome silent">Its outlets were not read since: what came of it is not known here.</p>
    );
  }
  return null;
}
