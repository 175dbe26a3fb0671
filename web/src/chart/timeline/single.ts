/** Every entry by itself, with its name while there is room for names. */
import { type Item, lanes } from './item.js';
import { FOOT, HEAD, type LaneRoom, type Layout, type Placed, type Scale } from './layout.js';

/** More lines than these and names, then single entries are given up. */
const MOST = { named: 14, single: 26 };
/** Narrow pages are long ones anyway. */
const MOST_NARROW = { named: 24, single: 26 };
const NARROW = 600;
const ROW = { named: 22, single: 12 };
/** Pixels beside a name. */
const AIR = 18;
const DOT = 12;

/** @param names Without it they go without. @returns undefined where they do not find room. */
export function single(items: readonly Item[], x: Scale, width: number, names?: Names): Layout | undefined {
  const how = names === undefined ? 'single' : 'named';
  const most = (width < NARROW ? MOST_NARROW : MOST)[how];
  if (items.length > (most * width) / DOT) return undefined;
  const placed: Placed[] = [];
  const rooms: LaneRoom[] = [];
  let top = 0;
  let rows = 0;
  for (const lane of lanes) {
    const own = items
      .filter((item) => item.lane === lane)
      .sort((a, b) => a.from - b.from || b.sources - a.sources);
    if (own.length === 0) continue;
    const ends: number[] = [];
    for (const item of own) {
      const { taken, ...place } = placeOf(item, x, width, names);
      const row = rowFor(ends, taken[0], most - rows);
      if (row === undefined) return undefined;
      ends[row] = taken[1];
      placed.push({ ...place, y: top + HEAD + row * ROW[how] + ROW[how] / 2 });
    }
    const bottom = top + HEAD + ends.length * ROW[how] + FOOT;
    rooms.push({ lane, top, bottom, count: own.length });
    top = bottom;
    rows += ends.length;
  }
  return { lanes: rooms, height: top, placed, bins: [] };
}

/** The first line that is free from there on. */
function rowFor(ends: readonly number[], from: number, most: number): number | undefined {
  const free = ends.findIndex((end) => end <= from);
  if (free >= 0) return free;
  return ends.length < most ? ends.length : undefined;
}

function placeOf(item: Item, x: Scale, width: number, names?: Names) {
  const x1 = Math.min(Math.max(x(item.from), 0), width);
  const x2 = Math.min(Math.max(x(item.to), 0), width);
  // A day is a point, what goes on longer a bar from day to day.
  const short = x2 - x1 < DOT;
  const [left, right] = short ? [(x1 + x2) / 2, (x1 + x2) / 2] : [x1, x2];
  const bare = { item, lane: item.lane, x1: left, x2: right };
  if (names === undefined) return { ...bare, taken: [left - DOT / 2, right + DOT / 2] as const };
  const most = Math.max(width - right, left) - AIR;
  const { text, pixels } = fitted(item.title, Math.min(most, names.longest), names.measure);
  const room = pixels + AIR;
  return room <= width - right || width - right >= left
    ? {
        ...bare,
        label: { text, x: right + 10, anchor: 'start' as const },
        taken: [left - 8, right + room] as const,
      }
    : {
        ...bare,
        label: { text, x: left - 10, anchor: 'end' as const },
        taken: [left - room, right + 8] as const,
      };
}

export interface Names {
  readonly measure: Measure;
  /** Pixels. */
  readonly longest: number;
}

/** Pixels of a text. */
export type Measure = (text: string) => number;

/** ` (JPN)` */
const COUNTRY = / \([A-Z]{3}\)/gu;

/** All of it, or its beginning. */
function fitted(title: string, most: number, measure: Measure): Fitted {
  const whole = { text: title, pixels: measure(title) };
  if (whole.pixels <= most) return whole;
  // Rather without the countries of those who are named than without what they did.
  const bare = title.replaceAll(COUNTRY, '');
  let [text, pixels] = [bare, measure(bare)];
  while (pixels > most && text.length > 2) {
    const letters = Math.min(Math.floor((text.length * most) / pixels), text.length - 1);
    text = `${bare.slice(0, Math.max(letters - 1, 1)).trimEnd()}…`;
    pixels = measure(text);
  }
  return { text, pixels };
}

interface Fitted {
  readonly text: string;
  readonly pixels: number;
}
