/** Words that were searched, marked where they stand; the record finds them by their stems. */
import { useMemo } from 'react';
import { Marked } from '../../piece/marked.js';
import { spansOf } from './spans.js';

export function Highlighted({ text, words }: { readonly text: string; readonly words: string }) {
  const spans = useMemo(() => spansOf(text, words), [text, words]);
  return <Marked text={text} spans={spans} />;
}
