/** Lists of words from data, asked for a line as a whole, for its beginning or its end. */

/** Lower case, straight apostrophes, white space collapsed. */
export function plain(words: string): string {
  const lower = words.toLowerCase().trim();
  // Most words are plain already.
  return /[’‘ʼ]|\s\s|[^\S ]/u.test(lower) ? lower.replace(/[’‘ʼ]/gu, "'").replace(/\s+/gu, ' ') : lower;
}

/** Without numbers, arrows, bullets and marks around it: `[ Share (12) ]` is `share`. */
const bare = (line: string): string => line.replace(/^[^\p{L}©(-]+/u, '').replace(/[^\p{L})-]+$/u, '');

/** Longer lines are no phrase as a whole. */
const longestWhole = 60;

export class Phrases<Value> {
  private readonly whole = new Map<string, Value>();
  /** By the first or last letter, so that a line is compared with few of them. */
  private readonly starts = new Map<string, [string, Value][]>();
  private readonly ends = new Map<string, [string, Value][]>();

  add(at: 'whole' | 'start' | 'end', words: readonly string[], value: Value): void {
    for (const phrase of words.map(plain)) {
      if (at === 'whole') this.whole.set(phrase, value);
      else {
        const [index, key] =
          at === 'start' ? [this.starts, phrase.slice(0, 1)] : [this.ends, phrase.slice(-1)];
        index.set(key, [...(index.get(key) ?? []), [phrase, value]]);
      }
    }
  }

  /** In: a short line. */
  find(line: string): Value | undefined {
    const words = plain(line);
    return this.findWhole(words) ?? this.findStart(words) ?? this.findEnd(words);
  }

  private findWhole(words: string): Value | undefined {
    if (words.length > longestWhole || this.whole.size === 0) return undefined;
    return this.whole.get(words) ?? this.whole.get(bare(words)) ?? this.whole.get(withoutCount(words));
  }

  private findStart(words: string): Value | undefined {
    const from = words.replace(/^[^\p{L}\p{N}©([]+/u, '');
    return this.starts.get(from.slice(0, 1))?.find(([phrase]) => startsWith(from, phrase))?.[1];
  }

  private findEnd(words: string): Value | undefined {
    return this.ends.get(words.slice(-1))?.find(([phrase]) => endsWith(words, phrase))?.[1];
  }

  /** What follows the longest phrase that `line` begins with. */
  rest(line: string): string | undefined {
    const words = plain(line);
    let longest = 0;
    for (const [phrase] of this.starts.get(words.slice(0, 1)) ?? [])
      if (startsWith(words, phrase)) longest = Math.max(longest, phrase.length);
    return longest === 0 ? undefined : line.replace(/\s+/gu, ' ').trim().slice(longest).trim();
  }
}

const withoutCount = (words: string): string => bare(words.replace(/\s*\(?\d+\)?$/u, ''));

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function startsWith(words: string, phrase: string): boolean {
  return words.startsWith(phrase) && !(isLetter(phrase.at(-1)) && /\p{L}/u.test(words.charAt(phrase.length)));
}

function endsWith(words: string, phrase: string): boolean {
  return words.endsWith(phrase) && !(isLetter(phrase[0]) && isLetter(words.at(-phrase.length - 1)));
}
