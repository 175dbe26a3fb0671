/** DURATION and SET: lengths as ISO 8601 durations, and what recurs. */
import { type Day, monthValue, shiftedFar } from '../calendar.js';
import type { Slots } from '../match.js';
import { type Context, knownTo, modOf, numberIn, type Recipe, type Resolved, wordIn } from './recipe.js';

const CLOCK: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);
/** What half of one unit is made of. */
const HALVES: Readonly<Record<string, readonly [number, string]>> = {
  year: [6, 'month'],
  hour: [30, 'minute'],
  minute: [30, 'second'],
  day: [12, 'hour'],
  decade: [5, 'year'],
  century: [50, 'year'],
};

/** `P2Y`, `PT16H`, `PXW`. Undefined for a unit that has no length. */
function lengthOf(context: Context, count: number | 'X', unit: string): string | undefined {
  const known = context.names.durations.get(unit);
  if (!known) return undefined;
  const [times, letter] = known;
  const amount = count === 'X' ? 'X' : String(Math.round(count * times * 100) / 100);
  return `P${CLOCK.has(unit) ? 'T' : ''}${amount}${letter}`;
}

/** Two lengths written as one: `P2Y` and `P6M` are `P2Y6M`. */
const joined = (a: string, b: string): string => a + b.slice(a.includes('T') && b.startsWith('PT') ? 2 : 1);

function lengthValue(slots: Slots, context: Context): string | undefined {
  const unit = wordIn(slots, 'unit') ?? '';
  const vague = wordIn(slots, 'vague') ?? (slots.several === undefined ? undefined : 'X');
  if (vague !== undefined) return lengthOf(context, 'X', unit);
  const stated = numberIn(slots, 'count') ?? numberIn(slots, 'vague') ?? 1;
  const whole = Math.floor(stated);
  const half = stated - whole === 0.5 || slots.half !== undefined ? HALVES[unit] : undefined;
  if (half) {
    const rest = lengthOf(context, half[0], half[1]);
    const first = whole === 0 ? undefined : lengthOf(context, whole, unit);
    return first && rest ? joined(first, rest) : rest;
  }
  const first = lengthOf(context, slots.half === undefined ? stated : stated + 0.5, unit);
  const second = wordIn(slots, 'unit2');
  const rest = second && lengthOf(context, numberIn(slots, 'count2') ?? 1, second);
  return first && rest ? joined(first, rest) : first;
}

/** count | vague | several, unit, mod?, half?, until? (ends with the report), since? (begins with it). */
export const duration: Recipe = (slots, context) => {
  const value = lengthValue(slots, context);
  if (value === undefined) return undefined;
  return { type: 'DURATION', value, ...modOf(slots), ...stretchOf(slots, context) };
};

/** The days from or up to the report, when a length is counted so. */
function stretchOf(slots: Slots, context: Context): Pick<Resolved, 'interval' | 'anchor'> {
  const sign = slots.until === 'report' ? -1 : slots.since === 'report' ? 1 : 0;
  const count = numberIn(slots, 'count') ?? 1;
  const unit = wordIn(slots, 'unit');
  const { report } = context;
  if (sign === 0 || !knownTo(report, 'day') || !Number.isInteger(count)) return {};
  if (unit === undefined || CLOCK.has(unit)) return {};
  const other = moved(report.day, sign * count, unit);
  if (!other) return {};
  const [from, last] = sign < 0 ? [other, report.day] : [report.day, other];
  return {
    interval: { from: from.toString(), to: last.add({ days: 1 }).toString() },
    anchor: report.id,
  };
}

function moved(from: Day, count: number, unit: string): Day | undefined {
  switch (unit) {
    case 'day':
    case 'week':
    case 'fortnight':
    case 'month':
    case 'quarter':
    case 'year':
    case 'decade':
    case 'century':
      return shiftedFar(from, count, unit);
    default:
      return undefined;
  }
}

/** unit | weekday | month | season | part, count?, quant?, times?: "every four years", "Fridays", "twice a year". */
export const set: Recipe = (slots, context) => {
  const [weekday, month] = [numberIn(slots, 'weekday'), numberIn(slots, 'month')];
  const part = wordIn(slots, 'part');
  const quant = wordIn(slots, 'quant');
  const rest = quant === undefined ? {} : { quant };
  if (weekday !== undefined)
    return { type: 'SET', value: `XXXX-WXX-${weekday}${part === undefined ? '' : `T${part}`}`, ...rest };
  if (month !== undefined) return { type: 'SET', value: `XXXX-${monthValue(0, month).slice(5)}`, ...rest };
  const seasonName = wordIn(slots, 'season');
  if (seasonName !== undefined) return { type: 'SET', value: `XXXX-${seasonName}`, ...rest };
  if (part !== undefined) return { type: 'SET', value: `T${part}`, ...rest };
  const value = lengthOf(context, numberIn(slots, 'count') ?? 1, wordIn(slots, 'unit') ?? '');
  const times = numberIn(slots, 'times');
  return value === undefined
    ? undefined
    : { type: 'SET', value, ...rest, ...(times === undefined ? {} : { freq: `${times}X` }) };
};
