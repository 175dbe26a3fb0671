/** Figures: amounts, dates, times, telephone numbers, decades, and the units that stick to them. */
import type { Lexicon } from './lexicon.js';
import type { Chunk, Piece } from './tokenise.js';

// A telephone number or a date stays in one piece; the years or scores of a range ("3-5") do not.
const DASHED =
  /\d+(?:-\d+){2,}(?![\p{L}\p{N}])|(?:\d{3}[/.])?\d{3}-\d{4}(?![-\p{L}\p{N}])|\d{5}-\d{4}(?![-\p{L}\p{N}])/uy;
const FIGURE = /\p{N}+(?:[.,:/]\p{N}+)*/uy;
const ORDINAL = /(?:s|['’]s|st|nd|rd|th)(?![\p{L}\p{N}])/iuy;
const LETTERS = /[\p{L}\p{M}]+(?:\.[\p{L}]\.?)?/uy;
const REST = /[\p{L}\p{M}\p{N}]+/uy;

function endOf(pattern: RegExp, chunk: Chunk, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(chunk.text) ? Math.min(pattern.lastIndex, chunk.end) : at;
}

/** The pieces of the figure that starts at `at`: never empty. */
export function numberAt(lexicon: Lexicon, chunk: Chunk, at: number): Piece[] {
  const dashed = endOf(DASHED, chunk, at);
  if (dashed > at) return [{ start: at, end: dashed, joined: false }];
  const figure = endOf(FIGURE, chunk, at);
  const ordinal = endOf(ORDINAL, chunk, figure);
  if (ordinal > figure) return [{ start: at, end: ordinal, joined: false }];
  const letters = endOf(LETTERS, chunk, figure);
  if (letters > figure && lexicon.units.has(chunk.text.slice(figure, letters)))
    return [
      { start: at, end: figure, joined: false },
      { start: figure, end: letters, joined: false },
    ];
  return [{ start: at, end: endOf(REST, chunk, figure), joined: false }];
}
