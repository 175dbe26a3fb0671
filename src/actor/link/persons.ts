/** Persons by name: full names first, then what only repeats a part of one. */
import type { LogEntry } from '../../log.js';
import { differByOne } from '../../spelling.js';
import type { Of } from '../find/index.js';
import type { Cast, Member } from './cast.js';
import type { SpanOf } from './gather.js';
import { nameKey } from './handles.js';

type Person = Of<'person'>;
type Settle = (mention: Person, member: Member) => void;

export function takePersons(
  cast: Cast,
  persons: readonly Person[],
  settleMention: Settle,
  log: LogEntry[],
  spanOf: SpanOf,
): void {
  const settle: Settle = (mention, member) => {
    settleMention(mention, member);
    cast.name(member, mention.name);
    if (mention.gender !== undefined) member.gender ??= mention.gender;
    for (const role of mention.roles) cast.hold(member, role);
  };
  const make = () => cast.add({ kind: 'person', sectors: [] });
  const full = persons.filter(({ name, sure }) => name.length > 1 && sure);
  for (const mention of full) settle(mention, sole(cast, mention) ?? make());
  // `Mr. Lis` and `President Lis` before `Lis`: what the title says tells which of the family it is.
  const rest = persons.filter(({ name, sure }) => name.length === 1 || !sure);
  for (const mention of rest.filter(({ roles }) => roles.length > 0))
    settle(mention, fitting(cast.bearersOf(mention.name), mention) ?? sole(cast, mention) ?? make());
  const known = new ShortNames();
  for (const mention of rest.filter(({ roles }) => roles.length === 0)) {
    const bearers = known.of(mention, byLastName(cast, mention));
    const [bearer] = bearers;
    if (bearers.length > 1) log.push(ambiguous(mention, bearers.length, spanOf));
    else if (bearer !== undefined) settle(known.keep(mention, bearer), bearer);
    else if (mention.sure) settle(mention, misspelt(full, cast, mention) ?? make());
  }
}

/** Letters of a surname that is known again though one of them is wrong: shorter ones are too many's. */
const LONG = 6;

/** `Zakariya`, in a report on Rashid Zakaria: the one person whose last name is one letter away. */
function misspelt(full: readonly Person[], cast: Cast, mention: Person): Member | undefined {
  const [word = ''] = mention.name;
  if (mention.name.length !== 1 || word.length < LONG) return undefined;
  const alike = full.slice(0, MOST).filter(({ name }) => {
    const last = name.at(-1) ?? '';
    return last[0] === word[0] && last.length >= LONG && differByOne(last, word);
  });
  const bearers = new Set(alike.flatMap((each) => cast.bearersOf(each.name)));
  const [bearer] = bearers;
  return bearers.size === 1 && bearer !== undefined && agrees(bearer, mention) ? bearer : undefined;
}

const OFTEN = 3;

/** More are not counted. */
const MOST = 60;

const countBefore = ({ mentions }: Member, { from }: Person): number =>
  mentions.slice(0, MOST).filter((mention) => mention.from < from).length;

/** `Kim`, once it has stood for the one Kim named so far, goes on to do so when another Kim is named. */
class ShortNames {
  readonly #bearers = new Map<string, Member>();

  of(mention: Person, bearers: readonly Member[]): readonly Member[] {
    if (bearers.length < 2) return bearers;
    const kept = this.#bearers.get(nameKey(mention.name));
    if (kept !== undefined && bearers.includes(kept)) return [kept];
    const before = bearers.filter((bearer) => countBefore(bearer, mention) > 0);
    if (before.length === 1) return before;
    // One of them is named all the time.
    const counted = before.map((bearer) => ({ bearer, count: countBefore(bearer, mention) }));
    const [first, second] = counted.sort((a, b) => b.count - a.count);
    return first && second && first.count >= second.count * OFTEN ? [first.bearer] : bearers;
  }

  keep(mention: Person, bearer: Member): Person {
    this.#bearers.set(nameKey(mention.name), bearer);
    return mention;
  }
}

/** Who bears it as last name, else who bears it at all: `Kim` is rather Jane Kim than Kim Novak. */
function byLastName(cast: Cast, mention: Person): readonly Member[] {
  const all = cast.bearersOf(mention.name).filter((bearer) => agrees(bearer, mention));
  const key = nameKey(mention.name);
  const last = all.filter(({ names }) => [...names].some((name) => name === key || name.endsWith(` ${key}`)));
  return last.length > 0 ? last : all;
}

/** The one person of the full name. */
function sole(cast: Cast, mention: Person): Member | undefined {
  const bearers = cast.bearersOf(mention.name).filter((bearer) => agrees(bearer, mention));
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** `Mrs. Lis` isn't `Jan Lis`, whom the report calls he. */
const agrees = (bearer: Member, { gender }: Person): boolean =>
  gender === undefined || bearer.gender === undefined || gender === bearer.gender;

/** Of several of one surname, the one who holds the office that is named with it. */
function fitting(bearers: readonly Member[], { roles }: Person): Member | undefined {
  const offices = new Set(roles.map(({ row }) => row.id));
  const fit = bearers.filter((bearer) => [...bearer.held.values()].some(({ row }) => offices.has(row.id)));
  return fit.length === 1 ? fit[0] : undefined;
}

const ambiguous = (mention: Person, count: number, spanOf: SpanOf): LogEntry => ({
  code: 'actor/ambiguous-name',
  stage: 'actor',
  message: `'${mention.name.join(' ')}' may be any of ${count} persons in the report.`,
  span: spanOf(mention.from, mention.to),
});
