/** Dates of dictionary codes: `950601` or `19950601`, alone behind `<` or `>`, or two of them with a hyphen. */

/** ISO days, both included; an end that isn't there is open. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** Years written with two digits: up to 30 they are of this century, as PETRARCH reads them. */
const LAST_OF_CENTURY = 30;

/** The period, or undefined when the words are none. `<` is until the day before, `>` from that day on. */
export function periodOf(words: string): Period | undefined {
  const open = /^([<>])\s*(\d+)$/u.exec(words);
  if (open) {
    const day = dayOf(open[2] ?? '');
    if (day === undefined) return undefined;
    return open[1] === '<' ? { to: dayBefore(day) } : { from: day };
  }
  const closed = /^(\d+)\s*-\s*(\d+)$/u.exec(words);
  const from = dayOf(closed?.[1] ?? '');
  const to = dayOf(closed?.[2] ?? '');
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

export const holdsOn = ({ from, to }: Period, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

function dayOf(digits: string): string | undefined {
  const parts = /^(\d{2}|\d{4})(\d{2})(\d{2})$/u.exec(digits);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const full = year.length === 4 ? year : `${Number(year) > LAST_OF_CENTURY ? '19' : '20'}${year}`;
  // A month or day that nobody knew is written 00: the first is meant.
  const [inYear, inMonth] = [month === '00' ? 1 : Number(month), day === '00' ? 1 : Number(day)];
  const leap = Number(full) % 4 === 0 && (Number(full) % 100 !== 0 || Number(full) % 400 === 0);
  const last = inYear === 2 && leap ? 29 : (DAYS[inYear - 1] ?? 0);
  if (inMonth > last) return undefined;
  return `${full}-${month === '00' ? '01' : month}-${day === '00' ? '01' : day}`;
}

/** Of each month; a dictionary has tens of thousands of dates, so no calendar is asked. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
