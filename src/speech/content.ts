/** What an attribution attributes, in items: what the parse gives, whole quotations, and marks that stand beside it. */
import type { Attribution } from './attribution.js';
import { formAt, type Items, isQuote, itemsOf, type Range, trimEnd, trimmedRange, uposAt } from './items.js';
import { type Context, leftMarks, opensSentence, rightMarks, withMarks } from './marked.js';

/** By start. */
export function contentOf(context: Context): readonly Range[] {
  const { doc, attribution, items, nextQuote } = context;
  const claimed = claimedRanges(context);
  const left = leftMarks(context);
  // No clause without marks goes on with somebody's own words: "We go," he said and left.
  const ranges = left
    ? [left, ...claimed.filter(({ to, from }) => to <= attribution.from && !touches({ from, to }, left))]
    : [...claimed];
  if (!ranges.some(({ from }) => from >= attribution.to)) {
    const right = rightMarks(context, ranges.length > 0);
    if (right) ranges.push(right);
  }
  const marked = ranges.some(({ from, to }) => (nextQuote[from] ?? items.length) < to);
  if (!marked && needsMarks(attribution)) return [];
  return merged(
    doc.text,
    items,
    ranges.sort((a, b) => a.from - b.from),
  );
}

/** Ranges with nothing but punctuation between them are one. */
function merged(text: string, items: Items, ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const range of ranges) {
    const last = found.at(-1);
    let at = last?.to ?? range.from;
    while (at < range.from && uposAt(items, at) === 'PUNCT') at++;
    const bothMarked = last && isQuote(items, last.to - 1) && isQuote(items, range.from);
    if (
      !(isQuote(items, range.from) && opensSentence(text, items, range.from)) &&
      last &&
      at >= range.from &&
      !bothMarked
    )
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else found.push(range);
  }
  return found;
}

const touches = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to;

/** Belief is no statement, unless somebody's own words are given; nor is a verb that only takes marked words. */
const needsMarks = ({ claim, word }: Attribution): boolean =>
  word.cue.kind === 'believe' || (claim?.needsMarks ?? true);

function claimedRanges(context: Context): Range[] {
  const { doc, items, attribution } = context;
  const found: Range[] = [];
  for (const words of attribution.claim?.ranges ?? []) {
    const whole = trimmedRange(items, itemsOf(items, doc.tokens, words));
    const outside = cutOwn(afterTime(context, whole), attribution.cueAt);
    const level = outside && withinLevel(context, outside);
    const range = level && withMarks(context, level, level.from < attribution.from);
    if (!outside || !range || range.to <= range.from) continue;
    const last = found.at(-1);
    if (last && range.from < last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else found.push(range);
    // The words ended with their marks: what the parse has behind them is the report's own.
    if (range.to < outside.to && range.from >= attribution.to) break;
  }
  return found;
}

/** `said on Friday he had gone`: the parse may hang the time of the speaking on the clause. */
function afterTime({ items, attribution, isTimed }: Context, range: Range): Range {
  if (range.from < attribution.to || formAt(items, range.from) !== 'on') return range;
  let from = range.from + 1;
  while (from < range.to && isTimed(items[from])) from++;
  return from > range.from + 1 && from < range.to && uposAt(items, from) !== 'PUNCT'
    ? { from, to: range.to }
    : range;
}

/** Ends before an attribution on the same level: one of the same source that a comma or "and" sets off. */
function withinLevel({ items, attribution, later }: Context, range: Range): Range {
  const next = later.find(
    ({ from, shared, source }) =>
      from > range.from &&
      from < range.to &&
      (formAt(items, from - 1) === ',' || uposAt(items, from - 1) === 'CCONJ') &&
      shared &&
      source?.head === attribution.source?.head,
  );
  return next && attribution.source ? { from: range.from, to: trimEnd(items, next.from) } : range;
}

/** A quotation may be a single item with words of the cue beside it: the cue is never content. */
function cutOwn(range: Range, cue: Range): Range | undefined {
  if (!touches(range, cue)) return range;
  const left = { from: range.from, to: cue.from };
  const right = { from: cue.to, to: range.to };
  const larger = left.to - left.from >= right.to - right.from ? left : right;
  return larger.to > larger.from ? larger : undefined;
}
