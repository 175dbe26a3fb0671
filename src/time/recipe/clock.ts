/** TIME: an hour of a day. */
import { dayValue, shifted } from '../calendar.js';
import type { Slots } from '../match.js';
import { date } from './date.js';
import { type Context, knownTo, numberIn, type Recipe, type Resolved, wordIn } from './recipe.js';

interface Clock {
  readonly hour: number;
  readonly minute: number | undefined;
}

function clockOf(slots: Slots): Clock | undefined {
  const named = numberIn(slots, 'hourname');
  if (named !== undefined) return { hour: named, minute: 0 };
  const military = numberIn(slots, 'hhmm');
  if (military !== undefined) return { hour: Math.floor(military / 100), minute: military % 100 };
  const hour = numberIn(slots, 'hour');
  const minute = numberIn(slots, 'minute');
  if (hour === undefined || !Number.isInteger(hour) || hour > 24) return undefined;
  return { hour: afterNoon(slots, hour), minute };
}

/** 12 a.m. is 0, 1 p.m. and 1 in the afternoon are 13. */
function afterNoon(slots: Slots, hour: number): number {
  const half = wordIn(slots, 'half');
  const late =
    numberIn(slots, 'meridiem') === 12 || half === 'AF' || half === 'EV' || (half === 'NI' && hour >= 6);
  if (late) return hour < 12 ? hour + 12 : hour;
  const early = numberIn(slots, 'meridiem') === 0 || half === 'MO' || half === 'NI';
  return early && hour === 12 ? 0 : hour;
}

/** hour minute? meridiem? | hhmm | hourname, with the slots of a date, or `near` and `offset` from the report. */
export const clock: Recipe = (slots, context) => {
  const time = clockOf(slots);
  if (!time || (time.minute ?? 0) > 59 || time.hour > 24) return undefined;
  const figures = (value: number): string => String(value).padStart(2, '0');
  const on = dayOf(slots, context);
  return (
    on && { ...on, type: 'TIME', value: `${on.value}T${figures(time.hour)}:${figures(time.minute ?? 0)}` }
  );
};

function dayOf(slots: Slots, context: Context): Resolved | undefined {
  if (['weekday', 'month', 'day'].some((name) => slots[name] !== undefined)) {
    const { part: _, ...rest } = slots;
    return date(rest, context);
  }
  const anchor = slots.near === 'report' ? context.report : context.narrativeDay;
  if (!knownTo(anchor, 'day')) return { type: 'TIME', value: 'XXXX-XX-XX', unanchored: true };
  const found = shifted(anchor.day, numberIn(slots, 'offset') ?? 0, 'day');
  return { type: 'TIME', value: dayValue(found), anchor: anchor.id };
}
