import { z } from 'zod';

/** Is this a day that every database takes: in the calendar, of the years 1 to 9999? */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day that is in the calendar, of the years 1 to 9999. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day as 2016-12-03')
  .refine(isDay, 'a day of the calendar');
