/** Days and months as moments (milliseconds, UTC) and back. */

export const DAY = 86_400_000;

/** Of `2016-12-02` or `2016-12`: its beginning. */
export const momentOf = (day: string): number => Date.parse(day);

export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export const monthOf = (moment: number): string => new Date(moment).toISOString().slice(0, 7);

export type Unit = 'day' | 'week' | 'month' | 'year';

/** The first Monday of 1970. */
const MONDAY = 4 * DAY;

/** Beginning of the day, week (on Monday), month or year in which a moment lies. */
export function floorTo(unit: Unit, moment: number): number {
  const date = new Date(moment);
  if (unit === 'day') return Math.floor(moment / DAY) * DAY;
  if (unit === 'week') return Math.floor((moment - MONDAY) / (7 * DAY)) * 7 * DAY + MONDAY;
  return utc(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() : 0);
}

/** Beginning of the unit after the one that begins here. */
export function nextOf(unit: Unit, start: number): number {
  const date = new Date(start);
  if (unit === 'day' || unit === 'week') return start + (unit === 'day' ? DAY : 7 * DAY);
  return unit === 'month'
    ? utc(date.getUTCFullYear(), date.getUTCMonth() + 1)
    : utc(date.getUTCFullYear() + 1, 0);
}

/** Years below 100 are what they say. */
function utc(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime();
}

/** Every month from one to another, both included: `2016-11`, `2016-12`, `2017-01`. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = momentOf(first); monthOf(at) <= last; at = nextOf('month', at)) months.push(monthOf(at));
  return months;
}

/** The last day of `2016-12`. */
export const lastDayOf = (month: string): string => dayOf(nextOf('month', momentOf(month)) - DAY);
