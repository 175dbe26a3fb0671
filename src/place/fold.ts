/** Spelling without accents and typographic quotes, letter for letter, so that offsets stay right. */

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʻ: "'",
  ʼ: "'",
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  '–': '-',
  '‐': '-',
  '‑': '-',
  '\u00a0': ' ',
};

const known = new Map(Object.entries(PLAIN));

function plainLetter(letter: string): string {
  let plain = known.get(letter);
  if (plain === undefined) {
    plain = letter < '\u0250' || letter > '\u1dff' ? baseOf(letter) : letter;
    known.set(letter, plain);
  }
  return plain;
}

/** The letter under the accent where that is one UTF-16 unit, else the letter itself. */
function baseOf(letter: string): string {
  const base = letter.normalize('NFD').charAt(0);
  return base.length === letter.length ? base : letter;
}

/** As long as `text`, and equal to it where it is ASCII. */
export const folded = (text: string): string => text.replaceAll(/\P{ASCII}/gu, plainLetter);

/** Folded and in lower case; still as long as `text`. */
export function foldedLower(text: string): string {
  const plain = folded(text);
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  return plain.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
