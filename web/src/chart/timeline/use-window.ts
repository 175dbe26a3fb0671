import { useEffect, useMemo, useState } from 'react';
import type { Item } from './item.js';
import { extentOf, moved, type Window, within, zoomed } from './window.js';

export interface Time {
  readonly window: Window;
  readonly whole: Window;
  readonly set: (window: Window) => void;
  /** @param share Of what is shown, from its beginning: the moment there stays where it is. */
  readonly zoom: (factor: number, share?: number) => void;
  /** @param share Of what is shown. */
  readonly pan: (share: number) => void;
  readonly all: () => void;
  /** `+`, `-` and `0`. */
  readonly key: (key: string) => boolean;
}

const NONE: Window = { from: 0, to: 1 };

/** Begins with the course: what is told as history may be a century before it, and is a step further out. */
export function useWindow(items: readonly Item[]): Time {
  const whole = useMemo(() => extentOf(items) ?? NONE, [items]);
  const first = useMemo(
    () => extentOf(items.filter(({ lane }) => lane !== 'background')) ?? whole,
    [items, whole],
  );
  const [chosen, setChosen] = useState<Window>();
  // What is added later may lie before or after: a window that nobody chose shows it.
  useEffect(() => setChosen((before) => (before === undefined ? before : within(before, whole))), [whole]);
  const window = chosen ?? first;
  const set = (next: Window) => next !== window && setChosen(within(next, whole));
  // Several moves of a hand may come before the next drawing: each goes on from the one before.
  const change = (next: (before: Window) => Window) => setChosen((before) => next(before ?? first));
  const zoom = (factor: number, share = 0.5) =>
    change((before) => zoomed(before, whole, factor, before.from + share * (before.to - before.from)));
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1 / 2),
    '=': () => zoom(1 / 2),
    '-': () => zoom(2),
    0: () => setChosen(whole),
  };
  return {
    window,
    whole,
    set,
    zoom,
    pan: (share) => change((before) => moved(before, whole, share)),
    all: () => setChosen(whole),
    key: (key) => {
      keys[key]?.();
      return key in keys;
    },
  };
}
