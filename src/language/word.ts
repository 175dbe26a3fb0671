/** Words: abbreviations, hyphens, apostrophes and clitics. */
import type { Lexicon } from './lexicon.js';
import type { Chunk, Piece } from './tokenise.js';

const ACRONYM = /\p{L}\.(?:\p{L}\.)*(?:\p{L}(?![\p{L}\p{N}]))?/uy; // U.S., a.m., U.S.A
const RUN = /[\p{L}\p{M}\p{N}_]+(?:[&*’'`@][\p{L}\p{M}\p{N}_*]+)*/uy;
const DEGREE = /(?:Ph\.D|M\.Sc|B\.Sc|D\.Phil|Ph\.Ds)\.?/uy;
/** "th- they": what is left of a word that was broken off. */
const BROKEN_OFF = /^-(?:[\s,.?!]|$)/u;
const SLASHED = /(?:w\/o?|c\/o|s\/he|l\/c)(?![\p{L}\p{N}])/iuy;
const CURRENCY = /[$£€¥]/u;

function endOf(pattern: RegExp, chunk: Chunk, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(chunk.text) ? Math.min(pattern.lastIndex, chunk.end) : at;
}

/** The pieces of the word that starts at `at`: never empty. */
export function wordAt(lexicon: Lexicon, chunk: Chunk, at: number): Piece[] {
  const { text } = chunk;
  const degree = endOf(DEGREE, chunk, at);
  if (degree > at) return withClitic(lexicon, chunk, at, degree);
  const acronym = endOf(ACRONYM, chunk, at);
  if (acronym > at + 2) return withClitic(lexicon, chunk, at, acronym);
  let end = endOf(RUN, chunk, at);
  while (text.charAt(end) === '-' && end + 1 < chunk.end && staysWhole(lexicon, chunk, at, end)) {
    const next = endOf(RUN, chunk, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  const word = text.slice(at, end);
  if (CURRENCY.test(text.charAt(end)) && lexicon.currencies.has(word))
    return [{ start: at, end: end + 1, joined: false }];
  if (text.charAt(end) === '/') end = Math.max(end, endOf(SLASHED, chunk, at));
  if (end < chunk.end && text.charAt(end) === '.' && keepsStop(lexicon, chunk, word, end))
    return withClitic(lexicon, chunk, at, end + 1);
  if (end - at <= 2 && !/^\p{Lu}{2}$/u.test(word) && BROKEN_OFF.test(text.slice(end, end + 2)))
    return [whole(at, end + 1)];
  const parts = lexicon.splits.get(word.toLowerCase());
  if (parts) return split(at, parts);
  return withClitic(lexicon, chunk, at, end);
}

function split(at: number, lengths: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let start = at;
  for (const length of lengths) {
    pieces.push({ start, end: start + length, joined: start > at });
    start += length;
  }
  return pieces;
}

const AFTER_HYPHEN = /[\p{L}\p{M}\p{N}]{1,12}/uy;

function staysWhole(lexicon: Lexicon, chunk: Chunk, at: number, hyphen: number): boolean {
  const before = chunk.text.slice(Math.max(at, hyphen - 40), hyphen).toLowerCase();
  if (lexicon.hyphenPrefixes.has(before)) return true;
  const after = chunk.text.slice(hyphen + 1, endOf(AFTER_HYPHEN, chunk, hyphen + 1)).toLowerCase();
  return lexicon.hyphenSuffixes.has(after) || lexicon.hyphenWords.has(`${before}-${after}`);
}

const BEFORE_FIGURE = /\.?\s?\d/uy;
const BEFORE_MONTH = /\.\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/uy;
/** An initial goes on: to a name, to a comma, or to a word in lower case. */
const INITIAL = /\.(?:[\s-]{0,2}(\p{Lu}[\p{L}'’]{0,20})|,|\s\p{Ll})/uy;

/** Does the full stop at `stop` belong to `word`? */
function keepsStop(lexicon: Lexicon, { text }: Chunk, word: string, stop: number): boolean {
  if (/^\p{Lu}$/u.test(word)) {
    INITIAL.lastIndex = stop;
    const match = INITIAL.exec(text);
    return word !== 'I' && match !== null && !lexicon.starters.has(match[1] ?? '');
  }
  const uses = lexicon.abbreviations.get(word);
  if (!uses) return false;
  if (uses.has('title') || uses.has('inner') || uses.has('any')) return true;
  BEFORE_FIGURE.lastIndex = stop;
  BEFORE_MONTH.lastIndex = stop;
  return BEFORE_FIGURE.test(text) || (uses.has('date') && BEFORE_MONTH.test(text));
}

const NOT = /n['’`]t$/iu;
const CLITIC = /['’`](\p{L}{1,2})$/u;

/** The word from `start` to `end` with the clitics in and after it split off. */
function withClitic(lexicon: Lexicon, chunk: Chunk, start: number, end: number): Piece[] {
  const inside = clitics(lexicon, chunk.text, start, end);
  if (inside.length > 1) return inside;
  const mark = chunk.text.charAt(end);
  if (end < chunk.end && (mark === "'" || mark === '’')) {
    const after = chunk.text.slice(end + 1, Math.min(chunk.end, end + 3));
    if (/^[sS](?!\p{L})/u.test(after)) return [whole(start, end), joined(end, end + 2)];
    const possessive = /[sSzxZ]$/u.test(chunk.text.slice(end - 1, end)) && !/^\p{L}/u.test(after);
    if (possessive && !chunk.quoted) return [whole(start, end), joined(end, end + 1)];
  }
  return inside;
}

/** At most this many clitics on one word: "shouldn't've" has two. */
const MAX_CLITICS = 3;

function clitics(lexicon: Lexicon, text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let cut = end;
  while (pieces.length < MAX_CLITICS) {
    const before = cliticStart(lexicon, text, start, cut);
    if (before === cut) break;
    pieces.unshift(joined(before, cut));
    cut = before;
  }
  return [whole(start, cut), ...pieces];
}

/** Where the clitic that ends at `end` starts; `end` when there is none with a word before it. */
function cliticStart(lexicon: Lexicon, text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 4), end);
  if (NOT.test(tail) && end - 3 > start) return end - 3;
  const letters = CLITIC.exec(tail)?.[1];
  if (letters === undefined || !lexicon.clitics.has(letters.toLowerCase())) return end;
  const cut = end - letters.length - 1;
  return cut > start ? cut : end;
}

const whole = (start: number, end: number): Piece => ({ start, end, joined: false });
const joined = (start: number, end: number): Piece => ({ start, end, joined: true });
