/** What an attribution attributes: the items before it, after it, or both. */
import type { Attribution } from './attribution.js';
import type { SpeechData } from './data.js';
import type { Item } from './line.js';
import { formAt, type Items, isQuote, phraseAfter, type Range, reach, uposAt } from './phrase.js';

export interface Content {
  /** By start. */
  readonly ranges: readonly Range[];
  /** Who was spoken to. */
  readonly addressee?: Range;
  /** Items between the attribution and what it attributes: "on Monday", "in a statement". */
  readonly adjuncts: Range;
}

export interface Context {
  readonly text: string;
  readonly data: SpeechData;
  readonly items: Items;
  readonly attribution: Attribution;
  /** Where what the attribution before it took ends; and the ones after it. */
  readonly floor: number;
  readonly later: readonly Attribution[];
  /** The line without its full stop ends here. */
  readonly end: number;
  /** For each item the first quotation at it or after it; `items.length` if there is none. */
  readonly nextQuote: readonly number[];
  /** Items that open or lie in a time expression. */
  readonly isTime: (item: Item | undefined) => boolean;
}

export function contentOf(context: Context): Content | undefined {
  const left = leftContent(context);
  const right = rightContent(context, left !== undefined);
  const ranges = [left, right.range].filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  const { addressee, adjuncts } = right;
  return { ranges, adjuncts, ...(addressee ? { addressee } : {}) };
}

/** `"We go," Kovac said`; `The plan is "dead," Kovac said`; `The talks failed, Kovac said`. */
function leftContent(context: Context): Range | undefined {
  const { text, items, attribution, floor } = context;
  if (attribution.relative) return undefined;
  let to = attribution.from;
  const comma = formAt(items, to - 1) === ',';
  if (comma) to--;
  const from = skipPunctuation(items, floor, to);
  if (from >= to) return undefined;
  const last = items[to - 1];
  if (last?.quote) {
    const paused =
      comma || /[,!?…—–.-]['’”"»\s]*$/u.test(text.slice(Math.max(last.start, last.end - 5), last.end));
    if (!paused && (from < to - 1 || attribution.shared)) return undefined;
    return { from: afterOpening(context, from), to };
  }
  if (!comma || attribution.shared || !attribution.cue.frames.includes('clause')) return undefined;
  if (floor > 0 || !closesLine(context)) return undefined;
  const clause = hasFiniteVerb(items, from, to) || isQuote(items, from);
  return clause && !opensSubordinate(items, from) ? { from, to } : undefined;
}

/** `Asked about it, "We go," Kovac said`: words before a comma or colon are the report's own. */
function afterOpening({ items, nextQuote }: Context, from: number): number {
  const first = nextQuote[from] ?? from;
  const before = formAt(items, first - 1);
  return first > from && (before === ',' || before === ':') ? first : from;
}

/** Nothing but an adjunct of the speaking follows: "…, Kovac said on Monday". */
function closesLine({ items, attribution, isTime, nextQuote }: Context): boolean {
  const at = attribution.to;
  if (at >= items.length) return true;
  if ((nextQuote[at] ?? items.length) < items.length) return false;
  const upos = uposAt(items, at);
  return upos === 'PUNCT' || upos === 'ADP' || upos === 'ADV' || isTime(items[at]);
}

function rightContent(
  context: Context,
  hasLeft: boolean,
): { range?: Range; addressee?: Range; adjuncts: Range } {
  const { items, attribution } = context;
  const { cue } = attribution;
  const limit = limitOf(context);
  let at = attribution.to;
  let addressee: Range | undefined;
  if (cue.addressee && !attribution.inverted) {
    addressee = phraseAfter(items, at, limit);
    if (addressee) at = addressee.to;
  }
  const start = hasLeft ? resumed(items, at, limit) : opening(context, at, limit);
  const adjuncts = { from: attribution.to, to: start ?? limit };
  const range = start === undefined ? undefined : bounded(context, start, limit);
  return { adjuncts, ...(range ? { range } : {}), ...(addressee ? { addressee } : {}) };
}

/** Where the words of an attribution end at the latest: before the next one that is on the same level. */
function limitOf(context: Context): number {
  for (const next of context.later) {
    const limit = limitBefore(context, next);
    if (limit !== undefined) return limit;
  }
  return context.end;
}

function limitBefore({ items, attribution }: Context, next: Attribution): number | undefined {
  const before = next.from - 1;
  const paused =
    [',', ';', '—', '–', '-'].includes(formAt(items, before)) || uposAt(items, before) === 'CCONJ';
  const afterQuote = isQuote(items, before) && before > attribution.to && !next.shared;
  if (paused || (next.shared && before > attribution.to))
    return Math.max(attribution.to, trimEnd(items, before + 1));
  return afterQuote && !isQuote(items, attribution.to) ? before : undefined;
}

/** `"One," Kovac said on Monday, "two."`: the marks that go on after the attribution. */
function resumed(items: Items, from: number, limit: number): number | undefined {
  for (let at = from; at < Math.min(limit, from + reach); at++) {
    if (!isQuote(items, at)) continue;
    const before = formAt(items, at - 1);
    const linked = uposAt(items, at - 1) === 'CCONJ' && formAt(items, at - 2) === ',';
    return linked || [',', ':', 'that', '—', '–', '-', '--', ';'].includes(before) ? at : undefined;
  }
  return undefined;
}

const linking = new Set(['that', 'if', 'whether', 'what', 'why', 'how', 'when', 'where', 'who']);
const copulas = new Set(['as', 'of', 'for', 'about', 'against', 'to', 'with', 'on', 'a', 'an', 'the']);

/** Where the words begin that follow the attribution, over its adjuncts: "said on Monday in a statement that". */
function opening(context: Context, from: number, limit: number): number | undefined {
  const { items, isTime } = context;
  const { frames, addressee: addressed } = context.attribution.cue;
  let at = from;
  for (let steps = 0; at < limit && steps < 12; steps++) {
    const form = formAt(items, at);
    const upos = uposAt(items, at);
    if (isQuote(items, at)) {
      if (formAt(items, at + 1) !== 'that') return at;
      at++;
      continue;
    }
    if (form === ':') return at + 1 < limit ? at + 1 : undefined;
    if (form === ',') {
      if (formAt(items, context.attribution.from - 1) === 'as') return at + 1 < limit ? at + 1 : undefined;
      if (isQuote(items, at + 1) || linking.has(formAt(items, at + 1)) || steps === 0) at++;
      else if (isTime(items[at + 1]) || uposAt(items, at + 1) === 'ADP') at++;
      else if (context.attribution.cue.id === 'cue/according-to') at++;
      else break;
      continue;
    }
    if (addressed && (form === 'who' || form === 'which')) {
      const comma = nextComma(items, at, limit);
      if (comma === undefined) return undefined;
      at = comma;
      continue;
    }
    if (form === 'that') return frames.includes('that') ? at : undefined;
    if (linking.has(form)) return frames.includes('whether') || frames.includes('that') ? at : undefined;
    if (form === 'to' && (upos === 'PART' || isQuote(items, at + 1)))
      return frames.includes('infinitive') || isQuote(items, at + 1) ? at : fragment(context, from, limit);
    if (isTime(items[at]) || upos === 'ADV') at++;
    else if (upos === 'ADP') at = afterPreposition(items, at, limit, isTime);
    else break;
  }
  if (at < limit && frames.includes('clause')) {
    if (hasFiniteVerb(items, at, limit)) return at;
    // The verb of the clause may stand inside the marks: said the envoy "has failed".
    const phrase = phraseAfter(items, at, limit);
    if (phrase && isQuote(items, phrase.to)) return at;
  }
  return fragment(context, from, limit) ?? naming(context, from, limit);
}

function afterPreposition(items: Items, at: number, limit: number, isTime: Context['isTime']): number {
  let to = phraseAfter(items, at + 1, limit)?.to ?? at + 1;
  while (to < limit && isTime(items[to])) to++;
  return to;
}

/** `called the draft "a bad joke"`: marked words for a thing that is named before them. */
function fragment({ items, attribution }: Context, from: number, limit: number): number | undefined {
  if (!attribution.cue.frames.includes('fragment')) return undefined;
  for (let at = from; at < Math.min(limit, from + 14); at++) {
    if (isQuote(items, at)) return from;
    const upos = uposAt(items, at);
    if (upos === 'VERB' && at > from + 1) return undefined;
    if (upos === 'PUNCT' && !copulas.has(formAt(items, at)) && formAt(items, at) !== '-') return undefined;
  }
  return undefined;
}

function nextComma(items: Items, from: number, limit: number): number | undefined {
  for (let at = from; at < Math.min(limit, from + reach); at++) if (formAt(items, at) === ',') return at;
  return undefined;
}

/** `a visit he called the best of the year`: a name for the thing before the relative clause. */
function naming({ items, attribution }: Context, from: number, limit: number): number | undefined {
  const { cue, source } = attribution;
  if (!cue.frames.includes('fragment') || cue.frames.includes('clause') || !source || from >= limit)
    return undefined;
  const before = source.from - 1;
  if (uposAt(items, before) !== 'NOUN' && formAt(items, before) !== 'what') return undefined;
  return uposAt(items, from) === 'DET' || phraseAfter(items, from, limit) ? from : undefined;
}

/** The range from `start`: for marked words to their end, for a clause to the end of the sentence. */
function bounded(
  { text, items, data, nextQuote, attribution }: Context,
  start: number,
  limit: number,
): Range | undefined {
  if (start >= limit) return undefined;
  const { frames } = attribution.cue;
  let to = limit;
  let at = nextQuote[start] ?? limit;
  for (let seen = 0; at < limit && seen < reach; at = nextQuote[at + 1] ?? limit, seen++) {
    const after = skipLinks(items, at + 1, limit);
    if (isQuote(items, after)) continue;
    if (endsWords(text, items, at, limit, data, start)) {
      to = at + 1;
      break;
    }
    if (frames.includes('fragment') && !frames.includes('clause')) {
      to = nextComma(items, at + 1, limit) ?? limit;
      break;
    }
  }
  return { from: start, to: trimEnd(items, to) };
}

/** `"a" and "b"`, `"a", "b"`. */
function skipLinks(items: Items, from: number, limit: number): number {
  let at = from;
  while (at < limit && (formAt(items, at) === ',' || uposAt(items, at) === 'CCONJ')) at++;
  if (at > from && (formAt(items, at) === 'to' || formAt(items, at) === 'that')) at++;
  return at;
}

/** Whether the words end with the marks at `at`: the sentence goes on in the report's own voice. */
function endsWords(
  text: string,
  items: Items,
  at: number,
  limit: number,
  data: SpeechData,
  start: number,
): boolean {
  const quote = items[at];
  if (!quote) return true;
  if (/[,.!?…]['’”"»\s]*$/u.test(text.slice(Math.max(quote.start, quote.end - 4), quote.end))) return true;
  const after = formAt(items, at + 1);
  if (data.adjuncts.has(after)) return true;
  return at === start && at + 1 < limit && uposAt(items, at + 1) === 'PUNCT';
}

function skipPunctuation(items: Items, from: number, to: number): number {
  let at = from;
  while (at < to && uposAt(items, at) === 'PUNCT') at++;
  return at;
}

/** Before the punctuation and conjunctions that end at item `to`. */
export function trimEnd(items: Items, to: number): number {
  let end = to;
  while (end > 0) {
    const upos = uposAt(items, end - 1);
    const form = formAt(items, end - 1);
    if (!(upos === 'CCONJ' || (upos === 'PUNCT' && !/^[)\]]$/u.test(form)))) break;
    end--;
  }
  return end;
}

function hasFiniteVerb(items: Items, from: number, to: number): boolean {
  for (let at = from; at < to && at < from + 40; at++) {
    const upos = uposAt(items, at);
    if (upos === 'AUX') return true;
    if (upos === 'VERB' && !/ing$/u.test(formAt(items, at)) && formAt(items, at - 1) !== 'to') return true;
  }
  return false;
}

const opensSubordinate = (items: Items, at: number): boolean => {
  const upos = uposAt(items, at);
  return (upos === 'ADP' || upos === 'SCONJ') && formAt(items, at) !== 'in';
};
