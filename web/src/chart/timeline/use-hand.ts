import { type RefObject, useState } from 'react';
import { useGestures } from '../gestures.js';
import type { Point } from '../point.js';
import type { ChartEntry } from './entries.js';
import { SIDE } from './marks.js';
import type { Time } from './use-window.js';

interface Over {
  readonly entries: readonly ChartEntry[];
  readonly time: Time;
  readonly pixels: number;
  readonly onHover: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

/** Pixels that are dragged over, before they are let go. */
interface Brush {
  readonly from: number;
  readonly to: number;
}

/** Drag to look closer, click to open; with the finger the first touch picks, what is picked then is opened below. */
export function useHand(
  place: RefObject<HTMLElement | null>,
  over: Over,
): { readonly brush?: Brush | undefined } {
  const { entries, time, pixels, onHover, onOpen } = over;
  const [brush, setBrush] = useState<Brush>();
  const { from, to } = time.window;
  const momentAt = (x: number): number => from + ((x - SIDE) / pixels) * (to - from);
  useGestures(place, {
    zoom: (factor, x) => time.zoom(factor, (x - SIDE) / pixels),
    pan: (x) => time.pan(x / pixels),
    drag: (start, end, done) => {
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
      setBrush(done ? undefined : { from: left, to: right });
      if (done) time.set({ from: momentAt(left), to: momentAt(right) });
    },
    tap: (at, touch) => {
      const index = nearest(entries, at, touch ? 22 : 12);
      if (touch) onHover(index);
      else if (index >= 0) onOpen(index);
    },
    hover: (at) => at !== undefined && onHover(nearest(entries, at, 12)),
  });
  return { brush };
}

/** The entry under the pointer, or near it; -1 for none. */
function nearest(entries: readonly ChartEntry[], { x, y }: Point, reach: number): number {
  let best = -1;
  let least = reach;
  for (const [index, { box }] of entries.entries()) {
    if (box === undefined) continue;
    const left = box.x + SIDE;
    const away = Math.hypot(
      Math.max(left - x, 0, x - left - box.width),
      Math.max(box.y - y, 0, y - box.y - box.height),
    );
    if (away < least) [best, least] = [index, away];
    if (least === 0) break;
  }
  return best;
}
