/** Dates by their names: years, months, days, weekdays, and several days of one month. */
import {
  type Day,
  dayNamed,
  daysBetween,
  dayValue,
  monday,
  monthValue,
  realDay,
  shifted,
  weekValue,
  yearValue,
} from '../calendar.js';
import type { Slots } from '../match.js';
import { nearestMonthYear, nearestWeekday, nearestYear } from './nearest.js';
import {
  type Anchor,
  type Context,
  knownTo,
  modOf,
  numberIn,
  type Recipe,
  type Resolved,
  withPart,
} from './recipe.js';

/** `'98` is 1998, `'16` is 2016: the century that puts it nearest to the report. */
function fullYear(slots: Slots, context: Context, name = 'year', short = 'yy'): number | undefined {
  const year = numberIn(slots, name);
  const two = numberIn(slots, short);
  if (year !== undefined || two === undefined) return year;
  const now = context.report?.day.year;
  const candidates = [1900 + two, 2000 + two];
  if (now === undefined) return candidates[two >= 50 ? 0 : 1];
  return candidates.sort((a, b) => Math.abs(now - a) - Math.abs(now - b))[0];
}

/** The year of a date without one, with where it was counted from. */
function yearOf(slots: Slots, context: Context): { year?: number; anchor?: Anchor } {
  const stated = fullYear(slots, context);
  if (stated !== undefined) return { year: stated };
  const [month, dayOfMonth, weekday] = ['month', 'day', 'weekday'].map((name) => numberIn(slots, name));
  if (month === undefined) return {};
  const offset = numberIn(slots, 'offset');
  const past = offset === undefined ? context.past : undefined;
  const anchor = past ?? context.year;
  if (!anchor) return {};
  if (offset !== undefined) return { year: anchor.day.year + offset, anchor };
  if (anchor.precision === 'year') return anchor.id === 'published' ? {} : { year: anchor.day.year, anchor };
  // A story goes on, in the past tense.
  const direction = past ? 'future' : context.direction;
  if (dayOfMonth === undefined) return { year: nearestMonthYear(anchor.day, month, direction), anchor };
  const exact = (year: number): Day | undefined => {
    const found = realDay(year, month, dayOfMonth);
    return weekday === undefined || found?.dayOfWeek === weekday ? found : undefined;
  };
  const plain = (year: number): Day | undefined => realDay(year, month, dayOfMonth);
  const year = nearestYear(anchor.day, direction, exact) ?? nearestYear(anchor.day, direction, plain);
  return year === undefined ? {} : { year, anchor };
}

const counted = (anchor: Anchor | undefined): Pick<Resolved, 'anchor'> =>
  anchor ? { anchor: anchor.id } : {};

/** year? month? day? weekday? part?; what is missing above is filled in from the anchor. */
export const date: Recipe = (slots, context) => {
  const [month, dayOfMonth, weekday] = ['month', 'day', 'weekday'].map((name) => numberIn(slots, name));
  if (month === undefined && dayOfMonth !== undefined) return dayAlone(dayOfMonth, slots, context);
  if (month === undefined && weekday !== undefined) return weekdayAlone(weekday, slots, context);
  const { year, anchor } = yearOf(slots, context);
  const rest = { ...modOf(slots), ...counted(anchor) };
  if (month === undefined)
    return year === undefined ? undefined : { type: 'DATE', value: yearValue(year), ...rest };
  if (year === undefined) {
    const open = `XXXX-${monthValue(0, month).slice(5)}`;
    const value = dayOfMonth === undefined ? open : `${open}-${String(dayOfMonth).padStart(2, '0')}`;
    return (
      realDay(2000, month, dayOfMonth ?? 1) && {
        ...withPart(slots, value),
        ...modOf(slots),
        unanchored: true,
      }
    );
  }
  if (dayOfMonth === undefined) return { ...withPart(slots, monthValue(year, month)), ...rest };
  const found = realDay(year, month, dayOfMonth);
  return found && { ...withPart(slots, dayValue(found)), ...rest };
};

function weekdayAlone(weekday: number, slots: Slots, context: Context): Resolved {
  const anchor = context.report ?? context.narrative;
  if (!knownTo(anchor, 'day')) return { ...withPart(slots, `XXXX-WXX-${weekday}`), unanchored: true };
  const found = nearestWeekday(anchor.day, weekday, context.direction);
  return { ...withPart(slots, dayValue(found)), anchor: anchor.id };
}

/** "Friday the 25th", "on the 25th": of the month before or after. */
function dayAlone(dayOfMonth: number, slots: Slots, context: Context): Resolved | undefined {
  const anchor = context.narrative;
  if (!knownTo(anchor, 'month'))
    return { ...withPart(slots, `XXXX-XX-${String(dayOfMonth).padStart(2, '0')}`), unanchored: true };
  const weekday = numberIn(slots, 'weekday');
  const candidates = [-2, -1, 0, 1, 2].flatMap((months) => {
    const month = shifted(anchor.day.with({ day: 1 }), months, 'month');
    const found = realDay(month.year, month.month, dayOfMonth);
    return found && (weekday === undefined || found.dayOfWeek === weekday) ? [found] : [];
  });
  const wanted = candidates
    .map((found) => ({ found, distance: daysBetween(anchor.day, found) }))
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  const side = wanted.find(({ distance }) =>
    context.direction === 'future' ? distance >= 0 : distance <= 0,
  );
  const found = (side ?? wanted[0])?.found;
  return found && { ...withPart(slots, dayValue(found)), anchor: anchor.id };
}

/** month day day2 month2? year?, or weekday weekday2: one expression over several days. */
export const dates: Recipe = (slots, context) => {
  const first = date(slots, context);
  if (!first) return undefined;
  const rest = {
    month: slots.month2 ?? slots.month,
    day: slots.day2,
    weekday: slots.weekday2,
    year: slots.year,
  };
  const defined = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const last = date(Object.fromEntries(defined), context);
  if (!last || last.unanchored || first.unanchored)
    return first.unanchored && last ? spanned(first, last) : undefined;
  if (last.value > first.value) return spanned(first, last);
  return slots.weekday2 === undefined ? undefined : weekdaysBack(first, last);
};

const spanned = (first: Resolved, last: Resolved): Resolved => ({
  ...first,
  value: `${first.value}/${last.value}`,
});

/** "Friday-Monday" in the past: the Friday before that Monday. */
function weekdaysBack(first: Resolved, last: Resolved): Resolved {
  const found = dayNamed(first.value)?.subtract({ days: 7 });
  return found ? spanned({ ...first, value: dayValue(found) }, last) : first;
}

/** year year2|yy2: `1990-1995`, `1992-95`; `most` years apart. */
export const years: Recipe = (slots) => {
  const from = numberIn(slots, 'year');
  const short = numberIn(slots, 'yy2');
  if (from === undefined) return undefined;
  const to = numberIn(slots, 'year2') ?? from - (from % 100) + (short ?? 0);
  if (to <= from || to - from > (numberIn(slots, 'most') ?? to)) return undefined;
  return { type: 'DATE', value: `${yearValue(from)}/${yearValue(to)}` };
};

/** weekday, offset: "Monday last week". */
export const weekdayof: Recipe = (slots, context) => {
  const weekday = numberIn(slots, 'weekday');
  const anchor = context.report;
  if (weekday === undefined) return undefined;
  if (!knownTo(anchor, 'day')) return { type: 'DATE', value: `XXXX-WXX-${weekday}`, unanchored: true };
  const week = shifted(anchor.day, numberIn(slots, 'offset') ?? 0, 'week');
  const found = monday(week.yearOfWeek ?? week.year, week.weekOfYear ?? 1).add({ days: weekday - 1 });
  return { type: 'DATE', value: dayValue(found), anchor: anchor.id };
};

/** month day year?: the ISO week that the day lies in. */
export const weekof: Recipe = (slots, context) => {
  const found = date(slots, context);
  if (!found) return undefined;
  const here = dayNamed(found.value);
  return here ? { ...found, value: weekValue(here) } : { ...found, value: 'XXXX-WXX' };
};

/** dayn, offset: "the 1st of this month". */
export const dayof: Recipe = (slots, context) => {
  const dayOfMonth = numberIn(slots, 'dayn') ?? 0;
  const anchor = context.report;
  if (!knownTo(anchor, 'month'))
    return { type: 'DATE', value: `XXXX-XX-${String(dayOfMonth).padStart(2, '0')}`, unanchored: true };
  const found = realDay(anchor.day.year, anchor.day.month, dayOfMonth);
  return found && { type: 'DATE', value: dayValue(found), anchor: anchor.id };
};
