import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.js';

/** The machine's; for the command line to hand in. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal ? { signal } : {}),
};
