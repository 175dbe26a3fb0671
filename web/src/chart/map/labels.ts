/** Names that do not lie on each other. */

interface Label {
  /** Middle, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const LETTER = 6.8;
const LINE = 14;

/** Of those that lie inside the first that find room, at most so many. */
export function apart(
  index: readonly number[],
  labelOf: (at: number) => Label,
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
): number[] {
  const kept: { at: number; x: number; y: number; half: number }[] = [];
  for (const at of index) {
    if (kept.length >= most) break;
    const { x, y, text } = labelOf(at);
    const half = (text.length * LETTER) / 2 + 3;
    const inside = x - half >= 0 && x + half <= width && y - LINE / 2 >= 0 && y + LINE / 2 <= height;
    const free = kept.every(
      (other) => Math.abs(other.x - x) >= other.half + half || Math.abs(other.y - y) >= LINE,
    );
    if (inside && free) kept.push({ at, x, y, half });
  }
  return kept.map(({ at }) => at);
}
