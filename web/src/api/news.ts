/** What is new: server-sent events of `/api/news`. */
import { storeOf } from '../store.js';
import { outOfDate } from './answer.js';

export interface Filed {
  readonly id: string;
  readonly headline: string;
  readonly outlet?: string;
}

/** Progress of an addition as the stream tells it. */
export interface AdditionNews {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly total?: number;
  readonly read: number;
  readonly filed: number;
  readonly known: number;
  readonly failed?: number | readonly unknown[];
}

export interface News {
  readonly live: boolean;
  readonly revision?: number;
  /** Filed since the page was opened, the newest first. */
  readonly filed: readonly Filed[];
}

export const news = storeOf<News>({ live: false, filed: [] });
export const additions = storeOf<ReadonlyMap<string, AdditionNews>>(new Map());

/** Reports arrive in crowds: answers are asked again at most this often (ms). */
const PAUSE = 1500;
const KEPT = 50;

let waiting: ReturnType<typeof setTimeout> | undefined;
function changed(): void {
  if (waiting !== undefined) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    void outOfDate();
  }, PAUSE);
}

const parsed = <Value>(event: Event): Value | undefined => {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as Value;
  } catch {
    return undefined;
  }
};

function onRevision(event: Event): void {
  const told = parsed<{ revision: number; filed?: readonly Filed[] }>(event);
  if (told === undefined) return;
  const before = news.get();
  if (before.revision !== undefined && told.revision !== before.revision) changed();
  news.set({
    live: true,
    revision: told.revision,
    filed: [...(told.filed ?? []), ...before.filed].slice(0, KEPT),
  });
}

function onAddition(event: Event): void {
  const told = parsed<AdditionNews>(event);
  if (told !== undefined) additions.set((before) => new Map(before).set(told.id, told));
}

/** Until the function given back is called. The browser connects again by itself; what was missed is asked for. */
export function listen(): () => void {
  const stream = new EventSource('/api/news');
  let lost = false;
  stream.addEventListener('open', () => {
    news.set((before) => ({ ...before, live: true }));
    if (lost) changed();
    lost = false;
  });
  stream.addEventListener('error', () => {
    lost = true;
    news.set((before) => ({ ...before, live: false }));
  });
  stream.addEventListener('revision', onRevision);
  stream.addEventListener('addition', onAddition);
  return () => stream.close();
}

export const forgetFiled = (): void => news.set((before) => ({ ...before, filed: [] }));
