/** Two statements of a date that a zone may explain. */

/** The farthest zones are 12 hours behind and 14 hours ahead of UTC. */
const BEHIND = 12;
const AHEAD = 14;
const HOUR = 3_600_000;

/** Both name one moment or may: the same day, or days that a zone explains. */
export function mayBeSame(a: string, b: string): boolean {
  if (a.slice(0, 10) === b.slice(0, 10)) return true;
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/;
  const [first, second] = [a, b].map((value) => ({
    at: Date.parse(value),
    zoned: value.length > 10 && zoned.test(value),
  }));
  if (!first || !second || Number.isNaN(first.at) || Number.isNaN(second.at)) return false;
  if (first.zoned && second.zoned) return Math.abs(first.at - second.at) < HOUR;
  if (!first.zoned && !second.zoned) return false;
  // One of them states no zone: it may be the other's moment, told in some zone of the world.
  const [moment, [local]] = first.zoned ? [first.at, [b]] : [second.at, [a]];
  const start = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return moment + AHEAD * HOUR >= start && moment - BEHIND * HOUR < start + 24 * HOUR;
}

/** A moment that is told in UTC, as programs do: its day may not be the day at the place. */
export const isUtc = (value: string): boolean => /(?:Z|[+-]00:00)$/.test(value);
