/** Where each entry of a timeline stands: one beside the other while there is room, else counted by month. */
import type { Unit } from '../days.js';
import { counted } from './counted.js';
import type { Item, Lane } from './item.js';
import { type Measure, single } from './single.js';
import type { Window } from './window.js';

export interface Placed {
  readonly item: Item;
  readonly lane: Lane;
  /** Pixels. */
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly label?: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
}

/** Entries of a lane in one day, month or year. */
export interface Bin {
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly x1: number;
  readonly x2: number;
  /** Middle line, and pixels above and below it. */
  readonly y: number;
  readonly up: number;
  readonly down: number;
  readonly count: number;
  readonly conflict: number;
}

export interface LaneRoom {
  readonly lane: Lane;
  /** Of its name. */
  readonly top: number;
  readonly bottom: number;
  readonly count: number;
}

export interface Layout {
  readonly lanes: readonly LaneRoom[];
  readonly height: number;
  /** One of the two is empty. */
  readonly placed: readonly Placed[];
  readonly bins: readonly Bin[];
  readonly unit?: Unit;
}

/** Moments to pixels. */
export type Scale = (moment: number) => number;

/** Pixels for the name of a lane, and below it. */
export const HEAD = 28;
export const FOOT = 10;

/** @param width Pixels for the time shown. */
export function laidOut(items: readonly Item[], window: Window, width: number, measure: Measure): Layout {
  const shown = items.filter(({ from, to }) => to > window.from && from < window.to);
  const x = (moment: number): number => ((moment - window.from) / (window.to - window.from)) * width;
  for (const longest of LONGEST) {
    const named = single(shown, x, width, { measure, longest });
    if (named !== undefined) return named;
  }
  return single(shown, x, width) ?? counted(shown, x, window, width);
}

/** Whole names where there is room for them, else shorter ones. */
const LONGEST = [620, 300];
