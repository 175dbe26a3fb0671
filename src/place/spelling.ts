/** Names that are nearly one that the report has spelled right elsewhere: `St. Petersberg`. */
import type { Candidate } from './candidate.js';

/** Shorter names are too often other names. */
const MIN_LENGTH = 6;
/** So many names at most are compared, so that a text of names alone costs no more. */
const MAX_NAMES = 200;

/** The known candidate whose name differs by one letter. */
export function meantBy(unknown: Candidate, known: readonly Candidate[]): Candidate | undefined {
  if (unknown.name.length < MIN_LENGTH) return undefined;
  return known.find(({ name }) => name !== unknown.name && differByOne(name, unknown.name));
}

/** One candidate for each name. */
export function distinctNames(candidates: readonly Candidate[]): Candidate[] {
  const byName = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (byName.size >= MAX_NAMES) break;
    if (candidate.entries.length > 0 && !byName.has(candidate.name)) byName.set(candidate.name, candidate);
  }
  return [...byName.values()];
}

/** One letter other, one more or one less. */
export function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(a.length >= b.length ? start + 1 : start);
  const restB = b.slice(b.length >= a.length ? start + 1 : start);
  return restA === restB;
}
