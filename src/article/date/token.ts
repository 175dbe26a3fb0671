/** The small pieces that a written date is made of: numbers, words and marks. */
import { fold } from './fold.js';

export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Words folded and without dots (`p.m.` is `pm`), numbers in ASCII digits, marks as they stand. */
  readonly form: string;
  /** Into the text, UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** An empty line stands before it, or it opens a window: no date runs over that. */
  readonly breaks: boolean;
}

/** How far around a digit words of the same date are looked for, in UTF-16 code units. */
const BEFORE = 48;
const AFTER = 72;

/**
 * In order: digits; dotted abbreviations; one Han or Hangul unit after a digit (`3日`); letters; white space
 * with direction marks; anything else. Every alternative is a plain run, so matching is linear.
 */
const PIECE =
  /(\p{Nd}+)|(\p{sc=Thai}{1,4}(?:\.\p{sc=Thai}{1,3})+\.?|\p{L}(?:\.\p{L})+(?!\p{L})\.?)|((?<=\p{Nd} ?)[\p{sc=Han}\p{sc=Hangul}]|(?:\p{L}|\p{M})+)|([\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+)|./gsu;

/** Stretches of the text that hold digits, as `[start, end]`. */
function windows(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const { index } of text.matchAll(/\p{Nd}+/gu)) {
    const last = found.at(-1);
    const start = Math.max(0, index - BEFORE);
    if (last && start <= last[1]) last[1] = index + AFTER;
    else found.push([start, index + AFTER]);
  }
  return found.map(([start, end]) => [wordStart(text, start), Math.min(text.length, end)]);
}

/** Back to the start of a word that `index` stands in, at most 24 units. */
function wordStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < 24 && /[\p{L}\p{M}\uD800-\uDFFF]/u.test(text.charAt(start - 1)))
    start--;
  return start;
}

/** Decimal digits of any script to `0`…`9`: digits of one script are ten neighbours in Unicode. */
export function asciiDigits(digits: string): string {
  if (/^[0-9]*$/.test(digits)) return digits;
  let result = '';
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
    result += String(code - zero);
  }
  return result;
}

/** Tokens of the stretches that hold digits; text without digits has none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [from, to] of windows(text)) {
    let spaced = false;
    let breaks = true;
    PIECE.lastIndex = from;
    for (let match = PIECE.exec(text); match && match.index < to; match = PIECE.exec(text)) {
      const [piece, digits, dotted, word, space] = match;
      if (space !== undefined) {
        spaced = true;
        breaks ||= /\n[^\S\n]*\n/.test(space);
        continue;
      }
      const form = digits ? asciiDigits(digits) : dotted ? fold(dotted).replaceAll('.', '') : fold(piece);
      tokens.push({
        kind: digits ? 'number' : dotted || word ? 'word' : 'mark',
        form,
        start: match.index,
        end: match.index + piece.length,
        spaced,
        breaks,
      });
      spaced = false;
      breaks = false;
    }
  }
  return tokens;
}
