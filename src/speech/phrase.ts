/** Noun phrases on the items of a line, from tags alone: good enough to name a source, no more. */
import type { Upos } from '../language/doc.js';
import type { Item } from './line.js';

/** Half-open range of items. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Items = readonly Item[];

export const formAt = (items: Items, at: number): string => items[at]?.token?.form.toLowerCase() ?? '';

export const uposAt = (items: Items, at: number): Upos | undefined => items[at]?.token?.upos;

export const isTimed = (items: Items, at: number): boolean => items[at]?.timed === true;

export const isQuote = (items: Items, at: number): boolean => items[at]?.quote !== undefined;

/** No phrase or clause that names a source is longer than this many items; keeps hostile input linear. */
export const reach = 60;

const nominal: ReadonlySet<Upos> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM']);
const verbal: ReadonlySet<Upos> = new Set(['VERB', 'AUX']);
const inPhrase: ReadonlySet<Upos> = new Set([...nominal, 'ADJ', 'DET', 'PART']);
const joining = new Set(['of', 'for', 'from', 'at', 'in', 'with', 'to']);
const joiningAfterVerb = new Set(['of', 'for', 'from', 'at', 'with']);
const possessive = new Set(['its', 'his', 'her', 'their', 'our', 'my', 'your']);
const relative = new Set(['who', 'which', 'that', 'whose', 'whom']);

/** A capital inside a sentence, beside another: part of a name, whatever the tagger took it for. */
const isName = (items: Items, at: number): boolean =>
  at > 0 &&
  isCapital(items, at) &&
  items[at - 1]?.quote === undefined &&
  (isCapital(items, at - 1) || isCapital(items, at + 1));

const isCapital = (items: Items, at: number): boolean => /^\p{Lu}/u.test(items[at]?.token?.form ?? '');

const isNominal = (items: Items, at: number): boolean => {
  const upos = uposAt(items, at);
  return upos !== undefined && (nominal.has(upos) || (verbal.has(upos) && isName(items, at)));
};

const isInPhrase = (items: Items, at: number): boolean => {
  const upos = uposAt(items, at);
  if (upos === 'PUNCT') return formAt(items, at) === '-';
  if (upos !== undefined && verbal.has(upos)) return isName(items, at);
  return upos !== undefined && inPhrase.has(upos) && formAt(items, at) !== 'to';
};

const isVerb = (items: Items, at: number): boolean => {
  const upos = uposAt(items, at);
  return upos !== undefined && verbal.has(upos) && !isName(items, at);
};

/** "and" between two names or nouns. */
const joinsTwo = (items: Items, at: number): boolean =>
  uposAt(items, at) === 'CCONJ' && isNominal(items, at - 1) && isInPhrase(items, at + 1);

/** The noun phrase that ends before item `to`, not reaching below `floor`. */
export function phraseBefore(items: Items, to: number, floor: number): Range | undefined {
  if (uposAt(items, to - 1) === 'PRON') return { from: to - 1, to };
  let from = to;
  while (from > floor) {
    const at = from - 1;
    const joins =
      joinsTwo(items, at) || (joining.has(formAt(items, at)) && at > floor && isNominal(items, at - 1));
    if (!joins && !isInPhrase(items, at)) break;
    if (relative.has(formAt(items, at)) || isTimeBefore(items, at, from)) break;
    if (from < to && opensNext(items, from) && isNominal(items, at)) break;
    from--;
  }
  return asPhrase(items, afterOpener(items, { from, to }));
}

/** `On Monday the minister`: a time before the group; not one inside it, as in `the 2016 report`, `Monday's talks`. */
function isTimeBefore(items: Items, at: number, from: number): boolean {
  if (!isTimed(items, at) || uposAt(items, from) === 'PART') return false;
  let first = at;
  while (isTimed(items, first - 1)) first--;
  return uposAt(items, first) !== 'DET' && uposAt(items, first - 1) !== 'DET';
}

/** A determiner after a noun opens another group: `In Lima | the minister`. */
const opensNext = (items: Items, at: number): boolean =>
  determiners.has(formAt(items, at)) || possessive.has(formAt(items, at));

const determiners = new Set(['the', 'a', 'an', 'this', 'these', 'those']);

/** `After the talks | Kovac`: behind an opening preposition its own noun comes first, then the subject. */
function afterOpener(items: Items, range: Range): Range {
  const opener = uposAt(items, range.from) === 'ADP' ? range.from : range.from - 1;
  const upos = uposAt(items, opener);
  if ((upos !== 'ADP' && upos !== 'SCONJ') || isNominal(items, opener - 1)) return range;
  for (let at = range.to - 1; at > range.from; at--) {
    const common = uposAt(items, at - 1) === 'NOUN' && !isCapital(items, at - 1);
    if (common && isCapital(items, at) && uposAt(items, at) === 'PROPN') return { from: at, to: range.to };
  }
  return range;
}

/** `Peru, Chile and Ecuador`: the names before the last two, back to the start of the clause. */
export function withList(items: Items, phrase: Range, floor: number): Range {
  if (!hasJoin(items, phrase)) return phrase;
  let { from } = phrase;
  while (from - 1 > floor && formAt(items, from - 1) === ',') {
    const before = phraseBefore(items, from - 1, floor);
    const named = before && uposAt(items, before.to - 1) === 'PROPN' && !isTimed(items, before.to - 1);
    const whole = before && (before.from === floor || formAt(items, before.from - 1) === ',');
    if (!named || !whole || before.to !== from - 1) break;
    ({ from } = before);
  }
  return { from, to: phrase.to };
}

function hasJoin(items: Items, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (uposAt(items, at) === 'CCONJ') return true;
  return false;
}

/** The noun phrase that starts at item `from`; ends before `stop`. */
export function phraseAfter(items: Items, from: number, stop = from + reach): Range | undefined {
  if (uposAt(items, from) === 'PRON' && !possessive.has(formAt(items, from))) return { from, to: from + 1 };
  let to = from;
  while (to < stop && to < items.length) {
    const joins =
      to > from &&
      (joinsTwo(items, to) || (joiningAfterVerb.has(formAt(items, to)) && isNominal(items, to - 1)));
    if (!joins && !isInPhrase(items, to)) break;
    if (to > from && uposAt(items, to) === 'PRON' && !possessive.has(formAt(items, to))) break;
    // `told reporters that talks`: no noun has its determiner behind it.
    if (to > from && formAt(items, to) === 'that' && isNominal(items, to - 1)) break;
    to++;
  }
  return asPhrase(items, { from, to });
}

/** `range` without a joining word at its ends, if a noun is left. */
function asPhrase(items: Items, range: Range): Range | undefined {
  let { from, to } = range;
  while (
    from < to &&
    (uposAt(items, from) === 'PART' || uposAt(items, from) === 'PUNCT' || joinsOnly(items, from))
  )
    from++;
  while (to > from && (uposAt(items, to - 1) === 'DET' || joinsOnly(items, to - 1)) && to - from > 1) to--;
  for (let at = from; at < to; at++) if (isNominal(items, at)) return { from, to };
  return to - from === 1 && uposAt(items, from) === 'DET' ? { from, to } : undefined;
}

const joinsOnly = (items: Items, at: number): boolean =>
  uposAt(items, at) === 'CCONJ' || uposAt(items, at) === 'ADP';

/**
 * The subject of a clause that is interrupted before its verb, as in "Kovac, who leads the talks, said": the
 * first part between commas from `floor` that is a noun phrase and nothing else. `comma` is the last one.
 */
export function interruptedSubject(items: Items, comma: number, floor: number): Range | undefined {
  let from = floor;
  for (let at = floor; at <= comma; at++) {
    if (formAt(items, at) !== ',' && !(uposAt(items, at) === 'PUNCT' && /^[-–—(]+$/u.test(formAt(items, at))))
      continue;
    const found = wholePhrase(items, { from, to: at });
    if (found) return found;
    from = at + 1;
  }
  return undefined;
}

/** The subject of the clause that starts at `floor`: a noun phrase with a verb, or a comma, after it. */
export function subjectOf(items: Items, floor: number, stop: number): Range | undefined {
  let from = floor;
  for (let at = floor; at < Math.min(stop, floor + reach); at++) {
    const ends = formAt(items, at) === ',' || isVerb(items, at) || isQuote(items, at);
    if (!ends) continue;
    const found = wholePhrase(items, { from, to: lastNominal(items, from, at) });
    if (found) return found;
    if (formAt(items, at) !== ',' && opensClause(items, from)) return undefined;
    from = at + 1;
  }
  return undefined;
}

/** Adverbs may stand between a subject and its verb. */
function lastNominal(items: Items, from: number, to: number): number {
  let end = to;
  while (end > from && uposAt(items, end - 1) === 'ADV') end--;
  return end;
}

const opensClause = (items: Items, at: number): boolean => {
  const upos = uposAt(items, at);
  return upos !== 'ADP' && upos !== 'SCONJ' && upos !== 'ADV';
};

function wholePhrase(items: Items, range: Range): Range | undefined {
  let { from } = range;
  while (from < range.to && (uposAt(items, from) === 'CCONJ' || uposAt(items, from) === 'PUNCT')) from++;
  if (from >= range.to || uposAt(items, from) === 'ADP') return undefined;
  const found = phraseAfter(items, from, range.to);
  if (!found) return undefined;
  for (let at = found.to; at < range.to; at++) if (isVerb(items, at) || isQuote(items, at)) return undefined;
  return found.from === from ? found : undefined;
}
