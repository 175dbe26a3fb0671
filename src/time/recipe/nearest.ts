/** Which of the yearly or weekly returns of a date is meant: news looks back with the past tense, forward with "will". */
import { type Day, daysBetween, realDay } from '../calendar.js';
import type { Direction } from './recipe.js';

/** Most days that a date without its year is looked for against the direction of the verb … */
const CLOSE = 45;
/** … when the other way it is further off than this. */
const FAR = 300;

/**
 * The year of a month or day without one. `days` finds the day in a year; the year before, of and after
 * `from` are tried.
 */
export function nearestYear(
  from: Day,
  direction: Direction,
  find: (year: number) => Day | undefined,
): number | undefined {
  const tried = [from.year - 1, from.year, from.year + 1].flatMap((year) => {
    const found = find(year);
    return found ? [{ year, distance: daysBetween(from, found) }] : [];
  });
  const past = tried.filter(({ distance }) => distance <= 0).at(-1);
  const future = tried.find(({ distance }) => distance >= 0);
  if (!past || !future) return (past ?? future)?.year;
  const [back, ahead] = [-past.distance, future.distance];
  if (direction === 'past') return back > FAR && ahead <= CLOSE ? future.year : past.year;
  if (direction === 'future') return ahead > FAR && back <= CLOSE ? past.year : future.year;
  return back <= ahead ? past.year : future.year;
}

/** The weekday nearest to `from` in that direction; the day itself counts. */
export function nearestWeekday(from: Day, weekday: number, direction: Direction): Day {
  const ahead = (weekday - from.dayOfWeek + 7) % 7;
  const back = (from.dayOfWeek - weekday + 7) % 7;
  return direction === 'future' ? from.add({ days: ahead }) : from.subtract({ days: back });
}

/** The month nearest to `from`; the month itself counts. */
export const nearestMonthYear = (from: Day, month: number, direction: Direction): number =>
  nearestYear(from.with({ day: 1 }), direction, (year) => realDay(year, month, 1)) ?? from.year;
