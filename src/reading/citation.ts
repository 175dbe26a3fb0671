/** From a span to the sentence it stands in, and to W3C Web Annotation selectors. */
import { contains, overlaps, type Span } from '../span.js';

/**
 * The sentences that `span` touches, in order; the span itself where it lies outside of all of them
 * (a date in the foot of a page). `sentences` are by start and do not overlap.
 */
export function sentencesOf(sentences: readonly Span[], span: Span): readonly Span[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence !== undefined && sentence.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let i = low; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (sentence === undefined || !(overlaps(sentence, span) || contains(sentence, span))) break;
    found.push(sentence);
  }
  return found.length > 0 ? found : [span];
}

/** W3C Web Annotation Data Model, section 4.2.5; `start` and `end` count code points, as it demands. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** W3C Web Annotation Data Model, section 4.2.4. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export type Selectors = readonly [TextPositionSelector, TextQuoteSelector];

/** UTF-16 units of context on each side: enough to tell one "said" from the next. */
const context = 32;

/** Makes the selectors of one text's spans; counts its code points once. */
export function selectorsFor(text: string): (span: Span) => Selectors {
  const codePoints = codePointCounter(text);
  return ({ start, end }) => [
    { type: 'TextPositionSelector', start: codePoints(start), end: codePoints(end) },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(atCharacter(text, Math.max(0, start - context)), start),
      suffix: text.slice(end, atCharacter(text, Math.min(text.length, end + context))),
    },
  ];
}

/** `offset`, moved forward where it would cut a surrogate pair in two. */
function atCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  const cuts = code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return cuts ? offset + 1 : offset;
}

/** How many code points come before a UTF-16 offset. */
function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(match.index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
