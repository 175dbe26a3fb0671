/** What one goes through in a timeline, in the order of time: single entries, or days, months or years of them. */
import { counted, monthWords, whenWords } from '../../../../src/record/dossier/words.js';
import { DAY, dayOf, monthOf } from '../days.js';
import type { Item } from './item.js';
import type { Bin, Layout, Placed } from './layout.js';
import { laneName } from './marks.js';
import type { Window } from './window.js';

export interface ChartEntry {
  readonly title: string;
  readonly words: string;
  /** The happening it opens, */
  readonly id?: string;
  /** or the part of time. */
  readonly window?: Window;
  readonly moment: number;
  /** Pixels; absent where it lies outside of what is shown. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export function entriesOf(items: readonly Item[], { placed, bins, unit }: Layout): ChartEntry[] {
  if (unit !== undefined) return bins.map((bin) => ofBin(bin));
  const places = new Map(placed.map((each) => [each.item, each]));
  return [...items].sort((a, b) => a.from - b.from).map((item) => ofItem(item, places.get(item)));
}

const ofItem = (item: Item, placed: Placed | undefined): ChartEntry => ({
  title: item.title,
  words: item.words,
  ...(item.id === undefined ? {} : { id: item.id }),
  moment: (item.from + item.to) / 2,
  ...(placed === undefined
    ? {}
    : { box: { x: placed.x1 - 9, y: placed.y - 9, width: placed.x2 - placed.x1 + 18, height: 18 } }),
});

function ofBin({ from, to, lane, count, conflict, x1, x2, y, up, down }: Bin): ChartEntry {
  const parts = conflict === 0 ? '' : `, ${conflict} of them conflict`;
  return {
    title: timeWords(from, to),
    words: `${laneName[lane]}: ${counted(count, 'entry', 'entries')}${parts}`,
    window: { from: from - 2 * DAY, to: to + 2 * DAY },
    moment: (from + to) / 2,
    box: { x: x1 - 1, y: y - up - 2, width: Math.max(x2 - x1, 2) + 2, height: up + down + 4 },
  };
}

function timeWords(from: number, to: number): string {
  const days = (to - from) / DAY;
  if (days > 27 && days < 32) return monthWords(monthOf(from));
  return whenWords({ from: dayOf(from), to: dayOf(to) });
}
