/** The names that one person goes by. */

export const nameKey = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .replaceAll(/[-'’.]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * What a person can be called again: the whole name, its last word, its last two, its first (for family names
 * that come first, as in Beijing), all but the first (`van der Berg`), each also without an article (`al-Assad`, `Assad`).
 */
export function handles(words: readonly string[]): Set<string> {
  const plain = words.filter((word) => !/^\p{Lu}\.$/u.test(word));
  const first = plain[0] ?? '';
  const cuts = [words, plain, plain.slice(-1), plain.slice(-2), plain.slice(0, 1), plain.slice(0, 2)];
  if (plain.length > 2) cuts.push([first, plain.at(-1) ?? ''], plain.slice(1));
  const keys = new Set(cuts.map(nameKey));
  for (const cut of cuts) {
    const key = nameKey(cut);
    keys.add(key.replace(/^(?:al|el|ul|as|ad|ar) /, ''));
    keys.add(key.replace(/^(?:de|da|van|von|der|la|le|del|bin) (?:(?:der|la) )?/, ''));
  }
  keys.delete('');
  return keys;
}
