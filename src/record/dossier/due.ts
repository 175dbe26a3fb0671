/** What was planned, demanded or made to depend on something, and has not been seen to come about. */
import type { Due as Awaited } from '../ask/calendar.js';
import type { Evidence } from '../ask/cite.js';
import { given, type Happening } from '../ask/happening.js';
import { grouped } from '../merge/grouped.js';
import type { Cites } from './cites.js';
import { bestQuote, isOpen } from './course.js';
import type { Due } from './page.js';

/**
 * Those that the record links to what came of them are left out: they stand under it. One title on one day is one line,
 * however many happenings the record keeps apart. The earliest first, those of no told day last.
 */
export function dueOf(awaited: readonly Awaited[], happenings: readonly Happening[], cites: Cites): Due[] {
  const done = happenings.filter(({ status, background }) => !background && !isOpen(status));
  const open = awaited.filter(({ background, outcome }) => !background && !('happening' in outcome));
  const same = grouped(open, ({ title, when }) => `${title} ${when?.from} ${when?.to}`);
  const evidence = new Map(happenings.map((each) => [each.id, each.evidence ?? []]));
  const lines = [...same.values()].map((rows) =>
    dueLine(
      rows.map((row) => ({ ...row, evidence: evidence.get(row.id) ?? [] })),
      done,
      cites,
    ),
  );
  return [
    ...lines.filter(({ when }) => when !== undefined),
    ...lines.filter(({ when }) => when === undefined),
  ];
}

type Cited = Awaited & { readonly evidence: readonly Evidence[] };

function dueLine(rows: readonly Cited[], done: readonly Happening[], cites: Cites): Due {
  const first = rows[0] as Cited;
  const { id, title, status, when, outcome } = first;
  const articles = new Set(rows.flatMap(({ evidence }) => evidence.map(({ article }) => article)));
  const perhaps = done.find((each) => rows.some((row) => maybe(row, each)));
  return {
    id,
    title,
    status,
    ...given('when', when),
    quote: bestQuote(first, cites),
    reports: articles.size,
    sources: new Set([...articles].map(cites.lineageOf)).size,
    outcome: outcome as Due['outcome'],
    ...given(
      'perhaps',
      perhaps && {
        id: perhaps.id,
        title: perhaps.title,
        ...given('day', perhaps.when?.from ?? perhaps.firstDay),
      },
    ),
  };
}

/** Days within which a plan without its day may have come about. */
const REACH = 92;
/** Days by which a plan may have slipped. */
const SLIP = 3;

/** The same act by the same people in the same country, in its time: enough to point at, not to link. */
function maybe(plan: Awaited, done: Happening): boolean {
  const people = peopleOf(plan);
  const others = new Set(peopleOf(done));
  return (
    plan.type === done.type &&
    people.length > 0 &&
    people.every((form) => others.has(form)) &&
    plan.countries.every((country) => done.countries.includes(country)) &&
    isThere(plan, done) &&
    inTime(plan, done)
  );
}

/** In the country that it was planned for, as far as is told; a plan without its day has little else to be known by. */
const isThere = ({ where: planned, when }: Happening, { where }: Happening): boolean =>
  where === undefined
    ? when !== undefined || planned === undefined
    : planned?.country === undefined || planned.country === where.country;

const peopleOf = ({ actors, recipients }: Happening): string[] =>
  [...actors, ...recipients].filter(({ kind }) => kind === 'person').map(({ form }) => form);

function inTime({ when: due, firstDay: told }: Happening, { when, firstDay }: Happening): boolean {
  // Nothing is known against it.
  if (when === undefined && firstDay === undefined) return true;
  const [from, to] = [when?.from ?? firstDay ?? '', when?.to ?? firstDay ?? ''];
  if (due !== undefined) return from < later(due.to, SLIP) && to > due.from;
  return told !== undefined && from >= told && from <= later(told, REACH);
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
