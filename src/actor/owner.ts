/** Whose an office or a group is: a state by name or demonym, a body, before the title or behind it. */
import type { Sentence } from '../language/doc.js';
import {
  isCapital,
  isHyphen,
  isPossessive,
  lowerAt,
  type PhraseTable,
  type Scan,
  type States,
} from '../place/index.js';
import type { Body, Lexicon } from './lexicon.js';
import { runAt } from './name.js';
import type { References } from './reference.js';

export interface Tables {
  readonly lexicon: Lexicon;
  readonly states: States;
  /** Capital city to the code of its state; only those that can't be anything else. */
  readonly capitals: PhraseTable<string>;
  readonly references: References;
}

/** Whose office or group it is. */
export interface Owner {
  /** As written. */
  readonly text: string;
  readonly country?: string;
  /** Of several states: `the presidents of Peru and Chile`. */
  readonly countries?: readonly string[];
  readonly sector?: string;
  readonly body?: Body;
}

export interface Owned {
  /** The word behind. */
  readonly to: number;
  readonly owner: Owner;
}

/** A demonym, the name of a state with or without `'s`, or a body. */
export function ownerAt(scan: Scan, tables: Tables, sentence: Sentence, at: number): Owned | undefined {
  const { states, lexicon } = tables;
  const body = lexicon.bodies.longestAt(scan.plain, at, sentence.to);
  if (body === undefined && !isCapital(scan, at)) return undefined;
  const demonym = states.demonyms.longestAt(scan.plain, at, sentence.to);
  const state = states.names.longestAt(scan.plain, at, sentence.to);
  const codes = demonym !== undefined && demonym.to >= (state?.to ?? 0) ? demonym : state;
  const to = Math.max(body?.to ?? 0, codes?.to ?? 0);
  if (to === 0 || isHyphen(scan, to)) return undefined;
  const text = scan.doc.text.slice(scan.tokens[at]?.start, scan.tokens[to - 1]?.end);
  const next = isPossessive(scan, to) ? to + 1 : to;
  if (codes?.to === to) {
    const [country, second] = codes.value;
    return { to: next, owner: { text, ...(country !== undefined && second === undefined && { country }) } };
  }
  return { to: next, owner: ownerOfBody(text, body?.value) };
}

export const ownerOfBody = (text: string, body: Body | undefined): Owner => {
  const sector = body?.sectors[0];
  return {
    text,
    ...(body !== undefined && { body }),
    ...(body?.country !== undefined && { country: body.country }),
    ...(sector !== undefined && { sector }),
  };
};

const OF: ReadonlySet<string> = new Set(['of', 'for', 'to', 'at', 'in']);

interface Behind {
  readonly to: number;
  readonly owner?: Owner;
}

/** What the head is that stands before. */
export interface HeadSort {
  /** An envoy or embassy: `to Japan` says where to, not whose. */
  readonly sender: boolean;
  /** Several: `the presidents of Peru and Chile`. */
  readonly plural: boolean;
  /** A body that sits in a capital: `the government in Tokyo`. */
  readonly seated: boolean;
}

/** `of Japan`, `for the European Union`, `in Tokyo`. */
export function ofAt(
  scan: Scan,
  tables: Tables,
  sentence: Sentence,
  at: number,
  { sender, plural, seated }: HeadSort,
): Behind | undefined {
  const preposition = lowerAt(scan, at);
  if (!OF.has(preposition) || at + 1 >= sentence.to) return undefined;
  if (seated && preposition === 'in') return seatAt(scan, tables, sentence, at + 1);
  if (!sender && preposition !== 'of' && preposition !== 'for') return undefined;
  const first = lowerAt(scan, at + 1) === 'the' ? at + 2 : at + 1;
  const whom = first < sentence.to ? ofWhom(scan, tables, sentence, first) : undefined;
  const named = first === at + 1 ? whom : withArticle(scan, whom, at + 1);
  if (named?.owner === undefined || isPossessive(scan, named.to - 1)) return undefined;
  if (plural && preposition === 'of') return withMoreStates(scan, tables, sentence, named);
  return preposition === 'of' || preposition === 'for'
    ? { to: named.to, owner: named.owner }
    : { to: named.to };
}

function seatAt(scan: Scan, { capitals }: Tables, sentence: Sentence, at: number): Behind | undefined {
  const seat = capitals.longestAt(scan.plain, at, sentence.to);
  if (seat === undefined || isPossessive(scan, seat.to) || isCapital(scan, seat.to)) return undefined;
  const text = scan.doc.text.slice(scan.tokens[at]?.start, scan.tokens[seat.to - 1]?.end);
  return { to: seat.to, owner: { text, country: seat.value } };
}

/** Longer lists are none that a group is of; it bounds the work at each word. */
const MAX_STATES = 8;

/** `of Peru, Chile and Ecuador`: a list that "and" closes. */
function withMoreStates(scan: Scan, tables: Tables, sentence: Sentence, first: Owned): Owned {
  const { country, text } = first.owner;
  if (country === undefined) return first;
  const countries = [country];
  let at = first.to;
  for (let closed = false; !closed && at < sentence.to; ) {
    if (countries.length > MAX_STATES) return first;
    const link = lowerAt(scan, at);
    closed = link === 'and' || (link === ',' && lowerAt(scan, at + 1) === 'and');
    if (!closed && link !== ',') return first;
    const start = link === ',' && closed ? at + 2 : at + 1;
    const name = lowerAt(scan, start) === 'the' ? start + 1 : start;
    const state = tables.states.names.longestAt(scan.plain, name, sentence.to);
    const [code, second] = state?.value ?? [];
    if (state === undefined || code === undefined || second !== undefined) return first;
    if (isPossessive(scan, state.to) || isHyphen(scan, state.to)) return first;
    countries.push(code);
    at = state.to;
  }
  const end = scan.tokens[at - 1]?.end;
  const start = (scan.tokens[first.to - 1]?.end ?? 0) - text.length;
  return countries.length === 1
    ? first
    : { to: at, owner: { text: scan.doc.text.slice(start, end), countries } };
}

/** As written, the article before it included: `the European Commission`. */
function withArticle(scan: Scan, attribute: Owned | undefined, article: number): Owned | undefined {
  if (attribute?.owner === undefined) return undefined;
  const { owner } = attribute;
  const start = scan.tokens[article]?.start;
  const first = scan.tokens[article + 1]?.start ?? 0;
  return { ...attribute, owner: { ...owner, text: scan.doc.text.slice(start, first + owner.text.length) } };
}

/** A state, a body, a group, or any capitalised name: `of the Interior Ministry`, `for the army`, `of Kaduna`. */
function ofWhom(scan: Scan, tables: Tables, sentence: Sentence, at: number): Owned | undefined {
  const inner = isCapital(scan, at) ? ownerAt(scan, tables, sentence, at) : undefined;
  const group = groupBehind(scan, tables.lexicon, sentence, inner?.to ?? at);
  if (group !== undefined) {
    const text = scan.doc.text.slice(scan.tokens[at]?.start, scan.tokens[group.to - 1]?.end);
    const country = inner?.owner?.country;
    return {
      to: group.to,
      owner: { text, sector: group.value.sector, ...(country !== undefined && { country }) },
    };
  }
  if (inner !== undefined) return inner;
  const run = runAt(scan, tables.lexicon, sentence, at);
  if (run === undefined || run.words.length > 4) return undefined;
  const text = scan.doc.text.slice(scan.tokens[at]?.start, scan.tokens[run.to - 1]?.end);
  return { to: run.to, owner: { text } };
}

const groupBehind = (scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number) =>
  at < sentence.to ? lexicon.groups.longestAt(scan.lower, at, sentence.to) : undefined;
