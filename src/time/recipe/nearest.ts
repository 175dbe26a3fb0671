/** Which of the yearly or weekly returns of a date is meant: news looks back with the past tense, forward with "will". */
import { type Day, day, daysBetween, realDay } from '../calendar.js';
import type { Direction } from './recipe.js';

/**
 * A date without its year is taken against the direction of its verb when it lies far nearer the other way: writers
 * name the year of what is most of a year off. The past tense is the surer sign.
 */
const AGAINST_PAST = { far: 300, near: 45 };
const AGAINST_FUTURE = { far: 240, near: 100 };

/**
 * The year of a month or day without one. `find` gives the day in a year; the years before, of and after `from`
 * are tried. `strict`: the words say the direction ("last", "next"), nothing speaks against it.
 */
export function nearestYear(
  from: Day,
  direction: Direction,
  find: (year: number) => Day | undefined,
  { strict = false }: { readonly strict?: boolean } = {},
): number | undefined {
  const tried = [from.year - 1, from.year, from.year + 1].flatMap((year) => {
    const found = find(year);
    return found ? [{ year, distance: daysBetween(from, found) }] : [];
  });
  const past = tried.filter(({ distance }) => distance <= 0).at(-1);
  const future = tried.find(({ distance }) => distance >= 0);
  if (!past || !future) return (past ?? future)?.year;
  const [back, ahead] = [-past.distance, future.distance];
  if (direction === 'past')
    return !strict && back > AGAINST_PAST.far && ahead <= AGAINST_PAST.near ? future.year : past.year;
  if (direction === 'future')
    return !strict && ahead > AGAINST_FUTURE.far && back <= AGAINST_FUTURE.near ? past.year : future.year;
  return back <= ahead ? past.year : future.year;
}

/** The weekday nearest to `from` in that direction; the day itself counts. */
export function nearestWeekday(from: Day, weekday: number, direction: Direction): Day {
  const ahead = (weekday - from.dayOfWeek + 7) % 7;
  const back = (from.dayOfWeek - weekday + 7) % 7;
  return direction === 'future' ? from.add({ days: ahead }) : from.subtract({ days: back });
}

/** The month nearest to `from`; the month itself counts. "In January" in a past tense is never the one to come. */
export const nearestMonthYear = (
  from: Day,
  month: number,
  direction: Direction,
  how: { readonly strict?: boolean } = {},
): number =>
  nearestYear(day(from.year, from.month, 1), direction, (year) => realDay(year, month, 1), {
    strict: direction === 'past',
    ...how,
  }) ?? from.year;
