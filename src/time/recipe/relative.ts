/** Dates counted from the report or from the narrative: this, last and next; ago, earlier and later. */
import {
  type Day,
  dayValue,
  isUnit,
  monthValue,
  openValue,
  shifted,
  shiftedFar,
  type Unit,
  valueAt,
  yearValue,
} from '../calendar.js';
import type { Slots } from '../match.js';
import { nearestMonthYear, nearestWeekday } from './nearest.js';
import {
  type Anchor,
  type Context,
  knownTo,
  modOf,
  numberIn,
  type Recipe,
  type Resolved,
  withPart,
  wordIn,
} from './recipe.js';

const basisOf = (slots: Slots, context: Context): Anchor | undefined =>
  slots.basis === 'narrative' ? context.narrative : context.report;

/** What the anchor must be known to, for a unit to be counted from it. */
function precisionFor(unit: Unit): Anchor['precision'] {
  if (unit === 'month' || unit === 'quarter' || unit === 'half') return 'month';
  return unit === 'year' || unit === 'decade' || unit === 'century' || unit === 'millennium' ? 'year' : 'day';
}

function counted(slots: Slots, anchor: Anchor | undefined, count: number, unit: Unit): Resolved {
  const within = unit === 'day' && count === 0 ? dayWithin(anchor) : undefined;
  if (anchor && within) return { ...withPart(slots, within), ...modOf(slots), anchor: anchor.id };
  if (!knownTo(anchor, precisionFor(unit)))
    return { ...withPart(slots, openValue(unit)), ...modOf(slots), unanchored: true };
  const moved = shiftedFar(anchor.day, count, unit);
  if (!moved) return { type: 'DATE', value: tooFar(count) };
  return { ...withPart(slots, valueAt(moved, unit)), ...modOf(slots), anchor: anchor.id };
}

/** Before or after the years that four figures write: "five thousand years ago". */
const tooFar = (count: number): string => (count < 0 ? 'PAST_REF' : 'FUTURE_REF');

/** "that day" of a month or year: `1998-10-XX`. */
function dayWithin(anchor: Anchor | undefined): string | undefined {
  if (!anchor || anchor.id === 'published' || anchor.precision === 'day') return undefined;
  const { year, month } = anchor.day;
  return anchor.precision === 'month' ? `${monthValue(year, month)}-XX` : `${yearValue(year)}-XX-XX`;
}

/** unit, offset, basis, part?, mod?: "last month", "the day before", "tonight". */
export const calendar: Recipe = (slots, context) => {
  if (slots.fiscal !== undefined) return { type: 'DATE', value: 'PRESENT_REF' };
  const unit = wordIn(slots, 'unit');
  if (!isUnit(unit)) return undefined;
  return counted(slots, basisOf(slots, context), numberIn(slots, 'offset') ?? 0, unit);
};

/** "the weekend": the one that has begun last, or comes next when the verb looks forward. */
export const weekend: Recipe = (slots, context) => {
  const anchor = context.report;
  const past = context.direction === 'past' && knownTo(anchor, 'day') && anchor.day.dayOfWeek < 6;
  return counted(slots, anchor, past ? -1 : 0, 'weekend');
};

/** count, unit, sign, basis: "two years ago", "three days later". `precise` keeps the day. */
export const shift: Recipe = (slots, context) => {
  const unit = wordIn(slots, 'unit');
  const count = numberIn(slots, 'count') ?? 1;
  if (!isUnit(unit)) return undefined;
  const anchor = basisOf(slots, context);
  const steps = count * (numberIn(slots, 'sign') ?? 1);
  if (!Number.isInteger(count)) return { type: 'DATE', value: tooFar(steps) };
  const exact = slots.precise !== undefined && knownTo(anchor, 'day');
  const moved = exact ? shiftedFar(anchor.day, steps, unit) : undefined;
  if (exact && moved) return { type: 'DATE', value: dayValue(moved), anchor: anchor.id };
  return counted(slots, anchor, steps, unit);
};

/** weekday | month, offset -1 or 1, part?: "last October", "next Friday". */
export const named: Recipe = (slots, context) => {
  const [weekday, month] = [numberIn(slots, 'weekday'), numberIn(slots, 'month')];
  const anchor = context.report;
  const back = numberIn(slots, 'offset') === -1;
  if (weekday !== undefined) {
    if (!knownTo(anchor, 'day')) return { ...withPart(slots, `XXXX-WXX-${weekday}`), unanchored: true };
    const from = anchor.day.add({ days: back ? -1 : 1 });
    const found = nearestWeekday(from, weekday, back ? 'past' : 'future');
    return { ...withPart(slots, dayValue(nextWeek(found, anchor.day, back))), anchor: anchor.id };
  }
  if (month === undefined) return undefined;
  if (!knownTo(anchor, 'month'))
    return { type: 'DATE', value: `XXXX-${monthValue(0, month).slice(5)}`, unanchored: true };
  const from = shifted(anchor.day, back ? -1 : 1, 'month');
  const year = nearestMonthYear(from, month, back ? 'past' : 'future', { strict: true });
  return { type: 'DATE', value: monthValue(year, month), anchor: anchor.id };
};

/** "next Friday" said on a Monday is not the Friday of that same week. */
const nextWeek = (found: Day, from: Day, back: boolean): Day =>
  !back && found.weekOfYear === from.weekOfYear ? found.add({ days: 7 }) : found;

/** value: PRESENT_REF, PAST_REF or FUTURE_REF. */
export const ref: Recipe = (slots) => {
  const value = wordIn(slots, 'value');
  return value === undefined ? undefined : { type: 'DATE', value };
};
