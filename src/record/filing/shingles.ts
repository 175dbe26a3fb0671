/** Bottom-k sketches of texts (Broder 1997): how much of one text stands in another, from a few hundred numbers. */

const SHINGLE = 5;
/** Numbers kept of a text. */
export const SKETCH = 192;

/** The smallest hashes of the text's five-word shingles, ascending. */
export function sketchOf(text: string): number[] {
  const hashes = new Set(runsOf(wordsOf(text), SHINGLE));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** A hash of each run of so many words, in the order of the text. */
export function runsOf(words: readonly string[], length: number): number[] {
  const hashes = words.map(hash);
  return words.slice(length - 1).map((_, at) => {
    let value = length;
    for (let next = at; next < at + length; next++)
      value = Math.imul(value ^ (hashes[next] ?? 0), 0x01000193);
    return mixed(value);
  });
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** FNV-1a, signed 32 bits as PostgreSQL's integer has it. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return mixed(value);
}

/** The last bits of FNV are weak, and the smallest hashes must be a fair sample. */
function mixed(value: number): number {
  let mix = value ^ (value >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) | 0;
}
