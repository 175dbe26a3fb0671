/**
 * Scores what was read of one gold item. Each measure is a share; its parts are added up over all items. Events are
 * paired one to one by how much they agree, never by their order.
 */
import type { Actor } from '../../src/actor/actor.js';
import type { Event } from '../../src/event/event.js';
import type { Reading } from '../../src/reading/reading.js';
import { overlaps, type Span, textOf } from '../../src/span.js';
import { intervalOf } from '../../src/time/interval.js';
import type { GoldActor, GoldDispute, GoldEvent, GoldItem, GoldStatement } from './gold-read.js';

type Scored = 'actors' | 'times' | 'places' | 'statements' | 'events' | 'disputes' | 'notes';
/** The layers of a Reading that are scored. */
export type Layers = { readonly [Name in Scored]: readonly Reading[Name][number][] };

/** One item's part of a measure; `n` counts what it is measured on. */
export interface Mark {
  readonly measure: string;
  readonly part: number;
  readonly whole: number;
  readonly n: number;
}

interface Party {
  readonly names: readonly string[];
  readonly countries: readonly string[];
}

type PartyOf = (actorId: string) => readonly Party[];

/** Everything that one item is scored with. */
interface Case {
  readonly gold: GoldItem;
  readonly text: string;
  readonly read: Layers;
  readonly partyOf: PartyOf;
}

type Pair = readonly [GoldEvent, Event];

/** `text` is what the spans of `read` point into. */
export function score(gold: GoldItem, text: string, read: Layers): Mark[] {
  const one: Case = { gold, text, read, partyOf: partyFinder(text, read) };
  const pairs = pairsOf(one);
  return [
    ...eventMarks(one, pairs),
    ...pairs.flatMap((pair) => detailMarks(one, pair)),
    ...emptyMarks(one),
    ...whoMarks(one),
    ...statementMarks(one),
    ...disputeMarks(one),
    ...placeMarks(one),
    ...noteMarks(one),
  ];
}

/** Ours and gold's, each at most once: the pair that agrees best first, the earlier one of equals. */
export function bestPairs<A, B>(
  gold: readonly A[],
  ours: readonly B[],
  agree: (a: A, b: B) => number,
): (readonly [A, B])[] {
  const all = gold.flatMap((a) => ours.map((b) => ({ a, b, weight: agree(a, b) })));
  const taken = { gold: new Set<A>(), ours: new Set<B>() };
  return all
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .flatMap(({ a, b }) => {
      if (taken.gold.has(a) || taken.ours.has(b)) return [];
      taken.gold.add(a);
      taken.ours.add(b);
      return [[a, b] as const];
    });
}

// --- events

const pairsOf = (one: Case): Pair[] =>
  bestPairs(one.gold.events, one.read.events, (gold, ours) => agreement(one, gold, ours));

/** Events that have no counterpart, or one that differs in code, parties, status or background. */
export function wrongEvents(
  gold: GoldItem,
  text: string,
  read: Layers,
): { readonly missing: readonly GoldEvent[]; readonly surplus: readonly Event[] } {
  const one: Case = { gold, text, read, partyOf: partyFinder(text, read) };
  const right = pairsOf(one).filter(
    ([wanted, ours]) =>
      sameCode(wanted, ours) &&
      sameParties(one, wanted, ours) &&
      wanted.status === ours.status &&
      wanted.background === ours.background,
  );
  return {
    missing: gold.events.filter((event) => !right.some(([wanted]) => wanted === event)),
    surplus: read.events.filter((event) => !right.some(([, ours]) => ours === event)),
  };
}

/** The events of which code, actors and recipients are right. */
export function rightEvents(
  gold: GoldItem,
  text: string,
  read: Pick<Layers, 'actors' | 'events'>,
): ReadonlySet<Event> {
  const one: Case = { gold, text, read: { ...NOTHING, ...read }, partyOf: partyFinder(text, read) };
  return new Set(
    pairsOf(one).flatMap(([wanted, ours]) =>
      sameCode(wanted, ours) && sameParties(one, wanted, ours) ? [ours] : [],
    ),
  );
}

const NOTHING: Layers = {
  actors: [],
  times: [],
  places: [],
  statements: [],
  events: [],
  disputes: [],
  notes: [],
};

/**
 * Zero where neither the code's type nor the act's is the same: nothing else makes two events one. One that is told
 * elsewhere in the report is the same only if code and parties are.
 */
function agreement(one: Case, gold: GoldEvent, ours: Event): number {
  if (!sameType(gold, ours) && typeOf(gold.act ?? gold.code) !== ours.type) return 0;
  const here = gold.words === undefined || textOf(one.text, ours.cite).includes(gold.words);
  if (!here && !(sameCode(gold, ours) && sameParties(one, gold, ours))) return 0;
  const points: readonly (readonly [number, boolean])[] = [
    [16, sameType(gold, ours)],
    [8, sameCode(gold, ours)],
    [4, sameParties(one, gold, ours)],
    [2, here],
    [2, gold.words?.includes(textOf(one.text, ours.trigger)) ?? false],
    [2, fitsAll(gold.actors, ours.actors.flatMap(one.partyOf))],
    [1, gold.status === ours.status],
    [1, gold.background === ours.background],
  ];
  return 1 + points.reduce((sum, [weight, holds]) => sum + (holds ? weight : 0), 0);
}

const typeOf = (label: string): string => label.split('-')[0] ?? '';
const sameType = (gold: GoldEvent, ours: Event): boolean => typeOf(gold.code) === typeOf(ours.code);
const sameCode = (gold: GoldEvent, ours: Event): boolean => gold.code === ours.code;

/** Of an act that several do together, without a recipient, the direction is left out. */
function sameParties({ partyOf }: Case, gold: GoldEvent, ours: Event): boolean {
  const actors = ours.actors.flatMap(partyOf);
  const recipients = ours.recipients.flatMap(partyOf);
  if (gold.recipients.length === 0 && gold.actors.length > 1)
    return fitsAll(gold.actors, [...actors, ...recipients]);
  return fitsAll(gold.actors, actors) && fitsAll(gold.recipients, recipients);
}

function eventMarks(one: Case, pairs: readonly Pair[]): Mark[] {
  const right = (test: (gold: GoldEvent, ours: Event) => boolean): number =>
    pairs.filter(([gold, ours]) => test(gold, ours)).length;
  const sizes = { gold: one.gold.events.length, ours: one.read.events.length };
  return [
    ...f1('event type', right(sameType), sizes),
    ...f1('event code', right(sameCode), sizes),
    ...f1(
      'code, actors, recipients',
      right((gold, ours) => sameCode(gold, ours) && sameParties(one, gold, ours)),
      sizes,
    ),
  ];
}

/** What else is right of an event that was found; time, place and counts only where gold has them. */
function detailMarks(one: Case, [gold, ours]: Pair): Mark[] {
  const counts = Object.values(gold.counts);
  const found = (ours.counts ?? []).map(({ value }) => value);
  const where = one.read.places.find(({ id }) => id === ours.where)?.name;
  return [
    share('status of those found', gold.status === ours.status),
    share('background of those found', gold.background === ours.background),
    share('voucher of those found', gold.voucher === ours.voucher),
    ...(gold.when === undefined ? [] : [share('time of those found', sameDays(gold.when, ours.when))]),
    ...(gold.where === undefined
      ? []
      : [share('place of those found', where !== undefined && sameName(gold.where, where))]),
    ...counts.map((count) => share('counts of those found', found.includes(count))),
  ];
}

function sameDays(value: string, when: Event['when']): boolean {
  const days = intervalOf(value);
  return days !== undefined && days.from === when?.from && days.to === when.to;
}

function emptyMarks({ gold, text, read }: Case): Mark[] {
  const kept = gold.not.map((one) => share('must not be read: kept out', !read.events.some(isIt(one, text))));
  if (gold.kind === 'report' || gold.events.length > 0) return kept;
  return [...kept, share('no event: kept empty', read.events.length === 0)];
}

/** A label fits the act and the code; other words fit the trigger. */
const isIt =
  (one: string, text: string) =>
  (event: Event): boolean => {
    if (!isLabel(one)) return spansOf(text, one).some((span) => overlaps(span, event.trigger));
    const act = event.mode === undefined ? event.type : `${event.type}-${event.mode}`;
    return [act, event.code].some((label) => label === one || label.startsWith(`${one}-`));
  };

/** Everywhere that the words stand. */
function spansOf(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    found.push({ start, end: start + words.length });
  return found;
}

/** `CONSULT`, `ASSAULT-drone`. */
export const isLabel = (one: string): boolean => /^[A-Z]{3,}(?:-[a-z-]+)?$/u.test(one);

// --- parties

/** Of a group whose members were named: the members. */
function partyFinder(text: string, { actors }: Pick<Layers, 'actors'>): PartyOf {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  return (id) =>
    (known.get(id)?.members ?? [id]).flatMap((member) => {
      const actor = known.get(member);
      return actor ? [partyOf(text, actor)] : [];
    });
}

const partyOf = (text: string, { name, aliases, mentions, country, countries }: Actor): Party => ({
  names: [name, ...aliases, ...mentions.map((span) => textOf(text, span))],
  countries: [...(country === undefined ? [] : [country]), ...(countries ?? [])],
});

/** Each of gold is there, and nobody else. */
const fitsAll = (gold: readonly string[], ours: readonly Party[]): boolean =>
  gold.every((one) => ours.some((party) => fits(one, party))) &&
  ours.every((party) => gold.some((one) => fits(one, party)));

/** `KEN` fits by country, `the gunmen` by name. */
export const isCountry = (one: string): boolean => /^[A-Z]{3}$/u.test(one);

const fits = (gold: string, { names, countries }: Party): boolean =>
  waysOf(gold).some((one) =>
    isCountry(one) ? countries.includes(one) : names.some((name) => sameName(one, name)),
  );

/** `Police|BLR`: by its words or its country. */
export const waysOf = (party: string): string[] => party.split('|');

/** The gold words stand in the name, whatever articles, case and punctuation. */
export const sameName = (gold: string, name: string): boolean =>
  ` ${plain(name)} `.includes(` ${plain(gold)} `);

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /u, '');

// --- who

/** Whoever the report names, with kind, country, office and the other words for them; and no other named person. */
function whoMarks({ gold, text, read }: Case): Mark[] {
  if (!gold.who) return [];
  const isNamed = ({ kind, name }: Actor): boolean => kind === 'person' && /^\p{Lu}\S+ \p{Lu}/u.test(name);
  const pairs = bestPairs(gold.who, read.actors, (a, b) => (sameName(a.name, b.name) ? 1 : 0));
  const people = gold.who.filter(({ kind }) => kind === 'person');
  return [
    share('who: nobody made up', read.actors.filter(isNamed).length <= people.length),
    ...gold.who.map((one) =>
      share(
        'who: found',
        pairs.some(([a, b]) => a === one && isRight(one, b, text)),
      ),
    ),
  ];
}

function isRight(gold: GoldActor, ours: Actor, text: string): boolean {
  const mentions = ours.mentions.map((span) => textOf(text, span));
  return (
    gold.kind === ours.kind &&
    gold.country === ours.country &&
    (gold.role === undefined || ours.roles.some(({ title }) => sameName(title, gold.role ?? ''))) &&
    gold.also.every((words) => mentions.some((mention) => sameName(words, mention)))
  );
}

// --- statements, disputes, places, notes

/** Less overlap of content, as a share of both together, is another statement. */
const SAME_CONTENT = 0.5;

function statementMarks(one: Case): Mark[] {
  const { statements } = one.gold;
  if (!statements) return [];
  const ours = one.read.statements;
  const gold = statements.map((statement) => ({ statement, at: contentOf(one, statement) }));
  const read = ours.map((statement) => ({ statement, at: charactersIn(one.text, statement.content) }));
  const pairs = bestPairs(gold, read, (a, b) => {
    const both = common(a.at, b.at);
    const alike = both / (a.at.size + b.at.size - both);
    return alike < SAME_CONTENT ? 0 : alike;
  });
  const shared = pairs.reduce((sum, [a, b]) => sum + common(a.at, b.at), 0);
  const size = (all: readonly { at: Set<number> }[]): number => all.reduce((sum, { at }) => sum + at.size, 0);
  return [
    ...f1('statements', pairs.length, { gold: gold.length, ours: ours.length }),
    { measure: 'statements content F1', part: 2 * shared, whole: size(gold) + size(read), n: gold.length },
    ...pairs.flatMap(([a, b]) => [
      share('speaker of those found', hasSpeaker(one, a.statement, b.statement)),
      share('form of those found', a.statement.form === b.statement.form),
    ]),
  ];
}

const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  [...a].filter((item) => b.has(item)).length;

function hasSpeaker(
  { text, partyOf }: Case,
  gold: GoldStatement,
  ours: Layers['statements'][number],
): boolean {
  const source = ours.source ? [textOf(text, ours.source)] : [];
  if (gold.speaker === undefined) return ours.speaker === undefined && source.length === 0;
  const parties = [
    ...(ours.speaker === undefined ? [] : partyOf(ours.speaker)),
    { names: source, countries: [] },
  ];
  const { speaker } = gold;
  return parties.some((party) => fits(speaker, party));
}

/** Offsets of the letters and digits of a statement's content, its parts found one after another. */
function contentOf({ text }: Case, { content }: GoldStatement): Set<number> {
  let from = 0;
  const spans = content.map((part) => {
    const start = text.indexOf(part, from);
    from = start + part.length;
    return { start, end: from };
  });
  return charactersIn(text, spans);
}

function charactersIn(text: string, spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const { start, end } of spans)
    for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text.charAt(at))) found.add(at);
  return found;
}

function disputeMarks(one: Case): Mark[] {
  const { gold, read, partyOf } = one;
  if (!gold.disputes) return [];
  const pairs = bestPairs(gold.disputes, read.disputes, ({ names }, { object }) => {
    const shared = names.filter((name) => object.names.some((ours) => sameName(name, ours.name)));
    return shared.length / names.length;
  });
  return [
    ...f1('disputes', pairs.length, { gold: gold.disputes.length, ours: read.disputes.length }),
    ...pairs.flatMap(([a, b]) => [
      ...a.names.map((name) =>
        share(
          'names of disputes found',
          b.object.names.some((ours) => sameName(name, ours.name)),
        ),
      ),
      share('parties of disputes found', fitsAll(a.parties, b.parties.flatMap(partyOf))),
      ...pieceMarks(one, a, b),
    ]),
  ];
}

/** Whose names they are, since when, and the effects: only where gold has them. */
function pieceMarks(
  { text, read, partyOf }: Case,
  gold: GoldDispute,
  ours: Layers['disputes'][number],
): Mark[] {
  const since = read.times.find(({ id }) => id === ours.since)?.value;
  const effects = ours.effects.map((span) => textOf(text, span));
  return [
    ...Object.entries(gold.used ?? {}).map(([name, by]) => {
      const used = ours.object.names.find((one) => sameName(name, one.name))?.usedBy;
      return share('users of names of disputes found', used !== undefined && fitsAll([by], partyOf(used)));
    }),
    ...(gold.since === undefined ? [] : [share('since of disputes found', since === gold.since)]),
    ...(gold.effects ?? []).map((words) =>
      share(
        'effects of disputes found',
        effects.some((effect) => sameName(words, effect)),
      ),
    ),
  ];
}

/** Without countries: whether one is a place or a party is seen in the events. */
function placeMarks({ gold, read }: Case): Mark[] {
  if (!gold.places) return [];
  const ours = [...new Set(read.places.flatMap(({ kind, name }) => (kind === 'country' ? [] : [name])))];
  const pairs = bestPairs(gold.places, ours, (a, b) => (sameName(a, b) ? 1 : 0));
  return f1('places', pairs.length, { gold: gold.places.length, ours: ours.length });
}

function noteMarks({ gold, text, read }: Case): Mark[] {
  return (gold.notes ?? []).map((about) =>
    share(
      'notes found',
      read.notes.some(({ spans }) =>
        about.every((words) => spans.some((span) => sameName(words, textOf(text, span)))),
      ),
    ),
  );
}

// --- shares

const share = (measure: string, right: boolean): Mark => ({ measure, part: right ? 1 : 0, whole: 1, n: 1 });

const f1 = (what: string, right: number, { gold, ours }: { gold: number; ours: number }): Mark[] => [
  { measure: `${what} precision`, part: right, whole: ours, n: ours },
  { measure: `${what} recall`, part: right, whole: gold, n: gold },
  { measure: `${what} F1`, part: 2 * right, whole: gold + ours, n: gold },
];
