/** Looking at the items of a line: words, and whole quotations. */
import type { Upos } from '../language/doc.js';
import type { Span } from '../span.js';
import type { Words } from './cue.js';
import type { Item } from './line.js';

/** Half-open range of items. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Items = readonly Item[];

export const formAt = (items: Items, at: number): string => items[at]?.token?.form.toLowerCase() ?? '';

export const uposAt = (items: Items, at: number): Upos | undefined => items[at]?.token?.upos;

export const isQuote = (items: Items, at: number): boolean => items[at]?.quote !== undefined;

/** Words of the attribution may stand this far between it and the marks that it attributes. */
export const reach = 60;

export const spanOf = (items: Items, { from, to }: Range): Span => ({
  start: items[from]?.start ?? 0,
  end: items[to - 1]?.end ?? 0,
});

/** The last item that starts at `offset` or before it. */
export function itemAt(items: Items, offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The items that hold words of the doc; a quotation as a whole where any of its words is among them. */
export function itemsOf(items: Items, tokens: readonly Span[], { from, to }: Words): Range {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return { from: 0, to: 0 };
  return { from: Math.max(0, itemAt(items, first.start)), to: itemAt(items, last.start) + 1 };
}

/** For each item the first quotation at it or after it; `items.length` if there is none. */
export function quotesAhead(items: Items): number[] {
  const ahead: number[] = new Array(items.length);
  let next = items.length;
  for (let at = items.length - 1; at >= 0; at--) {
    if (isQuote(items, at)) next = at;
    ahead[at] = next;
  }
  return ahead;
}

/** Without the punctuation and conjunctions at its ends. */
export function trimmedRange(items: Items, range: Range): Range {
  const to = trimEnd(items, range.to);
  let { from } = range;
  while (
    from < to &&
    (uposAt(items, from) === 'PUNCT' ? !/^[([$#]$/u.test(formAt(items, from)) : isJoiner(items, from))
  )
    from++;
  return { from, to: Math.max(from, to) };
}

/** Joins what follows to what stands before; "both" and "either" belong to what follows. */
const isJoiner = (items: Items, at: number): boolean =>
  uposAt(items, at) === 'CCONJ' && !/^(?:both|either|neither)$/u.test(formAt(items, at));

/** Before the punctuation and conjunctions that end at item `to`. */
export function trimEnd(items: Items, to: number): number {
  let end = to;
  while (end > 0) {
    const upos = uposAt(items, end - 1);
    if (!(upos === 'CCONJ' || (upos === 'PUNCT' && !/^[)\]]$/u.test(formAt(items, end - 1))))) break;
    end--;
  }
  return end;
}
