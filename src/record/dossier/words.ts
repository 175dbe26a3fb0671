/** Dates and counts as pages write them. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAY = 86_400_000;

/** `2 December 2016` */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

/** `2016-12` as `December 2016`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${Number(year)}`;
}

/** Half open: a day, a month, a year by its name, else both ends. What is dated by its printing lies within them. */
export function whenWords({
  from,
  to,
  precision,
}: {
  readonly from: string;
  readonly to: string;
  readonly precision?: string;
}): string {
  const last = new Date(Date.parse(to) - DAY).toISOString().slice(0, 10);
  if (last <= from) return dayWords(from);
  const whole = from.endsWith('-01') && to.endsWith('-01');
  if (whole && from.slice(0, 7) === last.slice(0, 7)) return monthWords(from.slice(0, 7));
  if (from.endsWith('-01-01') && to.endsWith('-01-01') && from.slice(0, 4) === last.slice(0, 4))
    return String(Number(from.slice(0, 4)));
  if (precision === 'week') return `In the week to ${dayWords(last)}`;
  const cut = from.slice(0, 7) === last.slice(0, 7) ? 2 : from.slice(0, 4) === last.slice(0, 4) ? 1 : 0;
  const begin = dayWords(from)
    .split(' ')
    .slice(0, 3 - cut)
    .join(' ');
  return `${begin} – ${dayWords(last)}`;
}

/** Where a thing stands among others: what lies somewhere in a week before it was printed, at its end. */
export function orderDay(
  when: { from: string; to: string; precision?: string } | undefined,
): string | undefined {
  return when?.precision === 'week'
    ? new Date(Date.parse(when.to) - DAY).toISOString().slice(0, 10)
    : when?.from;
}

/** `1 report`, `3 reports` */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** `3 reports, 2 independent sources`; where they are as many only the sources are told. */
export function toldBy(reports: number, sources: number): string {
  if (reports === 1) return '1 report';
  return `${counted(reports, 'report')}, ${counted(sources, 'independent source')}`;
}

/** `a, b and c` */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
