/** A recipe: what an expression's slots mean on the calendar, given where it is counted from. */
import type { Day } from '../calendar.js';
import type { Interval } from '../interval.js';
import type { Slots } from '../match.js';
import type { Names } from '../names.js';
import type { Time } from '../timex3.js';

export type Direction = 'past' | 'future' | 'none';

/** A date that others are counted from. */
export interface Anchor {
  /** `published`, or the id of a time. */
  readonly id: string;
  /** Its first day. */
  readonly day: Day;
  readonly precision: 'day' | 'month' | 'year';
}

export interface Context {
  readonly names: Names;
  /** The day of the report. */
  readonly report: Anchor | undefined;
  /** The last date that the narrative set, else the day of the report. */
  readonly narrative: Anchor | undefined;
  /** The last day that the narrative set, else the day of the report. */
  readonly narrativeDay: Anchor | undefined;
  /** What a date without a year is counted from: the report, else the narrative. */
  readonly year: Anchor | undefined;
  /** The last date of a story of the past that the expression belongs to. */
  readonly past: Anchor | undefined;
  readonly direction: Direction;
}

export interface Resolved {
  readonly type: Time['type'];
  readonly value: string;
  readonly mod?: string;
  readonly quant?: string;
  readonly freq?: string;
  /** When it is not simply the days of `value`. */
  readonly interval?: Interval;
  readonly anchor?: string;
  /** It is relative, and nothing says to what. */
  readonly unanchored?: boolean;
}

/** Undefined when the slots make no time after all (30 February). */
export type Recipe = (slots: Slots, context: Context) => Resolved | undefined;

export const numberIn = (slots: Slots, name: string): number | undefined => {
  const value = slots[name];
  return typeof value === 'number' ? value : undefined;
};

export const wordIn = (slots: Slots, name: string): string | undefined => {
  const value = slots[name];
  return typeof value === 'string' ? value : undefined;
};

export const modOf = (slots: Slots): { mod?: string } => {
  const mod = wordIn(slots, 'mod');
  return mod === undefined ? {} : { mod };
};

const FINENESS = { year: 0, month: 1, day: 2 } as const;
/** Whether the anchor is known at least to that precision. */
export const knownTo = (anchor: Anchor | undefined, precision: Anchor['precision']): anchor is Anchor =>
  anchor !== undefined && FINENESS[anchor.precision] >= FINENESS[precision];

/** A date value with a part of the day, if one was named: `2016-12-03TMO`. */
export function withPart(slots: Slots, date: string): Pick<Resolved, 'type' | 'value'> {
  const part = wordIn(slots, 'part');
  return part === undefined ? { type: 'DATE', value: date } : { type: 'TIME', value: `${date}T${part}` };
}
