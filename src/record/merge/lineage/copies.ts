/** Is one report a copy of another, or are both copies of one agency's text? */
import { runsOf, SKETCH, wordsOf } from '../../filing/shingles.js';

export interface Copy {
  readonly id: string;
  readonly agency: string | null;
  /** Ascending. */
  readonly sketch: readonly number[];
}

/** Words in a row that two texts share by copying and hardly ever by chance. */
const RUN = 8;
/** One run in so many is a mark. */
const SAMPLE = 12;

export const copyMarks = (text: string): string[] => [
  ...new Set(
    runsOf(wordsOf(text), RUN)
      .filter((value) => value % SAMPLE === 0)
      .map((value) => `copy:${value}`),
  ),
];

/** How much of the shorter text must stand in the other; less where both credit the same agency. */
const SHARED = 0.5;
const SHARED_AGENCY = 0.3;

export function weighCopies(a: Copy, b: Copy): number {
  const least = a.agency !== null && a.agency === b.agency ? SHARED_AGENCY : SHARED;
  return 10 * (containment(a.sketch, b.sketch) - least);
}

/** Estimated share of the shorter text's shingles that the other has, 0…1. */
export function containment(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  const [left, right] = [new Set(a), new Set(b)];
  const both = union.filter((value) => left.has(value) && right.has(value)).length;
  const jaccard = both / union.length;
  const [sizeA, sizeB] = [sizeOf(a), sizeOf(b)];
  return Math.min(1, (jaccard * (sizeA + sizeB)) / ((1 + jaccard) * Math.min(sizeA, sizeB)));
}

/** How many shingles a text has: counted where the sketch holds them all, else from its largest value. */
function sizeOf(sketch: readonly number[]): number {
  if (sketch.length < SKETCH) return sketch.length;
  const share = ((sketch.at(-1) ?? 0) + 2 ** 31) / 2 ** 32;
  return (SKETCH - 1) / share;
}
