/** What was given to be read and filed, and how far that is. */
import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Addition } from '../../../../src/desk/additions/addition.js';
import { ask } from '../../api/client.js';
import { additions } from '../../api/news.js';

export type { Addition };
export type Failure = Addition['failed'][number];

export const isOver = ({ state }: Pick<Addition, 'state'>): boolean =>
  state === 'done' || state === 'stopped';

/** Milliseconds between two looks, where the event stream says nothing. */
const PAUSE = 1500;

/** Asked anew as the event stream tells of them, until they are over. */
export function useAdditions(ids: readonly string[]): readonly UseQueryResult<Addition, Error>[] {
  const client = useQueryClient();
  const news = additions.use();
  useEffect(() => {
    if (news.size > 0) void client.invalidateQueries({ queryKey: ['addition'] });
  }, [client, news]);
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['addition', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<Addition>(`/additions/${encodeURIComponent(id)}`, {}, signal),
      refetchInterval: ({ state }: { state: { data?: Addition } }) =>
        state.data !== undefined && isOver(state.data) ? false : PAUSE,
    })),
  });
}

/** Several as one: a folder goes in parts. */
export function together(all: readonly Addition[]): Addition | undefined {
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  return others.reduce(joined, first);
}

const joined = (a: Addition, b: Addition): Addition => ({
  ...a,
  state: isOver(a) ? (isOver(b) && a.state === 'stopped' ? 'stopped' : b.state) : a.state,
  what: `${a.what}, ${b.what}`,
  ...(a.total === undefined || b.total === undefined ? {} : { total: a.total + b.total }),
  done: a.done + b.done,
  read: a.read + b.read,
  filed: a.filed + b.filed,
  known: a.known + b.known,
  failures: a.failures + b.failures,
  failed: [...a.failed, ...b.failed],
  reports: [...a.reports, ...b.reports],
});
