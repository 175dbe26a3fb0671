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
  /** What it is looked up by: the word or mark, or how many figures it has (`00`). */
  readonly key: string;
  readonly figures: boolean;
  /** White space stands before it (or it opens the paragraph). */
  readonly apart: boolean;
}

const SAME: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['–', '-'],
  ['‑', '-'],
  ['‐', '-'],
]);

/** Keys of figures by their number; more than six are no part of a date. */
export const FIGURES: readonly string[] = ['0', '00', '000', '0000', '00000', '000000'];
const MANY_FIGURES = '0000000';
/** Stands for figures and a stroke: "1/2". */
export const FRACTION = '0/';

/** The key of a word of the data. */
export const keyOf = (word: string): string => (/^\d/.test(word) ? figuresKey(word.length) : word);
const figuresKey = (length: number): string => FIGURES[length - 1] ?? MANY_FIGURES;

type Kind = 'space' | 'letter' | 'figure' | 'mark';

/** Kinds of the characters below 128, which nearly all of English text is. */
const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): Kind {
  if (/\s/u.test(character)) return 'space';
  if (/\p{L}/u.test(character)) return 'letter';
  return /[0-9]/.test(character) ? 'figure' : 'mark';
}

const kindAt = (text: string, at: number): Kind =>
  ASCII[text.charCodeAt(at)] ?? kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));

/** Where the lexeme that starts at `start` ends. */
function endOf(text: string, start: number, limit: number, kind: Kind): number {
  let end = start + widthAt(text, start);
  if (kind === 'mark') return end;
  while (end < limit && kindAt(text, end) === kind) end += widthAt(text, end);
  return end;
}

/** Code units of the character at `at`. */
const widthAt = (text: string, at: number): number =>
  text.charCodeAt(at) < 0xd800 || (text.codePointAt(at) ?? 0) <= 0xffff ? 1 : 2;

/** The lexemes of `text` from `span.start` to `span.end`. Linear in the length of the span. */
export function lexemes(text: string, span: Span): Lexeme[] {
  const found: Lexeme[] = [];
  let apart = true;
  let start = span.start;
  while (start < span.end) {
    const kind = kindAt(text, start);
    if (kind === 'space') {
      apart = true;
      start++;
      continue;
    }
    const end = endOf(text, start, span.end, kind);
    const form = text.slice(start, end);
    const figures = kind === 'figure';
    const lower = kind === 'letter' ? form.toLowerCase() : (SAME.get(form) ?? form);
    found.push({ start, end, lower, form, key: figures ? figuresKey(form.length) : lower, figures, apart });
    apart = false;
    start = end;
  }
  return found;
}

/** Whether it is printed as a name: a capital, or capitals only. */
export const capital = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && lexeme.form.charAt(0) !== lexeme.form.charAt(0).toLowerCase();
