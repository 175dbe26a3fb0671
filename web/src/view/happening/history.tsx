/** How its status was told from day to day, what it came of, and what came of it. */
import { Link } from 'wouter';
import { counted, listed } from '../../../../src/record/dossier/words.js';
import type { Evidence, Link as Follow, OneHappening } from '../../api/types.js';
import { Day, DayText } from '../../piece/day.js';
import { StatusBadge } from '../../piece/status.js';
import { toHappening } from '../../route.js';
import { followWords } from '../../words/codes.js';

interface Step {
  readonly status: string;
  readonly first: Evidence;
  readonly last: Evidence;
  readonly outlets: readonly string[];
  readonly reports: number;
}

export function History({ one: { happening, follows, followed } }: { readonly one: OneHappening }) {
  const steps = stepsOf((happening.evidence ?? []).filter(({ rejected }) => !rejected));
  return (
    <section className="section" aria-labelledby="history-title">
      <h2 id="history-title">How it came about</h2>
      <ol className="steps">
        {follows.map((each) => (
          <Followed key={each.happening.id} link={each} words={followWords[each.kind].plan} />
        ))}
        {steps.map((step) => (
          <li key={`${step.status} ${step.first.event}`}>
            <p className="entry-day">
              {step.first.day === undefined ? 'Day of printing not told' : <Day day={step.first.day} />}
              {step.last.day === undefined || step.last.day === step.first.day ? null : (
                <>
                  {' to '}
                  <Day day={step.last.day} />
                </>
              )}
            </p>
            <p>
              <StatusBadge status={step.status} />{' '}
              <span className="faint">
                {counted(step.reports, 'report')}: {listed(step.outlets)}
              </span>
            </p>
          </li>
        ))}
        {followed.map((each) => (
          <Followed key={each.happening.id} link={each} words={followWords[each.kind].came} />
        ))}
      </ol>
    </section>
  );
}

const Followed = ({ link: { happening }, words }: { readonly link: Follow; readonly words: string }) => (
  <li>
    <p className="entry-day">
      <DayText when={happening.when} printed={happening.firstDay} />
    </p>
    <p>
      <em>{words}</em>: <Link href={toHappening(happening.id)}>{happening.title}</Link>
    </p>
  </li>
);

const OUTLETS = 4;

/** One after the other told of the same status are one step. */
function stepsOf(evidence: readonly Evidence[]): Step[] {
  const steps: { status: string; all: Evidence[] }[] = [];
  for (const each of evidence) {
    const last = steps.at(-1);
    if (last?.status === each.status) last.all.push(each);
    else steps.push({ status: each.status, all: [each] });
  }
  return steps.flatMap(({ status, all }) => {
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    const outlets = [...new Set(all.map(({ outlet, headline }) => outlet ?? headline))];
    const more = outlets.length > OUTLETS ? [counted(outlets.length - OUTLETS, 'other')] : [];
    return [
      {
        status,
        first,
        last,
        outlets: [...outlets.slice(0, OUTLETS), ...more],
        reports: new Set(all.map(({ article }) => article)).size,
      },
    ];
  });
}
