/** Bottom-k sketches of texts (Broder 1997): how much of one text stands in another, from a few hundred numbers. */

const SHINGLE = 5;
/** Numbers kept of a text. */
export const SKETCH = 192;

/** The smallest hashes of the text's five-word shingles, ascending. */
export function sketchOf(text: string): number[] {
  const words = wordsOf(text);
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    hashes.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  }
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** FNV-1a, signed 32 bits as PostgreSQL's integer has it. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  // The last bits of FNV are weak, and the smallest hashes must be a fair sample.
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  return value | 0;
}
