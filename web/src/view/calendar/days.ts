import { type Params, searchOf } from '../../api/client.js';
import { routes } from '../../route.js';

const DAY = 86_400_000;

export const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

export const toCalendar = (params: Params): string => `${routes.calendar}${searchOf(params)}`;

/** `today`, `tomorrow`, `in 5 days`, `in 3 months`; of what has begun nothing. */
export function untilWords(day: string, today: string): string | undefined {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  if (days < 0) return undefined;
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (days < 60) return format.format(days, 'day');
  return days < 700
    ? format.format(Math.round(days / 30.4), 'month')
    : format.format(Math.round(days / 365.25), 'year');
}

/** Days of a month in weeks that begin on Monday; empty before its first day. */
export function weeksOf(month: string): (number | undefined)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const cells = [...Array<undefined>(before).fill(undefined), ...Array.from({ length }, (_, at) => at + 1)];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
}
