/** A server that goes away comes back, and a disk that is full is emptied: the same is tried again until then. */
import { setTimeout as pause } from 'node:timers/promises';
import { asRecordError, isGone, RecordError } from '../record/store/error.js';

export interface Waiting {
  readonly where: string;
  /** A line for whoever runs it. */
  say(message: string): void;
  /** A full disk ends it, rather than being waited for. */
  readonly endsWhenFull?: boolean;
  /** Aborts when enough is enough: waiting ends. */
  readonly signal: AbortSignal;
}

/** Seconds between tries: doubled each time. */
const FIRST = 1;
const LONGEST = 30;

/** @throws what is no matter of waiting; the last error once the signal has aborted. */
export async function patiently<Result>(
  action: () => Promise<Result>,
  { where, say, signal, endsWhenFull = false }: Waiting,
): Promise<Result> {
  for (let wait = FIRST; ; wait = Math.min(2 * wait, LONGEST)) {
    try {
      const result = await action();
      if (wait > FIRST) say(`${where} is there again; work goes on`);
      return result;
    } catch (error) {
      if (!passes(error, endsWhenFull) || signal.aborted) throw error;
      const told = asRecordError(error, where);
      say(`${told instanceof Error ? told.message : told}; trying again in ${wait} s`);
      await pause(wait * 1000, undefined, { signal }).catch(() => {});
    }
  }
}

const passes = (error: unknown, endsWhenFull: boolean): boolean =>
  isGone(error) ||
  (error instanceof RecordError &&
    (error.code === 'record/unreachable' || (error.code === 'record/full' && !endsWhenFull)));
