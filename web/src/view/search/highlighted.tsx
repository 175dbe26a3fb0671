/** Words that were searched, marked where they stand; the record finds them by their stems. */
import { useMemo } from 'react';
import type { Span } from '../../../../src/span.js';
import { Marked } from '../../piece/marked.js';

export function Highlighted({ text, words }: { readonly text: string; readonly words: string }) {
  const spans = useMemo(() => spansOf(text, words), [text, words]);
  return <Marked text={text} spans={spans} />;
}

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
