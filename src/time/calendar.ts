/** Calendar arithmetic, all of it on Temporal: days, ISO weeks, and the units of TIMEX3 values. */
import { Temporal } from 'temporal-polyfill';

export type Day = Temporal.PlainDate;
/** Units that have a place in the calendar. */
export const UNITS = [
  'day',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type Unit = (typeof UNITS)[number];
export const isUnit = (unit: unknown): unit is Unit => UNITS.some((known) => known === unit);

export const day = (year: number, month: number, dayOfMonth: number): Day =>
  new Temporal.PlainDate(year, month, dayOfMonth);

/** What ISO 8601 writes with four figures, and room for the day after the last one. */
const YEARS = { first: 1, last: 9998 };
export const hasYear = (year: number): boolean =>
  Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last;

/** Undefined when there is no such day (30 February), or not in the years 1 to 9998. */
export function realDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!hasYear(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return undefined;
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  if (dayOfMonth <= 28) return day(year, month, dayOfMonth);
  const first = day(year, month, 1);
  return dayOfMonth <= first.daysInMonth ? first.with({ day: dayOfMonth }) : undefined;
}

/** The day that a value names (`1998-03-05`); undefined for any other value. */
export function dayNamed(value: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return found ? realDay(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** Days since 1 January 1970 (Hinnant, "chrono-compatible low-level date algorithms"): far quicker than `until`. */
function epochDay({ year, month, day: dayOfMonth }: Day): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const ofEra = fromMarch - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

export const daysBetween = (a: Day, b: Day): number => epochDay(b) - epochDay(a);

/** The first day of the month `count` months after that of a year. */
export function monthAfter(year: number, month: number, count: number): Day {
  const months = month - 1 + count;
  return day(year + Math.floor(months / 12), (months % 12) + 1, 1);
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
/** Year of a TIMEX3 value: four figures. */
export const yearValue = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4));
export const monthValue = (year: number, month: number): string => `${yearValue(year)}-${pad(month)}`;
export const dayValue = (date: Day): string => date.toString();
export const weekValue = (date: Day): string =>
  `${yearValue(date.yearOfWeek ?? date.year)}-W${pad(date.weekOfYear ?? 1)}`;

/** Monday of the ISO week. */
export function monday(year: number, week: number): Day {
  const fourth = day(year, 1, 4);
  return fourth.add({ days: 1 - fourth.dayOfWeek + 7 * (week - 1) });
}

/** `date` moved by `count` units, to be read at that unit's precision. */
export function shifted(date: Day, count: number, unit: Unit): Day {
  switch (unit) {
    case 'day':
      return date.add({ days: count });
    case 'week':
    case 'weekend':
      return date.add({ days: 7 * count });
    case 'fortnight':
      return date.add({ days: 14 * count });
    case 'month':
      return date.add({ months: count });
    case 'quarter':
      return date.add({ months: 3 * count });
    case 'half':
      return date.add({ months: 6 * count });
    case 'year':
      return date.add({ years: count });
    case 'decade':
      return date.add({ years: 10 * count });
    case 'century':
      return date.add({ years: 100 * count });
    case 'millennium':
      return date.add({ years: 1000 * count });
  }
}

/** Years in a unit, where it is no shorter. */
const YEARS_IN: Partial<Readonly<Record<Unit, number>>> = {
  year: 1,
  decade: 10,
  century: 100,
  millennium: 1000,
};

/** `shifted`, by any count; undefined when it leaves the years 1 to 9998. */
export function shiftedFar(date: Day, count: number, unit: Unit): Day | undefined {
  if (Math.abs(count) * (YEARS_IN[unit] ?? 0.01) > YEARS.last) return undefined;
  const moved = shifted(date, count, unit);
  return hasYear(moved.year) ? moved : undefined;
}

/** TIMEX3 value of the unit that `date` lies in. */
export function valueAt(date: Day, unit: Unit): string {
  switch (unit) {
    case 'day':
      return dayValue(date);
    case 'week':
    case 'fortnight':
      return weekValue(date);
    case 'weekend':
      return `${weekValue(date)}-WE`;
    case 'month':
      return monthValue(date.year, date.month);
    case 'quarter':
      return `${yearValue(date.year)}-Q${Math.ceil(date.month / 3)}`;
    case 'half':
      return `${yearValue(date.year)}-H${date.month <= 6 ? 1 : 2}`;
    case 'year':
      return yearValue(date.year);
    case 'decade':
      return yearValue(date.year).slice(0, -1);
    case 'century':
      return yearValue(date.year).slice(0, -2);
    case 'millennium':
      return yearValue(date.year).slice(0, -3);
  }
}

/** Underspecified value of a unit whose anchor is unknown. */
export function openValue(unit: Unit): string {
  const open: Readonly<Record<Unit, string>> = {
    day: 'XXXX-XX-XX',
    week: 'XXXX-WXX',
    weekend: 'XXXX-WXX-WE',
    fortnight: 'XXXX-WXX',
    month: 'XXXX-XX',
    quarter: 'XXXX-QX',
    half: 'XXXX-HX',
    year: 'XXXX',
    decade: 'XXX',
    century: 'XX',
    millennium: 'X',
  };
  return open[unit];
}
