/** What is due or still open, and what is known of it since. */
import { Link } from 'wouter';
import type { Due } from '../../../../src/record/dossier/page.js';
import { counted, dayWords, toldBy } from '../../../../src/record/dossier/words.js';
import { Day, DayText } from '../../piece/day.js';
import { StatusBadge } from '../../piece/status.js';
import { routes, toHappening } from '../../route.js';
import { NoneTold, Part } from './part.js';
import { Quoted } from './quote.js';

export const DueList = ({ due, today }: { readonly due: readonly Due[]; readonly today: string }) => (
  <Part
    id="due"
    intro={
      <>
        Planned, demanded or made to depend on something; as of <Day day={today} />. The{' '}
        <Link href={routes.calendar}>calendar</Link> has it for all dossiers.
      </>
    }
  >
    {due.length === 0 ? <NoneTold /> : null}
    <ol className="lines">
      {due.map((each) => (
        <li key={each.id}>
          <DueLine due={each} />
        </li>
      ))}
    </ol>
  </Part>
);

const DueLine = ({ due }: { readonly due: Due }) => (
  <article className="entry">
    <p className="entry-day">
      <DayText when={due.when} />
    </p>
    <div className="entry-body">
      <h3 className="entry-title">
        <Link href={toHappening(due.id)}>{due.title}</Link>
      </h3>
      <p className="entry-facts">
        <StatusBadge status={due.status} />
        <span>{toldBy(due.reports, due.sources)}</span>
      </p>
      <Quoted quote={due.quote} />
      <Since due={due} />
    </div>
  </article>
);

function Since({ due: { outcome, perhaps } }: { readonly due: Due }) {
  if (perhaps !== undefined) {
    return (
      <p className="aside-line">
        <span className="aside-label">Perhaps</span>{' '}
        <Link href={toHappening(perhaps.id)}>{perhaps.title}</Link>
        {perhaps.day === undefined ? ', day not told' : `, ${dayWords(perhaps.day)}`}; the record does not
        link the two
      </p>
    );
  }
  switch (outcome.kind) {
    case 'due':
      return (
        <p className="aside-line">
          <span className="aside-label">Still to come</span>
        </p>
      );
    case 'no-further-word':
      return (
        <p className="aside-line">
          <span className="aside-label">No further word</span> in {counted(outcome.reports, 'later report')}{' '}
          of the outlets that told of it, read up to <Day day={outcome.until} />
        </p>
      );
    case 'not-read-since':
      return (
        <p className="aside-line">
          <span className="aside-label">Not read since</span> the outlets that told of it: silence says
          nothing
        </p>
      );
    default:
      return null;
  }
}
