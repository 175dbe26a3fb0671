/** Are two words alike but for one letter: another, one more or one less? The same word is. */
export function differByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = one.slice(one.length >= other.length ? start + 1 : start);
  return rest === other.slice(other.length >= one.length ? start + 1 : start);
}
