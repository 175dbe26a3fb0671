/** Too many entries to stand by themselves: bars by day, month or year, cooperation upwards and conflict downwards. */
import { DAY, floorTo, nextOf, type Unit } from '../days.js';
import { type Item, type Lane, lanes } from './item.js';
import { type Bin, FOOT, HEAD, type LaneRoom, type Layout, type Scale } from './layout.js';
import type { Window } from './window.js';

/** Pixels of a lane. */
const COUNTED = 64;

export function counted(items: readonly Item[], x: Scale, window: Window, width: number): Layout {
  const unit = unitFor(window, width);
  const tally = new Map<string, { lane: Lane; from: number; count: number; conflict: number }>();
  for (const { lane, from, tone } of items) {
    const start = floorTo(unit, Math.max(from, window.from));
    const key = `${lane} ${start}`;
    const bin = tally.get(key) ?? { lane, from: start, count: 0, conflict: 0 };
    tally.set(key, { ...bin, count: bin.count + 1, conflict: bin.conflict + (tone === 'conflict' ? 1 : 0) });
  }
  const all = [...tally.values()].sort((a, b) => a.from - b.from);
  const bins: Bin[] = [];
  const rooms: LaneRoom[] = [];
  let top = 0;
  for (const lane of lanes) {
    const own = all.filter((bin) => bin.lane === lane);
    if (own.length === 0) continue;
    const up = Math.max(...own.map(({ count, conflict }) => count - conflict));
    const down = Math.max(...own.map(({ conflict }) => conflict));
    const scale = COUNTED / (up + down);
    const y = top + HEAD + up * scale;
    for (const { from, count, conflict } of own) {
      const to = nextOf(unit, from);
      bins.push({
        lane,
        from,
        to,
        x1: Math.max(x(from), 0),
        x2: Math.min(x(to), width),
        y,
        up: (count - conflict) * scale,
        down: conflict * scale,
        count,
        conflict,
      });
    }
    const bottom = top + HEAD + COUNTED + FOOT;
    rooms.push({ lane, top, bottom, count: own.reduce((sum, { count }) => sum + count, 0) });
    top = bottom;
  }
  return { lanes: rooms, height: top, placed: [], bins: bins.sort((a, b) => a.from - b.from), unit };
}

/** Bars that can be told apart, three pixels each at least. */
function unitFor({ from, to }: Window, width: number): Unit {
  const days = (to - from) / DAY;
  if (days * 5 <= width) return 'day';
  if ((days / 7) * 4 <= width) return 'week';
  return (days / 30.4) * 3 <= width ? 'month' : 'year';
}
