/** Marked words and what an attribution attributes: how far a clause goes with them, and marks that stand beside a cue. */
import type { Doc } from '../language/doc.js';
import type { Attribution } from './attribution.js';
import type { SpeechData } from './data.js';
import { formAt, type Items, isQuote, type Range, reach, trimEnd, trimmedRange, uposAt } from './items.js';
import type { Item } from './line.js';

export interface Context {
  readonly doc: Doc;
  readonly data: SpeechData;
  readonly items: Items;
  readonly attribution: Attribution;
  /** The attribution before it in the line. */
  readonly previous?: Attribution;
  /** Some of those after it. */
  readonly later: readonly Attribution[];
  /** Where what the one before took ends. */
  readonly floor: number;
  /** The next attribution that has a source of its own begins here. */
  readonly limit: number;
  /** Lies in a time expression. */
  readonly isTimed: (item: Item | undefined) => boolean;
  /** For each item the first quotation at it or after it; `items.length` if there is none. */
  readonly nextQuote: readonly number[];
}

/** With marked words in it: from the marks on, where a pause stands before them; to the marks, where they end a sentence. */
export function withMarks(
  { doc, data, items, nextQuote, previous }: Context,
  range: Range,
  left: boolean,
): Range {
  const first = nextQuote[range.from] ?? items.length;
  if (first >= range.to) {
    // The verb of the clause stands inside the marks: said the envoy "has failed".
    return isQuote(items, range.to) && uposAt(items, range.to - 1) !== 'PUNCT'
      ? { from: range.from, to: range.to + 1 }
      : range;
  }
  const paused = formAt(items, first - 1) === ',' || formAt(items, first - 1) === ':';
  // "Asked about it, “We go,” he said", "Kovac said “We go,” he said": words before the marks are not his.
  const own = left && first > range.from && (paused || first === previous?.to);
  const from = own && opensSentence(doc.text, items, first) ? first : range.from;
  let at = first;
  for (let seen = 0; at < range.to && seen < reach; at = nextQuote[at + 1] ?? items.length, seen++) {
    const next = skipLinks(items, at + 1, range.to);
    if (isQuote(items, next) || (next < range.to && formAt(items, next - 1) === 'that')) continue;
    if (endsWords(doc.text, items, at, range.to, data, from)) return { from, to: at + 1 };
  }
  return { from, to: range.to };
}

export const opensSentence = (text: string, items: Items, at: number): boolean =>
  /^\P{L}{1,4}\p{Lu}/u.test(text.slice(items[at]?.start ?? 0, (items[at]?.start ?? 0) + 6));

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
  if (!quote || endsPaused(text, items, at)) return true;
  if (data.adjuncts.has(formAt(items, at + 1))) return true;
  return at === start && at + 1 < limit && uposAt(items, at + 1) === 'PUNCT';
}

/** A pause stands inside the marks, at their end. */
function endsPaused(text: string, items: Items, at: number): boolean {
  const quote = items[at];
  return (
    quote !== undefined &&
    /[,.!?…—–-]['’”"»\s]*$/u.test(text.slice(Math.max(quote.start, quote.end - 5), quote.end))
  );
}

/** `"We go," Kovac said`; `The plan is "dead," Kovac said`. */
export function leftMarks({ doc, items, attribution, floor, nextQuote }: Context): Range | undefined {
  if (attribution.relative) return undefined;
  let to = attribution.from;
  const comma = formAt(items, to - 1) === ',';
  if (comma) to--;
  if (!isQuote(items, to - 1)) return undefined;
  const { from } = trimmedRange(items, { from: floor, to });
  if (from >= to) return undefined;
  const paused = comma || endsPaused(doc.text, items, to - 1);
  if (!paused && (from < to - 1 || attribution.shared)) return undefined;
  const first = nextQuote[from] ?? from;
  const before = formAt(items, first - 1);
  return { from: first > from && (before === ',' || before === ':') ? first : from, to };
}

/** `Kovac said: "We go."`, `"One," Kovac said on Monday, "two."` */
export function rightMarks(context: Context, hasLeft: boolean): Range | undefined {
  const { doc, items, attribution, nextQuote, limit } = context;
  const { to } = attribution;
  const at = nextQuote[to] ?? items.length;
  if (at >= Math.min(limit, to + reach)) return undefined;
  const before = formAt(items, at - 1);
  const linked = uposAt(items, at - 1) === 'CCONJ' && formAt(items, at - 2) === ',';
  const opens = linked || [',', ':', 'that', '—', '–', '-', '--', ';'].includes(before);
  if (!opens && (hasLeft || !(at === to || opensSentence(doc.text, items, at)))) return undefined;
  const end = trimEnd(items, Math.min(limit, items.length));
  const range = withMarks(context, { from: at, to: Math.max(at + 1, endOfMarks(items, at, end)) }, false);
  return range;
}

/** Marks that follow each other: `"a" and "b"`. */
function endOfMarks(items: Items, from: number, limit: number): number {
  let at = from;
  for (;;) {
    const next = skipLinks(items, at + 1, limit);
    if (next >= limit || !isQuote(items, next)) return at + 1;
    at = next;
  }
}
