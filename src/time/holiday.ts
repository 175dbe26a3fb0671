/** The day of a holiday in a year. */
import { type Day, day, realDay } from './calendar.js';
import type { HolidayDate } from './names.js';

export function holidayIn(date: HolidayDate, year: number): Day | undefined {
  if ('easter' in date) return easter(year).add({ days: date.easter });
  if ('orthodox' in date) return orthodoxEaster(year).add({ days: date.orthodox });
  if ('nth' in date) return nthWeekday(year, date.month, date.weekday, date.nth);
  return realDay(year, date.month, date.day);
}

/** The nth such weekday of a month; from its end when `nth` is negative. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = day(year, month, 1);
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + 7 * (-nth - 1) });
}

/** Western Easter Sunday: the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - lunar + 15) % 30;
  const leaps = Math.floor(inCentury / 4);
  const toSunday = (32 + 2 * (century % 4) + 2 * leaps - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Orthodox Easter Sunday: the Julian computus, as a Gregorian date. */
function orthodoxEaster(year: number): Day {
  const epact = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
  const sum = epact + toSunday + 114;
  const julian = day(year, Math.floor(sum / 31), (sum % 31) + 1);
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return julian.add({ days: behind });
}
