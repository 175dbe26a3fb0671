import type { Token } from '../language/doc.js';
import { overlaps, type Span } from '../span.js';

/** For each word, whether a place covers it. Both by start: one walk. */
export function placedWords(
  tokens: readonly Token[],
  places: readonly { readonly span: Span }[],
): readonly boolean[] {
  const placed = new Array<boolean>(tokens.length).fill(false);
  let at = 0;
  for (const { span } of places) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++;
    for (let on = at; on < tokens.length; on++) {
      const token = tokens[on];
      if (token === undefined || !overlaps(token, span)) break;
      placed[on] = true;
    }
  }
  return placed;
}
