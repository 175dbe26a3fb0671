/** The part of time that is shown, and the way in and out. */
import { DAY } from '../days.js';

/** Moments. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Closer than this nothing more comes apart. */
const CLOSEST = 10 * DAY;

/** All of them, with some air at both ends. */
export function extentOf(spans: readonly Window[]): Window | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const span of spans) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  if (from > to) return undefined;
  const air = Math.max((to - from) * 0.04, 3 * DAY);
  return { from: from - air, to: to + air };
}

/** @param factor Below 1 closer, above 1 further away. @param at The moment that stays where it is. */
export function zoomed(window: Window, whole: Window, factor: number, at = middle(window)): Window {
  const length = window.to - window.from;
  const next = Math.min(Math.max(length * factor, CLOSEST), whole.to - whole.from);
  const share = (at - window.from) / length;
  return within({ from: at - share * next, to: at + (1 - share) * next }, whole);
}

/** @param share Of what is shown: 0.5 is half a window later. */
export function moved(window: Window, whole: Window, share: number): Window {
  const by = (window.to - window.from) * share;
  return within({ from: window.from + by, to: window.to + by }, whole);
}

/** So that a moment is shown. */
export function showing(window: Window, whole: Window, moment: number): Window {
  if (moment >= window.from && moment <= window.to) return window;
  return moved(window, whole, (moment - middle(window)) / (window.to - window.from));
}

/** As long as it is, or as all there is. */
export function within({ from, to }: Window, whole: Window): Window {
  const length = Math.max(
    Math.min(to - from, whole.to - whole.from),
    Math.min(CLOSEST, whole.to - whole.from),
  );
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}

const middle = ({ from, to }: Window): number => (from + to) / 2;
