/** Where the name of a place stands, and what speaks for its being a place there. */
import type { Sentence } from '../language/doc.js';
import type { Entry, Gazetteer } from './gazetteer.js';
import type { Found } from './phrases.js';
import type { Place } from './place.js';
import type { PlaceRules } from './rules.js';
import { isCapital, isHyphen, isPossessive, lowerAt, type Scan, touches } from './scan.js';
import type { CountryCode, States } from './states.js';

export interface PlaceTables {
  readonly states: States;
  readonly gazetteer: Gazetteer;
  readonly rules: PlaceRules;
}

/** What the words around a name say about it. */
export type Evidence = 'locative' | 'object' | 'bare';

export interface Candidate {
  /** Half-open range of words of the span. */
  readonly from: number;
  readonly to: number;
  /** The name without direction and common noun, as the gazetteer has it. */
  readonly name: string;
  readonly states: readonly CountryCode[];
  readonly entries: readonly Entry[];
  readonly evidence: Evidence;
  /** Kind told by a common noun or a direction: `X islands`, `western X`. */
  readonly kind?: Place['kind'];
  /** The noun or direction makes it another thing than the entry: an airport is not its city. */
  readonly part: boolean;
  /** The name is a piece of a longer name, of a person or an organisation. */
  readonly blocked: boolean;
  readonly possessive: boolean;
  /** `Lyon police`: the name only modifies a noun. */
  readonly attributive: boolean;
  /** `the Lyon talks`: towns have no article of their own. */
  readonly articled: boolean;
  /** The name is often something else. */
  readonly guarded: boolean;
}

/** Names of the sentence in their order; they don't overlap. */
export function candidatesOf(scan: Scan, tables: PlaceTables, sentence: Sentence): Candidate[] {
  const found: Candidate[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    const candidate = candidateAt(scan, tables, sentence, at, found.at(-1));
    if (candidate === undefined) at++;
    else {
      const outer = found.at(-1);
      const described = outer !== undefined && describes(scan, outer, candidate);
      if (described) found.pop();
      found.push(described ? { ...candidate, evidence: 'locative' } : candidate);
      at = candidate.to;
    }
  }
  return found;
}

/** `the Black Sea resort of Sochi`: the sea only says which resort. */
function describes(scan: Scan, outer: Candidate, inner: Candidate): boolean {
  const noun = outer.to;
  const physical = outer.kind === 'physical' || outer.entries.some(({ kind }) => kind === 'physical');
  if (!physical || inner.from !== noun + 2 || lowerAt(scan, noun + 1) !== 'of') return false;
  return scan.tokens[noun]?.upos === 'NOUN' && !isCapital(scan, noun);
}

function candidateAt(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  at: number,
  before: Candidate | undefined,
): Candidate | undefined {
  const { rules } = tables;
  const past = directionEnd(scan, rules, at);
  const direct = past > at && !isPossessive(scan, past);
  if (!direct && !isCapital(scan, at)) return undefined;
  const named = nameAt(scan, tables, sentence, at);
  if (named !== undefined) return withNoun(scan, tables, sentence, named, at, before, false);
  if (direct) {
    const inner = past < sentence.to ? nameAt(scan, tables, sentence, past) : undefined;
    if (inner !== undefined) return withNoun(scan, tables, sentence, inner, at, before, true);
  }
  return unknownAt(scan, tables, sentence, at, before);
}

/** The word behind `northern` or `north-eastern`; the word itself where it is no direction. */
function directionEnd(scan: Scan, rules: PlaceRules, at: number): number {
  const word = lowerAt(scan, at);
  if (isHyphen(scan, at + 1) && rules.direction.has(`${word}-${lowerAt(scan, at + 2)}`)) return at + 3;
  return rules.direction.has(word) && !isHyphen(scan, at + 1) ? at + 1 : at;
}

interface Named extends Found<undefined> {
  readonly name: string;
  readonly states: readonly CountryCode[];
  readonly entries: readonly Entry[];
}

/** The longest name of a state or of anything in the gazetteer that begins at the word. */
export function nameAt(scan: Scan, tables: PlaceTables, sentence: Sentence, at: number): Named | undefined {
  if (!isCapital(scan, at) || scan.timed[at]) return undefined;
  const state = tables.states.names.longestAt(scan.plain, at, sentence.to);
  const entry = tables.gazetteer.longestAt(scan.plain, at, sentence.to);
  const to = Math.max(state?.to ?? 0, entry?.to ?? 0);
  if (to === 0) return undefined;
  const name = scan.plain.text.slice(scan.tokens[at]?.start, scan.tokens[to - 1]?.end);
  if (state === undefined && tables.rules.not.has(name)) return undefined;
  return {
    value: undefined,
    from: at,
    to,
    name,
    states: state?.to === to ? state.value : [],
    entries: entry?.to === to ? entry.value : [],
  };
}

/** A known name, with the direction before it and the common noun behind it. */
function withNoun(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  named: Named,
  at: number,
  before: Candidate | undefined,
  direct: boolean,
): Candidate {
  const noun = named.to < sentence.to ? tables.rules.after.get(lowerAt(scan, named.to)) : undefined;
  const thing = noun === 'physical' || noun === 'facility';
  const country = named.states.length > 0;
  const wide = direct && (country || thing);
  const to = thing ? named.to + 1 : named.to;
  const from = wide ? at : named.from;
  const kind = thing ? noun : wide ? 'region' : noun;
  return {
    from,
    to,
    name: named.name,
    states: named.states,
    entries: named.entries,
    evidence: direct || thing ? 'locative' : evidenceAt(scan, tables.rules, sentence, named.from, before),
    ...(kind !== undefined && { kind }),
    part: wide || thing,
    blocked: isBlocked(scan, tables, sentence, direct ? at : named.from, to),
    possessive: isPossessive(scan, to),
    attributive: isAttributive(scan, sentence, to),
    articled: !thing && isArticled(scan, sentence, from, named),
    guarded: tables.rules.guarded.has(named.name),
  };
}

function isAttributive(scan: Scan, { to: end }: Sentence, to: number): boolean {
  return to < end && scan.tokens[to]?.upos === 'NOUN' && touches(scan, to - 1, to) && !isCapital(scan, to);
}

function isArticled(scan: Scan, { from: first }: Sentence, from: number, named: Named): boolean {
  const town = named.states.length === 0 && named.entries.every(({ kind }) => kind === 'city');
  return town && from > first && lowerAt(scan, from - 1) === 'the';
}

/** A name that no table has, told by its noun: `the Sandrel islands`, `the city of Sandrel`. */
function unknownAt(
  scan: Scan,
  tables: PlaceTables,
  sentence: Sentence,
  at: number,
  before: Candidate | undefined,
): Candidate | undefined {
  const { rules } = tables;
  const first = directionEnd(scan, rules, at);
  if (!isCapital(scan, first) || scan.timed[first] || scan.titleCase[sentence.index]) return undefined;
  let to = first;
  while (to < sentence.to && to - first < 4 && isNamePart(scan, rules, first, to)) to++;
  if (to === first) return undefined;
  const noun = to < sentence.to ? rules.after.get(lowerAt(scan, to)) : undefined;
  const mount = rules.before.get(lowerAt(scan, first)) !== undefined && to > first + 1;
  const told = rules.of.get(lowerAt(scan, first - 2));
  const ofNoun = lowerAt(scan, first - 1) === 'of' && first - 2 >= sentence.from ? told : undefined;
  const kind = noun ?? (mount ? rules.before.get(lowerAt(scan, first)) : ofNoun);
  const evidence = ofNoun === undefined ? evidenceAt(scan, rules, sentence, at, before) : 'locative';
  // Without a noun that tells its kind it stays a place only where it is another spelling of one.
  const unkind = kind === undefined && evidence !== 'locative';
  if (unkind || (at > sentence.from && isCapital(scan, at - 1) && touches(scan, at - 1, at))) {
    return undefined;
  }
  if (first === sentence.from && scan.tokens[first]?.upos !== 'PROPN') return undefined;
  const end = noun === undefined ? to : to + 1;
  return {
    from: at,
    to: end,
    name: scan.plain.text.slice(scan.tokens[first]?.start, scan.tokens[to - 1]?.end),
    states: [],
    entries: [],
    evidence,
    ...(kind !== undefined && { kind }),
    part: kind !== undefined,
    blocked: isBlocked(scan, tables, sentence, at, end),
    possessive: isPossessive(scan, end),
    attributive: false,
    articled: false,
    guarded: false,
  };
}

function isNamePart(scan: Scan, rules: PlaceRules, first: number, at: number): boolean {
  if (scan.timed[at] || isPossessive(scan, at)) return false;
  if (rules.after.has(lowerAt(scan, at)) && at > first) return false;
  if (isHyphen(scan, at)) return isCapital(scan, at + 1);
  if (at === first && FUNCTION.has(scan.tokens[at]?.upos ?? 'X')) return false;
  return isCapital(scan, at) && (at === first || isHyphen(scan, at - 1) || touches(scan, at - 1, at));
}

/** The words before the name, read leftwards: what governs it. */
function evidenceAt(
  scan: Scan,
  rules: PlaceRules,
  sentence: Sentence,
  at: number,
  before: Candidate | undefined,
): Evidence {
  let left = at - 1;
  for (let skipped = 0; left >= sentence.from && skipped < 5; skipped++, left--) {
    const word = lowerAt(scan, left);
    if (!rules.modifier.has(word) && !rules.direction.has(word)) break;
  }
  if (left < sentence.from) return 'bare';
  const word = lowerAt(scan, left);
  if (rules.at.has(word)) return 'locative';
  if (rules.toward.has(word)) return hasMotion(scan, rules, sentence, left) ? 'locative' : 'bare';
  if (left === at - 1 && rules.seat.has(word)) return 'locative';
  if (word === ',' && left === at - 1 && rules.seat.has(lowerAt(scan, left - 1))) return 'locative';
  if (rules.object.has(scan.tokens[left]?.lemma ?? '') && isVerb(scan, left)) return 'object';
  if (before?.evidence === 'locative' && joins(scan, before, left)) return 'locative';
  return 'bare';
}

const isVerb = (scan: Scan, at: number): boolean => scan.tokens[at]?.upos === 'VERB';

/** `in Lagos and Abuja`, `in Lagos, Nigeria`. */
const joins = (scan: Scan, before: Candidate, left: number): boolean =>
  before.to === left && !before.possessive && [',', 'and', 'or', '&'].includes(lowerAt(scan, left));

const WINDOW = 8;

function hasMotion(scan: Scan, rules: PlaceRules, sentence: Sentence, at: number): boolean {
  const first = Math.max(sentence.from, at - WINDOW);
  for (let left = at - 1; left >= first; left--) {
    const word = lowerAt(scan, left);
    if (word === ';' || word === '"' || word === ':') return false;
    if (rules.motion.has(word) || rules.motion.has(scan.tokens[left]?.lemma ?? '')) return true;
  }
  return false;
}

/** Capitalised neighbours make it a piece of a longer name, hyphens a piece of a word. */
function isBlocked(scan: Scan, tables: PlaceTables, sentence: Sentence, from: number, to: number): boolean {
  if (isHyphen(scan, from - 1) || isHyphen(scan, to)) return true;
  if (ofName(scan, sentence, from)) return true;
  if (tables.rules.particle.has(lowerAt(scan, to)) && !isCapital(scan, to)) return true;
  if (scan.titleCase[sentence.index]) return false;
  const { rules } = tables;
  if (to < sentence.to && isCapital(scan, to) && touches(scan, to - 1, to) && !scan.timed[to]) {
    if (!rules.after.has(lowerAt(scan, to))) return true;
  }
  if (from - 1 < sentence.from || !isCapital(scan, from - 1) || !touches(scan, from - 1, from)) return false;
  const word = lowerAt(scan, from - 1);
  if (rules.modifier.has(word) || rules.at.has(word) || rules.toward.has(word)) return false;
  if (from - 1 === sentence.from && FUNCTION.has(scan.tokens[from - 1]?.upos ?? 'X')) return false;
  return tables.states.demonyms.longestAt(scan.plain, from - 1, from) === undefined;
}

const FUNCTION: ReadonlySet<string> = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'ADV', 'AUX', 'PRON']);

/** `Bank of Japan`, `University of Tokyo`: the name closes a longer one. */
function ofName(scan: Scan, sentence: Sentence, from: number): boolean {
  const of = lowerAt(scan, from - 1) === 'the' ? from - 2 : from - 1;
  if (of - 1 < sentence.from || lowerAt(scan, of) !== 'of') return false;
  return isCapital(scan, of - 1) && !(of - 1 === sentence.from && !isPropn(scan, of - 1));
}

const isPropn = (scan: Scan, at: number): boolean => scan.tokens[at]?.upos === 'PROPN';
