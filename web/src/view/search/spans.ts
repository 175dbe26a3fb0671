/** Words that were searched, where they stand in a text. */
import type { Span } from '../../../../src/span.js';

/** Endings that a stem is without: `talks` finds `talk` and `talking`. */
const ENDING = /(?:ings?|e?d|e?s|ly|ment|ments)$/u;
const OPERATORS = new Set(['or', 'and']);

/** Each word in the text that begins with a wanted one. */
export function spansOf(text: string, words: string): Span[] {
  const stems = words
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => !word.startsWith('-') && !OPERATORS.has(word))
    .flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => (word.length > 4 ? word.replace(ENDING, '') : word))
    .filter((stem) => stem.length > 1);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) =>
    stems.some((stem) => word.toLowerCase().startsWith(stem) && word.length <= stem.length + 5)
      ? [{ start: index, end: index + word.length }]
      : [],
  );
}
