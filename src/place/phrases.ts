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
  heads: tokens.map(({ start, end }) => headOf(text, start, end)),
});

/** Longer keys are no names. It bounds the work at each word. */
const MAX_LENGTH = 60;

/**
 * A table from phrase to value that is asked at a word of a text. It doesn't depend on how the text was cut
 * into words, as long as a phrase begins and ends where words do.
 */
export class PhraseTable<V> {
  readonly #values = new Map<string, V>();
  /** Length of the longest phrase that begins with these letters. */
  readonly #longest = new Map<string, number>();

  get size(): number {
    return this.#values.size;
  }

  get(phrase: string): V | undefined {
    return this.#values.get(phrase);
  }

  set(phrase: string, value: V): void {
    if (phrase.length > MAX_LENGTH) return;
    this.#values.set(phrase, value);
    const head = headOf(phrase, 0, phrase.length);
    if ((this.#longest.get(head) ?? 0) < phrase.length) this.#longest.set(head, phrase.length);
  }

  /** The longest phrase that begins at word `at` and ends before word `end`. */
  longestAt({ text, tokens, heads }: Words, at: number, end: number): Found<V> | undefined {
    const longest = this.#longest.get(heads[at] ?? '');
    if (longest === undefined || at >= end) return undefined;
    const start = tokens[at]?.start ?? 0;
    let found: Found<V> | undefined;
    for (let last = at; last < end; last++) {
      const stop = tokens[last]?.end ?? 0;
      // A line break and its indent may stand for a space: allow a little more than the phrase's length.
      if (stop - start > longest + 4) break;
      const value = this.#values.get(spaced(text.slice(start, stop)));
      if (value !== undefined) found = { value, from: at, to: last + 1 };
    }
    return found;
  }
}

const spaced = (phrase: string): string =>
  phrase.includes('\n') || phrase.includes('  ') ? phrase.replaceAll(/\s+/g, ' ') : phrase;

function headOf(text: string, start: number, end: number): string {
  let at = start;
  const stop = Math.min(end, start + MAX_LENGTH);
  while (at < stop && isWordCode(text.charCodeAt(at))) at++;
  return text.slice(start, Math.max(at, start + 1));
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127;
