/** Who is who: the mentions of all sentences become actors. */
import type { LogEntry, Note } from '../log.js';
import type { Span } from '../span.js';
import { Cast, type Member, nameKey } from './cast.js';
import type { OfficeRow } from './lexicon.js';
import type { Mention, RoleRead } from './mention.js';
import type { Around } from './read.js';
import { takeReferences } from './refer.js';

type Of<Is extends Mention['is']> = Extract<Mention, { is: Is }>;

export interface Gathered {
  readonly members: readonly Member[];
  readonly log: readonly LogEntry[];
  readonly notes: readonly Note[];
}

/**
 * Names first, then surnames, then offices: a headline has "Japan's FM" before the report says who that is.
 * `spanOf` turns a range of words into a span of the text.
 */
export function gather(
  mentions: readonly Mention[],
  { scan, tables: { states, lexicon } }: Around,
  spanOf: SpanOf,
): Gathered {
  const { offices } = lexicon;
  const cast = new Cast();
  const log: LogEntry[] = [];
  const notes: Note[] = [];
  const settled = new Map<Mention, Member>();
  for (const mention of mentions) {
    const member = namedMember(cast, mention);
    if (member === undefined) continue;
    member.mentions.push(mention);
    settled.set(mention, member);
  }
  const persons = mentions.filter((mention) => mention.is === 'person');
  takePersons(cast, persons, settled, log, spanOf);
  takeCounterparts(cast, mentions, settled);
  for (const mention of mentions)
    if (mention.is === 'office') takeOffice(cast, mention, settled, offices, notes, spanOf);
  takeReferences(cast, mentions, settled, { scan, states, lexicon });
  return { members: cast.members.filter((member) => member.mentions.length > 0), log, notes };
}

/** States, peoples, bodies, groups: they are who they are called. */
function namedMember(cast: Cast, mention: Mention): Member | undefined {
  if (mention.is === 'state') {
    const { country } = mention;
    return cast.keyed(`state ${country}`, () => ({ kind: 'state', country, sectors: [] }));
  }
  if (mention.is === 'people') {
    const { country } = mention;
    return cast.keyed(`people ${country}`, () => ({ kind: 'people', country, sectors: [] }));
  }
  if (mention.is === 'body') {
    const { key, kind, sectors, country, name } = mention;
    const made = {
      kind,
      sectors,
      ...(country !== undefined && { country }),
      ...(name !== undefined && { name }),
    };
    return cast.keyed(`body ${key}`, () => made);
  }
  if (mention.is === 'group') {
    const { row, country, countries } = mention;
    const made = {
      kind: row.kind,
      sectors: [row.sector],
      ...(country !== undefined && { country }),
      ...(countries !== undefined && { countries }),
    };
    return cast.keyed(`${row.id} ${country ?? countries?.join(' ') ?? ''}`, () => made);
  }
  return undefined;
}

type SpanOf = (from: number, to: number) => Span;

/** Full names, then what only repeats a part of one. Runs that nothing makes a person are dropped. */
function takePersons(
  cast: Cast,
  persons: readonly Of<'person'>[],
  settled: Map<Mention, Member>,
  log: LogEntry[],
  spanOf: SpanOf,
): void {
  const settle = (mention: Of<'person'>, member: Member) => {
    member.mentions.push(mention);
    cast.name(member, mention.name);
    for (const role of mention.roles) cast.hold(member, role);
    settled.set(mention, member);
  };
  const make = () => cast.add({ kind: 'person', sectors: [] });
  const full = persons.filter(({ name }) => name.length > 1);
  const short = persons.filter(({ name }) => name.length === 1);
  for (const mention of full.filter(({ sure }) => sure)) settle(mention, sole(cast, mention) ?? make());
  const acting = [...short, ...full].filter(({ shape }) => shape === 'acting');
  const again = new Set(short.filter(({ shape }) => shape !== 'other').map(({ name }) => nameKey(name)));
  const acts = new Set(acting.map(({ name }) => lastKey(name)));
  for (const mention of full) {
    // Called again by its last word alone, as persons are.
    const key = lastKey(mention.name);
    const recalled = !mention.sure && mention.shape !== 'other' && again.has(key) && acts.has(key);
    if (recalled) settle(mention, sole(cast, mention) ?? make());
  }
  const titled = short.filter(({ sure }) => sure);
  for (const mention of titled) {
    const bearers = cast.bearersOf(mention.name);
    const [bearer] = bearers;
    if (bearer === undefined) settle(mention, make());
    else settle(mention, fitting(bearers, mention) ?? bearer);
  }
  for (const mention of persons) {
    if (settled.has(mention)) continue;
    const bearers = cast.bearersOf(mention.name);
    const [bearer] = bearers;
    if (bearer !== undefined && bearers.length === 1) settle(mention, bearer);
    else if (bearers.length > 1) log.push(ambiguous(mention, bearers.length, spanOf));
  }
}

const lastKey = (name: readonly string[]): string => nameKey(name.slice(-1)).replace(/^(?:al|el) /, '');

/** The one person of the full name. */
function sole(cast: Cast, { name }: Of<'person'>): Member | undefined {
  const bearers = cast.bearersOf(name);
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** Of several of one surname, the one who holds the office that is named with it. */
function fitting(bearers: readonly Member[], { roles }: Of<'person'>): Member | undefined {
  const offices = new Set(roles.map(({ row }) => row.id));
  const fit = bearers.filter((bearer) => bearer.roles.some(({ row }) => offices.has(row.id)));
  return fit.length === 1 ? fit[0] : undefined;
}

const ambiguous = (mention: Of<'person'>, count: number, spanOf: SpanOf): LogEntry => ({
  code: 'actor/ambiguous-name',
  stage: 'actor',
  message: `'${mention.name.join(' ')}' may be any of ${count} persons in the report.`,
  span: spanOf(mention.from, mention.to),
});

const COUNTERPART = 'title/counterpart';

/** `his Japanese counterpart Fumio Kishida`, said of a foreign minister, makes Kishida one. */
function takeCounterparts(
  cast: Cast,
  mentions: readonly Mention[],
  settled: ReadonlyMap<Mention, Member>,
): void {
  let leader: Member | undefined;
  let sentence = -1;
  for (const mention of mentions) {
    if (mention.sentence !== sentence) leader = undefined;
    sentence = mention.sentence;
    const member = settled.get(mention);
    if (mention.is !== 'person' || member === undefined) continue;
    const counterpart = mention.roles.find(({ row }) => row.id === COUNTERPART);
    const office = counterpart && leader ? officeOf(leader) : undefined;
    if (counterpart !== undefined && office !== undefined) {
      cast.hold(member, { ...counterpart, row: office.row });
      member.roles.splice(member.roles.indexOf(counterpart), 1);
    }
    leader ??= member;
  }
}

const officeOf = (member: Member): RoleRead | undefined =>
  member.roles.find(({ row }) => row.class !== 'rank' && row.id !== COUNTERPART);

/** An office without a name: its holder's, when the report has exactly one; else somebody of their own. */
function takeOffice(
  cast: Cast,
  mention: Of<'office'>,
  settled: Map<Mention, Member>,
  offices: readonly OfficeRow[],
  notes: Note[],
  spanOf: SpanOf,
): void {
  const { role, definite } = mention;
  const holders = cast.holdersOf(role.row.id);
  const same = holders.find((holder) => holder.roles.includes(role));
  const sole = definite && role.row.class !== 'rank' ? onlyHolder(holders, role) : undefined;
  const holder = same ?? sole ?? (definite ? headOf(cast, role) : undefined);
  const meant = holder === undefined && definite ? mistitled(cast, role, offices) : undefined;
  if (meant !== undefined && !meant.member.roles.some(({ row }) => row.id === role.row.id)) {
    notes.push(noSuchOffice(meant.printed, role, spanOf));
  }
  const member = holder ?? meant?.member ?? ownMember(cast, mention);
  member.mentions.push(mention);
  if (same === undefined) cast.hold(member, role);
  settled.set(mention, member);
}

/** Who holds, as printed, an office that the state doesn't have, where the report names the one it has. */
function mistitled(
  cast: Cast,
  role: RoleRead,
  offices: readonly OfficeRow[],
): { readonly member: Member; readonly printed: RoleRead } | undefined {
  const { country } = role;
  const rule = offices.find(({ but, countries }) => but === role.row.id && countries.includes(country ?? ''));
  if (rule === undefined) return undefined;
  const found = cast.holdersOf(rule.not).flatMap((member) => {
    const printed = member.roles.find(({ row, ...of }) => row.id === rule.not && of.country === country);
    return printed === undefined ? [] : [{ member, printed }];
  });
  return found.length === 1 ? found[0] : undefined;
}

const noSuchOffice = (printed: RoleRead, meant: RoleRead, spanOf: SpanOf): Note => ({
  kind: 'actor/no-such-office',
  message: `The report prints '${printed.title}' and '${meant.title}' of one state, which has no ${printed.title.toLowerCase()}.`,
  spans: [spanOf(printed.from, printed.to), spanOf(meant.from, meant.to)],
});

function onlyHolder(holders: readonly Member[], role: RoleRead): Member | undefined {
  const named = holders.filter((holder) => holder.names.size > 0);
  const current = (holder: Member) =>
    holder.roles.filter(({ row, former }) => row.id === role.row.id && former === role.former);
  const sameCountry = named.filter((holder) =>
    current(holder).some(({ country }) => country === role.country),
  );
  if (role.country !== undefined || sameCountry.length > 0)
    return sameCountry.length === 1 ? sameCountry[0] : undefined;
  // Of a state that nobody's office here is of, or of something else: a person who isn't named.
  if (role.of !== undefined) return undefined;
  const holding = named.filter((holder) => current(holder).length > 0);
  return holding.length === 1 ? holding[0] : undefined;
}

/** `the Russian leader`: whoever the report names as the head of that state or its government. */
function headOf(cast: Cast, { row, country, former }: RoleRead): Member | undefined {
  if (row.class !== 'head' || row['of-sector'] !== true || country === undefined || former) return undefined;
  const heads = cast.members.filter(
    ({ names, roles }) =>
      names.size > 0 &&
      roles.some((role) => role.row.class === 'head' && role.country === country && !role.former),
  );
  return heads.length === 1 ? heads[0] : undefined;
}

/** The same office of the same state is the same somebody; `an official` is another one each time. */
function ownMember(cast: Cast, { role, definite, from }: Of<'office'>): Member {
  const make = () => ({ kind: 'person' as const, sectors: [] });
  if (!definite || role.row.class === 'rank') return cast.add(make());
  return cast.keyed(`${role.row.id} ${role.country ?? role.of ?? from} ${role.former}`, make);
}
