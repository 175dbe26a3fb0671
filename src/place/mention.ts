/** Names that may be places: those that the model has, those that the gazetteer has, and those told by a common noun. */
import type { Name, NameType, Sentence } from '../language/doc.js';
import type { Entry, Gazetteer } from './gazetteer.js';
import type { Place } from './place.js';
import type { PlaceRules } from './rules.js';
import { isCapital, isHyphen, isPossessive, lowerAt, type Scan, touches } from './scan.js';
import type { CountryCode, States } from './states.js';

export interface PlaceTables {
  readonly states: States;
  readonly gazetteer: Gazetteer;
  readonly rules: PlaceRules;
}

/** A name as the tables or the model have it. */
interface Named {
  readonly to: number;
  /** The name as the gazetteer has it. */
  readonly name: string;
  readonly states: readonly CountryCode[];
  readonly entries: readonly Entry[];
  /** What the model takes it for; undefined where it has no name there. */
  readonly type?: NameType;
  /** Kind told by a common noun or a direction: `X islands`, `western X`. */
  readonly kind?: Place['kind'];
  /** The noun or direction makes it another thing than the entry: an airport is not its city. */
  readonly part: boolean;
  /** A facility by its last word, which the model has as an organisation: `Mercy Hospital`. */
  readonly venue: boolean;
}

/** The same in its sentence: `from` and `to` are the words of the span, with direction and common noun. */
export interface Mention extends Named {
  readonly sentence: Sentence;
  readonly from: number;
  /** The first word of the name itself. */
  readonly at: number;
  /** `the city of X`, `X islands`: the words beside it say that it is a place. */
  readonly told: boolean;
}

/** Names of the sentence in their order; they don't overlap. `names`: those of the model in this sentence. */
export function mentionsOf(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  names: readonly Name[],
): Mention[] {
  const byStart = new Map(names.map((name) => [name.from, name]));
  const found: Mention[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    const mention =
      abbreviationAt(scan, tables, sentence, at, found.at(-1)) ??
      mentionAt(scan, tables, sentence, at, byStart);
    if (mention !== undefined) found.push(mention);
    // What is inside another name is a piece of that name: the university, not the town.
    at = Math.max(at + 1, mention?.to ?? byStart.get(at)?.to ?? 0);
  }
  return found;
}

/** `Calif.` in `Fresno, Calif.` */
function abbreviationAt(
  scan: Scan,
  { gazetteer }: PlaceTables,
  sentence: Sentence,
  at: number,
  before: Mention | undefined,
): Mention | undefined {
  if (before?.to !== at - 1 || lowerAt(scan, at - 1) !== ',' || !isCapital(scan, at)) return undefined;
  for (const to of [at + 2, at + 1]) {
    const name = nameOf(scan, at, to);
    const entries = gazetteer.abbreviated(name);
    if (to > sentence.to || entries.length === 0) continue;
    return {
      sentence,
      from: at,
      to,
      at,
      name,
      states: [],
      entries,
      type: 'GPE',
      part: false,
      told: false,
      venue: false,
    };
  }
  return undefined;
}

function mentionAt(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  at: number,
  byStart: ReadonlyMap<number, Name>,
): Mention | undefined {
  const past = directionEnd(scan, tables.rules, at);
  const direct = past > at && past < sentence.to && !isPossessive(scan, past);
  if (!direct && !isCapital(scan, at)) return undefined;
  const wide = direct ? withinDirection(scan, tables, sentence, at, past, byStart) : undefined;
  if (wide !== undefined) return wide;
  const own = nameAt(scan, tables, sentence, at, byStart.get(at));
  if (own !== undefined) return withNoun(scan, tables, sentence, own, at, at);
  const model = byStart.get(at);
  if (model !== undefined && (!direct || model.to <= past)) return undefined;
  // `southwest Kivu` may be one name of the model: the name begins behind the direction.
  const rest = model === undefined ? byStart.get(past) : { ...model, from: past };
  const inner = direct ? nameAt(scan, tables, sentence, past, rest) : undefined;
  if (inner !== undefined) return withNoun(scan, tables, sentence, inner, past, at);
  return toldAt(scan, tables, sentence, at, byStart);
}

/** `South Venezuela`, where no table has a name of that: the model takes it for one name, or the direction for one. */
function withinDirection(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  at: number,
  past: number,
  byStart: ReadonlyMap<number, Name>,
): Mention | undefined {
  const model = byStart.get(at);
  if (model === undefined || (model.to > past && !PLACE_TYPES.has(model.type))) return undefined;
  if ((inTables(scan, tables, sentence, at)?.to ?? 0) > past) return undefined;
  const inner = isCapital(scan, past) ? inTables(scan, tables, sentence, past) : undefined;
  if (inner === undefined || isNameless(inner) || inner.to < model.to) return undefined;
  return withNoun(scan, tables, sentence, { ...inner, type: 'GPE' }, past, at);
}

/** The word behind `northern` or `north-eastern`; the word itself where it is no direction. */
function directionEnd(scan: Scan, rules: PlaceRules, at: number): number {
  const word = lowerAt(scan, at);
  if (isHyphen(scan, at + 1) && rules.direction.has(`${word}-${lowerAt(scan, at + 2)}`)) return at + 3;
  return rules.direction.has(word) && !isHyphen(scan, at + 1) ? at + 1 : at;
}

const PLACE_TYPES: ReadonlySet<NameType> = new Set(['GPE', 'LOC', 'FAC']);

/** A name that begins at the word: the model's, else the longest of the gazetteer. */
function nameAt(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  at: number,
  model: Name | undefined,
): Named | undefined {
  if (!isCapital(scan, at) || scan.timed[at]) return undefined;
  const table = inTables(scan, tables, sentence, at);
  if (table !== undefined && isAcronym(scan, sentence, at, table, model)) return undefined;
  if (model === undefined) {
    if (table === undefined || isNoName(scan, tables, sentence, at, table)) return undefined;
    return { ...table, part: false, venue: false };
  }
  const type = table?.to === model.to && isRegion(table) ? 'GPE' : model.type;
  // A table may know a longer name than the model has seen: `New York` of `New York City`.
  if (table !== undefined && table.to >= model.to) return { ...table, type, part: false, venue: false };
  if (PLACE_TYPES.has(type))
    return (
      firstOfTwo(scan, tables, sentence, model, table) ?? withinModel(scan, tables, sentence, model, table)
    );
  return venueAt(scan, tables.rules, model, table) ?? calledAt(scan, tables.rules, model);
}

/** States and provinces that the model takes for organisations, `Holy See`: position tells whether it's the place. */
const isRegion = ({ states, entries }: Named): boolean =>
  states.length > 0 || entries.some(({ kind, second }) => kind === 'region' && !second);

/** `NATO` is no town of Nato, unless a place is expected there or all is written in capitals. */
function isAcronym(
  scan: Scan,
  sentence: Sentence,
  at: number,
  { to, states }: Named,
  model: Name | undefined,
): boolean {
  const form = scan.tokens[at]?.form ?? '';
  if (to > at + 1 || states.length > 0 || at === sentence.from || !/^[A-Z]{2,5}$/.test(form)) return false;
  return !scan.titleCase[sentence.index] && model?.type !== 'GPE' && model?.type !== 'LOC';
}

/** The longest name of a state or of anything in the gazetteer that begins at the word. */
function inTables(scan: Scan, tables: PlaceTables, sentence: Sentence, at: number): Named | undefined {
  const state = tables.states.names.longestAt(scan.plain, at, sentence.to);
  const shout = state ?? shouted(scan, tables, at);
  const entry = tables.gazetteer.longestAt(scan.plain, at, sentence.to);
  const to = Math.max(shout?.to ?? 0, entry?.to ?? 0);
  if (to === 0 || (shout?.to !== to && tables.rules.not.has(nameOf(scan, at, to)))) return undefined;
  return {
    to,
    name: nameOf(scan, at, to),
    states: shout?.to === to ? shout.value : [],
    entries: entry?.to === to ? entry.value : [],
    part: false,
    venue: false,
  };
}

/** `LEBANON` in a dateline or headline; `US` and `CAR` are names of their own. */
function shouted(scan: Scan, { states }: PlaceTables, at: number) {
  const form = scan.plain.text.slice(scan.tokens[at]?.start, scan.tokens[at]?.end);
  if (form.length < 4 || !/^[A-Z]+$/.test(form)) return undefined;
  for (let to = at + 1; to <= at + 3; to++) {
    const name = nameOf(scan, at, to)
      .toLowerCase()
      .replaceAll(/(?<=^|[ -])[a-z]/g, (letter) => letter.toUpperCase());
    const value = states.names.get(name);
    if (value !== undefined) return { value, from: at, to };
  }
  return undefined;
}

/** Without the model's word for it, a name of the gazetteer must not be a common word or a piece of a longer name. */
function isNoName(scan: Scan, { rules }: PlaceTables, sentence: Sentence, at: number, named: Named): boolean {
  if (scan.tokens[at]?.upos !== 'PROPN') return true;
  if (scan.titleCase[sentence.index]) return false;
  const { to } = named;
  const behind = to < sentence.to && isCapital(scan, to) && touches(scan, to - 1, to) && !scan.timed[to];
  if (behind && !rules.after.has(lowerAt(scan, to))) return true;
  if (rules.particle.has(lowerAt(scan, to)) && !isCapital(scan, to)) return true;
  if (at === sentence.from || !isCapital(scan, at - 1) || !touches(scan, at - 1, at)) return false;
  return scan.tokens[at - 1]?.upos === 'PROPN';
}

/** `Nairobi-Mombasa`, which the model takes for one name. */
function firstOfTwo(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  { to, type }: Name,
  table: Named | undefined,
): Named | undefined {
  if (table === undefined || !isHyphen(scan, table.to)) return undefined;
  return inTables(scan, tables, sentence, table.to + 1)?.to === to ? { ...table, type } : undefined;
}

/** A name of the model that the tables have in part or not at all: `Lagos State`, `Kabul airport`, `Sandrel`. */
function withinModel(
  scan: Scan,
  { rules }: PlaceTables,
  sentence: Sentence,
  { from, to, type }: Name,
  table: Named | undefined,
): Named | undefined {
  const noun = lowerAt(scan, to - 1);
  const kind = to - from > 1 ? rules.after.get(noun) : undefined;
  const before = rules.before.get(lowerAt(scan, from));
  if (to === from + 1 && rules.not.has(nameOf(scan, from, to))) return undefined;
  const whole = { to, name: nameOf(scan, from, to), states: [], entries: [], type, venue: false };
  // `Bay of Piran`
  const of = lowerAt(scan, from + 1) === 'of' ? rules.of.get(lowerAt(scan, from)) : undefined;
  if (of !== undefined && to > from + 2) return { ...whole, kind: of, part: true };
  if (table !== undefined && table.to === to - 1 && kind !== undefined) {
    const part = kind === 'physical' || kind === 'facility';
    return { ...table, to, type, kind, part, venue: false };
  }
  // `Crown Heights`, a quarter, is no heights.
  if (type === 'GPE' && kind === 'physical') return { ...whole, part: false };
  if (kind !== undefined || before !== undefined)
    return { ...whole, kind: kind ?? before ?? 'unknown', part: true };
  if (isVenue(scan, rules, from, to))
    return { ...(table ?? whole), to, type, kind: 'facility', part: true, venue: true };
  if (to < sentence.to && rules.after.has(lowerAt(scan, to))) return { ...whole, part: false };
  return { ...whole, ...(type === 'FAC' && { kind: 'facility' as const }), part: false };
}

/** `Mercy Hospital`, which the model has as an organisation or a person. */
function venueAt(
  scan: Scan,
  rules: PlaceRules,
  { from, to, type }: Name,
  table: Named | undefined,
): Named | undefined {
  if (type === 'NORP' || !isVenue(scan, rules, from, to)) return undefined;
  // `Leeds General Hospital` is where Leeds is.
  const of = { name: nameOf(scan, from, to), states: table?.states ?? [], entries: table?.entries ?? [] };
  return { ...of, to, type, kind: 'facility', part: true, venue: true };
}

/** `Sandrel Batu`, which the model has as a person, but as what somebody calls something: whether that is a place, its use tells. */
function calledAt(scan: Scan, { called }: PlaceRules, { from, to, type }: Name): Named | undefined {
  const head = scan.tokens.slice(from, to).find((token) => token.head < from || token.head >= to);
  const verb = scan.tokens[head?.head ?? -1];
  if (type === 'NORP' || verb === undefined || !called.has(verb.lemma)) return undefined;
  const name = nameOf(scan, from, to);
  return { to, name, states: [], entries: [], type, part: false, venue: false };
}

/** `Mercy Hospital`, `Port of Ashdod`. */
const isVenue = (scan: Scan, { venue }: PlaceRules, from: number, to: number): boolean =>
  to - from > 1 &&
  (venue.has(lowerAt(scan, to - 1)) || (venue.has(lowerAt(scan, from)) && lowerAt(scan, from + 1) === 'of'));

/** A name with the direction before it and the common noun behind it. */
function withNoun(
  scan: Scan,
  { rules }: PlaceTables,
  sentence: Sentence,
  named: Named,
  at: number,
  first: number,
): Mention {
  const closed = named.part || named.to >= sentence.to || named.venue;
  const noun = closed ? undefined : rules.after.get(lowerAt(scan, named.to));
  const thing = noun === 'physical' || noun === 'facility' || (noun !== undefined && isNameless(named));
  const direct = first < at;
  const physical = named.entries.length > 0 && named.entries.every((entry) => entry.kind === 'physical');
  const wide = direct && (named.states.length > 0 || thing || named.part || physical);
  const of = rules.of.has(lowerAt(scan, at - 2)) && lowerAt(scan, at - 1) === 'of' && at - 2 >= sentence.from;
  const kind =
    named.kind ??
    (thing ? noun : wide ? (physical ? 'physical' : 'region') : noun) ??
    (of && isNameless(named) ? ofKind(scan, rules, at) : undefined);
  return {
    sentence,
    from: wide ? first : at,
    to: thing ? named.to + 1 : named.to,
    at,
    name: named.name,
    states: named.states,
    entries: named.entries,
    ...(named.type !== undefined && { type: named.type }),
    ...(kind !== undefined && { kind }),
    part: wide || thing || named.part,
    told: thing || of || direct || (named.to > at + 1 && rules.after.has(lowerAt(scan, named.to - 1))),
    venue: named.venue,
  };
}

const isNameless = ({ states, entries }: Named): boolean => states.length === 0 && entries.length === 0;

const ofKind = (scan: Scan, rules: PlaceRules, at: number): Place['kind'] | undefined =>
  rules.of.get(lowerAt(scan, at - 2));

/** A name that neither the model nor a table has, told by its noun: `the Sandrel islands`, `the city of Sandrel`. */
function toldAt(
  scan: Scan,
  { rules }: PlaceTables,
  sentence: Sentence,
  at: number,
  byStart: ReadonlyMap<number, Name>,
): Mention | undefined {
  const first = directionEnd(scan, rules, at);
  if (!isCapital(scan, first) || scan.timed[first] || scan.titleCase[sentence.index]) return undefined;
  if (byStart.has(first)) return undefined;
  let to = first;
  while (to < sentence.to && to - first < 4 && isNamePart(scan, rules, first, to) && !byStart.has(to)) to++;
  if (to === first || (first === sentence.from && scan.tokens[first]?.upos !== 'PROPN')) return undefined;
  if (at > sentence.from && isCapital(scan, at - 1) && touches(scan, at - 1, at)) return undefined;
  const noun = to < sentence.to ? rules.after.get(lowerAt(scan, to)) : undefined;
  const mount = to > first + 1 ? rules.before.get(lowerAt(scan, first)) : undefined;
  const of =
    lowerAt(scan, first - 1) === 'of' && first - 2 >= sentence.from ? ofKind(scan, rules, first) : undefined;
  const kind = noun ?? mount ?? of;
  if (kind === undefined || isJoined(scan, at, to)) return undefined;
  return {
    sentence,
    from: at,
    to: noun === undefined ? to : to + 1,
    at: first,
    name: nameOf(scan, first, to),
    states: [],
    entries: [],
    kind,
    part: true,
    told: true,
    venue: false,
  };
}

/** A piece of a word with hyphens. */
export const isJoined = (scan: Scan, from: number, to: number): boolean =>
  isHyphen(scan, from - 1) || isHyphen(scan, to);

function isNamePart(scan: Scan, rules: PlaceRules, first: number, at: number): boolean {
  if (scan.timed[at] || isPossessive(scan, at)) return false;
  if (rules.after.has(lowerAt(scan, at)) && at > first) return false;
  if (isHyphen(scan, at)) return isCapital(scan, at + 1);
  if (at === first && FUNCTION.has(scan.tokens[at]?.upos ?? 'X')) return false;
  return isCapital(scan, at) && (at === first || isHyphen(scan, at - 1) || touches(scan, at - 1, at));
}

const FUNCTION: ReadonlySet<string> = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'ADV', 'AUX', 'PRON']);

const nameOf = (scan: Scan, from: number, to: number): string =>
  scan.plain.text.slice(scan.tokens[from]?.start, scan.tokens[to - 1]?.end).replaceAll(/\s+/g, ' ');
