import type { Point } from '../point.js';
import type { Spot } from './place.js';

/** The smaller of two that lie on each other; -1 for none within reach. */
export function nearestSpot(spots: ReadonlyMap<number, Spot>, { x, y }: Point, reach: number): number {
  let best = -1;
  let least = reach;
  for (const [index, spot] of spots) {
    const away = Math.max(Math.hypot(spot.x - x, spot.y - y) - spot.r, 0);
    // Of those under the pointer the one drawn last: places go from many happenings to few.
    if (away < least || (away === 0 && least === 0)) [best, least] = [index, away];
  }
  return best;
}
