import type { MonthOfTwo } from './marks.js';

/** As many as there would be had a hundred reports been read. */
export function per100(month: MonthOfTwo): MonthOfTwo {
  const { read, cooperation, conflict } = month;
  if (read === undefined || read === 0) return month;
  return { ...month, cooperation: hundredth(cooperation, read), conflict: hundredth(conflict, read) };
}

const hundredth = (sum: number, read: number): number => Math.round((10_000 * sum) / read) / 100;
