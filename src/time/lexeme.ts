/**
 * Lexemes: what the patterns of data/time match. Finer than UD tokens and free of any tagger: a run of
 * letters, a run of figures, or one mark, so that "Aug.7", "9a.m." and "mid-1990s" are read alike.
 */
import type { Span } from '../span.js';

export interface Lexeme extends Span {
  /** Lower case; the dashes of ranges and the curly apostrophe are written `-` and `'`. */
  readonly lower: string;
  /** As printed. */
  readonly form: string;
  readonly figures: boolean;
  /** White space stands before it (or it opens the paragraph). */
  readonly apart: boolean;
}

const LEXEME = /\p{L}+|\p{Nd}+|[^\s]/gu;
const SAME: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '–': '-', '‑': '-', '‐': '-' };

/** The lexemes of `text` from `span.start` to `span.end`. Linear in the length of the span. */
export function lexemes(text: string, span: Span): Lexeme[] {
  const found: Lexeme[] = [];
  const part = text.slice(span.start, span.end);
  let last = -1;
  for (const match of part.matchAll(LEXEME)) {
    const form = match[0];
    const figures = form >= '0' && form <= '9~';
    found.push({
      start: span.start + match.index,
      end: span.start + match.index + form.length,
      lower: SAME[form] ?? form.toLowerCase(),
      form,
      figures,
      apart: match.index !== last,
    });
    last = match.index + form.length;
  }
  return found;
}

/** Whether it is printed as a name: a capital, or capitals only. */
export const capital = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && lexeme.form.charAt(0) !== lexeme.form.charAt(0).toLowerCase();
