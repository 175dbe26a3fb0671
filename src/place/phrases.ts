/** Names of several words, found in time that doesn't grow with their number. */
import type { Token } from '../language/doc.js';

export interface Found<V> {
  readonly value: V;
  /** Half-open range into the tokens. */
  readonly from: number;
  readonly to: number;
}

/** A text as it is looked up in: spelled like the phrases of a table, as long as the text it is made from. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of each word, the letters and digits it begins with. */
  readonly heads: readonly string[];
}

export const wordsOf = (text: string, tokens: readonly Token[]): Words => ({
  text,
  tokens,
  heads: tokens.map((token) => headOf(text, token.start, token.end, token.form)),
});

/** Longer keys are no names. It bounds the work at each word. */
const MAX_LENGTH = 60;

/**
 * A table from phrase to value that is asked at a word of a text. It doesn't depend on how the text was cut
 * into words, as long as a phrase begins and ends where words do.
 */
export class PhraseTable<V> {
  readonly #values = new Map<string, V>();
  /** By the letters that phrases begin with, the lengths that these have: most stretches need no look-up. */
  readonly #lengths = new Map<string, Lengths>();
  /** Some phrase begins with a small letter; where none does, most words of a text need no look-up at all. */
  #small = false;

  get size(): number {
    return this.#values.size;
  }

  get(phrase: string): V | undefined {
    return this.#values.get(phrase);
  }

  set(phrase: string, value: V): void {
    if (phrase.length > MAX_LENGTH) return;
    this.#values.set(phrase, value);
    this.#small ||= isSmallCode(phrase.charCodeAt(0));
    const head = headOf(phrase, 0, phrase.length);
    const lengths = this.#lengths.get(head) ?? { longest: 0, has: new Uint8Array(MAX_LENGTH + 1) };
    lengths.longest = Math.max(lengths.longest, phrase.length);
    lengths.has[phrase.length] = 1;
    this.#lengths.set(head, lengths);
  }

  /** The longest phrase that begins at word `at` and ends before word `end`. */
  longestAt({ text, tokens, heads }: Words, at: number, end: number): Found<V> | undefined {
    const head = heads[at] ?? '';
    if (!this.#small && isSmallCode(head.charCodeAt(0))) return undefined;
    const lengths = this.#lengths.get(head);
    if (lengths === undefined || at >= end) return undefined;
    const start = tokens[at]?.start ?? 0;
    let found: Found<V> | undefined;
    let wrapped = false;
    for (let last = at; last < end; last++) {
      const stop = tokens[last]?.end ?? 0;
      // A line break and its indent may stand for a space: allow a little more than the phrase's length.
      if (stop - start > lengths.longest + 4) break;
      wrapped ||= last > at && isWrapped(text, tokens[last - 1]?.end ?? 0, tokens[last]?.start ?? 0);
      if (!wrapped && lengths.has[stop - start] !== 1) continue;
      const value = this.#values.get(spaced(text.slice(start, stop)));
      if (value !== undefined) found = { value, from: at, to: last + 1 };
    }
    return found;
  }
}

interface Lengths {
  longest: number;
  /** 1 at each length. */
  readonly has: Uint8Array;
}

/** The gap between two words is something else than nothing or one space. */
const isWrapped = (text: string, from: number, to: number): boolean =>
  to - from > 1 || (to > from && text.charCodeAt(from) !== 32);

const spaced = (phrase: string): string =>
  phrase.includes('\n') || phrase.includes('  ') ? phrase.replaceAll(/\s+/g, ' ') : phrase;

/** `form`: the word as it stands; given back itself where it is the head, since its hash is known. */
function headOf(text: string, start: number, end: number, form?: string): string {
  let at = start;
  const stop = Math.min(end, start + MAX_LENGTH);
  while (at < stop && isWordCode(text.charCodeAt(at))) at++;
  if (form !== undefined && at === end && text.startsWith(form, start)) return form;
  return text.slice(start, Math.max(at, start + 1));
}

const isSmallCode = (code: number): boolean => code >= 97 && code <= 122;

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127;
