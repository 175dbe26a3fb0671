/**
 * A file of data/places whose lines are sorted by their first column in small letters. Names are looked up in it as
 * it is, by halving: a hundred thousand lines cost nothing but the reading of the file.
 */
import { dataText } from '../data-file.js';

export class SortedFile {
  readonly #name: string;
  #text: string | undefined;
  #starts = new Uint32Array(0);

  /** The file is read when it is first asked. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Lines whose first column is this, in small letters; and whether longer ones begin with it. */
  find(key: string): { readonly lines: readonly string[]; readonly longer: boolean } {
    const text = this.#load();
    const lines: string[] = [];
    let at = this.#firstNotBefore(key);
    while (at < this.#starts.length && this.#keyAt(at) === key) {
      const start = this.#starts[at] ?? 0;
      lines.push(text.slice(start, text.indexOf('\n', start)));
      at++;
    }
    return { lines, longer: at < this.#starts.length && this.#keyAt(at).startsWith(key) };
  }

  #firstNotBefore(key: string): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #keyAt(line: number): string {
    const text = this.#text ?? '';
    const start = this.#starts[line] ?? 0;
    return text.slice(start, text.indexOf('\t', start)).toLowerCase();
  }

  #load(): string {
    if (this.#text !== undefined) return this.#text;
    const text = dataText('places', this.#name);
    const starts: number[] = [];
    for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1)
      if (text.charCodeAt(start) !== COMMENT) starts.push(start);
    this.#starts = Uint32Array.from(starts);
    this.#text = text;
    return text;
  }
}

const COMMENT = 35;
