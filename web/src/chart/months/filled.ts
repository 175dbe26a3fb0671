import type { MonthCount } from '../../../../src/record/ask/months.js';
import { monthsFrom } from '../days.js';

/** More months than these are not drawn: a lone happening of 1648 would leave no room for the others. */
const MOST = 1200;

/** With the months in which nothing happened; of a longer time the last hundred years. */
export function filled(months: readonly MonthCount[]): MonthCount[] {
  const known = new Map(months.map((each) => [each.month, each]));
  const names = [...known.keys()].sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsFrom(first, last)
    .slice(-MOST)
    .map((month) => known.get(month) ?? { month, happenings: 0, cooperation: 0, conflict: 0, neutral: 0 });
}
