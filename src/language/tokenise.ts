/**
 * Splits a stretch of text into UD English words. Works from left to right over the chunks between white
 * space; every rule looks at a bounded number of characters or uses up what it looks at, so the time is
 * linear in the text.
 */
import type { Span } from '../span.js';
import { addressAt } from './address.js';
import type { Lexicon } from './lexicon.js';
import { numberAt } from './number.js';
import { symbolAt } from './symbol.js';
import { wordAt } from './word.js';

export interface Piece extends Span {
  /** Continues the surface token of the piece before it. */
  readonly joined: boolean;
}

/** What the rules for one chunk may look at. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  /** End of the chunk: the next white space, or the end of the paragraph. */
  readonly end: number;
  /** A single quotation mark was opened before in this paragraph and not closed. */
  readonly quoted: boolean;
}

// White space, control characters, and marks of text direction: none of them is part of a word.
const GAP = /[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/uy;
const CHUNK = /[^\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/uy;
const PLAIN = /^[a-z]+$/iu;
const OPENS_SINGLE = /^[("“«[]*['‘‚‹](?!(?:\d\ds?|em|til|cause|cuz|tis|twas|n)(?![\p{L}\p{N}]))/iu;
const CLOSES_SINGLE = /['’›](?!\p{L})/u;

export function tokenise(lexicon: Lexicon, text: string, span: Span): Piece[] {
  const pieces: Piece[] = [];
  let at = span.start;
  let quoted = false;
  while (at < span.end) {
    GAP.lastIndex = at;
    if (GAP.test(text)) at = GAP.lastIndex;
    if (at >= span.end) break;
    CHUNK.lastIndex = at;
    CHUNK.test(text);
    const end = Math.min(CHUNK.lastIndex, span.end);
    const raw = text.slice(at, end);
    if (PLAIN.test(raw) && !lexicon.splits.has(raw.toLowerCase())) {
      pieces.push({ start: at, end, joined: false });
    } else {
      quoted ||= OPENS_SINGLE.test(raw);
      splitChunk(lexicon, { text, start: at, end, quoted }, pieces);
      if (quoted && CLOSES_SINGLE.test(raw.slice(1))) quoted = false;
    }
    at = end;
  }
  return pieces;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;

function splitChunk(lexicon: Lexicon, chunk: Chunk, pieces: Piece[]): void {
  let at = chunk.start;
  while (at < chunk.end) {
    const char = String.fromCodePoint(chunk.text.codePointAt(at) ?? 0);
    const digit = DIGIT.test(char);
    const wordlike = digit || LETTER.test(char);
    const address = wordlike ? addressAt(chunk, at) : undefined;
    if (address !== undefined) pieces.push({ start: at, end: address, joined: false });
    else if (digit) pieces.push(...numberAt(lexicon, chunk, at));
    else if (wordlike) pieces.push(...wordAt(lexicon, chunk, at));
    else pieces.push(symbolAt(chunk, at));
    at = pieces.at(-1)?.end ?? chunk.end;
  }
}
