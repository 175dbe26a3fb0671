/** Case and accents taken off without moving a character, so that offsets hold. */

const folded = new Map<string, string>();

function foldUnit(unit: string): string {
  if (unit === 'ı' || unit === 'İ') return 'i';
  const lower = unit.toLowerCase();
  // Only alphabets whose accents are decoration: Hangul or Indic letters would lose their meaning.
  const bare = lower < '\u0590' ? (lower.normalize('NFD')[0] ?? lower) : lower;
  return bare.length === unit.length ? bare : unit;
}

/** `ARALIK` and `Aralık` become `aralik`; the result has as many UTF-16 code units as `text`. */
export function fold(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    let plain = folded.get(unit);
    if (plain === undefined) {
      plain = foldUnit(unit);
      folded.set(unit, plain);
    }
    result += plain;
  }
  return result;
}
