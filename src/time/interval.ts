/** TIMEX3 values to calendar intervals. */
import { type Day, day, dayNamed, hasYear, monday, monthAfter } from './calendar.js';

/** ISO days, half open. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** First months of the meteorological seasons of the northern hemisphere, where the words spring to fall are used of. */
const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/**
 * The days that a DATE or TIME value covers; undefined for a value that names no known days
 * (`PRESENT_REF`, `XXXX-WXX-2`, `P2Y`). A value `a/b` covers both ends.
 */
export function intervalOf(value: string): Interval | undefined {
  const [first = '', last = first] = value.split('/');
  const start = daysOf(first);
  const end = last === first ? start : daysOf(last);
  if (!start || !end) return undefined;
  const interval = { from: start[0].toString(), to: end[1].toString() };
  return interval.from < interval.to ? interval : undefined;
}

function daysOf(value: string): readonly [Day, Day] | undefined {
  const date = value.split('T')[0] ?? '';
  return yearsOf(date) ?? monthsOf(date) ?? weekOf(date) ?? dayOf(date);
}

const years = (from: number, count: number): readonly [Day, Day] | undefined =>
  hasYear(from) && hasYear(from + count) ? [day(from, 1, 1), day(from + count, 1, 1)] : undefined;
function months(year: number, month: number, count: number): readonly [Day, Day] | undefined {
  if (!hasYear(year)) return undefined;
  return [day(year, month, 1), monthAfter(year, month, count)];
}

/** `1998`, `199`, `19`. */
function yearsOf(date: string): readonly [Day, Day] | undefined {
  if (!/^\d{2,4}$/.test(date)) return undefined;
  const size = 10 ** (4 - date.length);
  return years(Number(date) * size, size);
}

/** `1998-03`, `1998-Q2`, `1998-H1`, `1998-FA`. */
function monthsOf(date: string): readonly [Day, Day] | undefined {
  const found = /^(\d{4})-(?:(\d{2})|Q([1-4])|H([12])|(SP|SU|FA|WI))$/.exec(date);
  if (!found) return undefined;
  const [, year, month, quarter, half, season] = found;
  if (month) return Number(month) <= 12 ? months(Number(year), Number(month), 1) : undefined;
  if (quarter) return months(Number(year), 3 * Number(quarter) - 2, 3);
  if (half) return months(Number(year), 6 * Number(half) - 5, 6);
  return months(Number(year), SEASON_START[season ?? ''] ?? 1, 3);
}

/** `1998-W03`, `1998-W03-WE`. */
function weekOf(date: string): readonly [Day, Day] | undefined {
  const found = /^(\d{4})-W(\d{2})(-WE)?$/.exec(date);
  if (!found || !hasYear(Number(found[1]))) return undefined;
  const from = monday(Number(found[1]), Number(found[2]));
  return [found[3] ? from.add({ days: 5 }) : from, from.add({ days: 7 })];
}

/** `1998-03-05`. */
function dayOf(date: string): readonly [Day, Day] | undefined {
  const from = dayNamed(date);
  return from ? [from, from.add({ days: 1 })] : undefined;
}
