/** Hooks that ask the desk: one answer, or a list page by page. */
import {
  type InfiniteData,
  keepPreviousData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { Page } from '../../../src/record/ask/page.js';
import { ask, type Params } from './client.js';
import { Problem } from './problem.js';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says when an answer is out of date (news.ts).
      staleTime: 60_000,
      // The desk is as a rule on this machine: it answers without a network too.
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof Problem && error.mayPass,
    },
  },
});

/** Everything under this key is asked again when the record changes. */
const key = (path: string | undefined, params: Params) => ['answer', path, params] as const;

/** @param path Nothing is asked while it is undefined. */
export const useAnswer = <Answer>(
  path: string | undefined,
  params: Params = {},
  options: { readonly keep?: boolean } = {},
): UseQueryResult<Answer, Error> =>
  useQuery<Answer>({
    queryKey: key(path, params),
    queryFn: ({ signal }) => ask<Answer>(path ?? '', params, signal),
    enabled: path !== undefined,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });

/** Lists with a cursor: `data.pages`, `fetchNextPage`. `rowsOf` gives the rows, `<More>` the button. */
export const usePages = <Row>(
  path: string | undefined,
  params: Params = {},
): UseInfiniteQueryResult<InfiniteData<Page<Row>>, Error> =>
  useInfiniteQuery({
    queryKey: [...key(path, params), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<Row>>(path ?? '', { ...params, ...(pageParam === '' ? {} : { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: path !== undefined,
  });

export const rowsOf = <Row>(data: InfiniteData<Page<Row>> | undefined): readonly Row[] =>
  data?.pages.flatMap(({ rows }) => rows) ?? [];

/** Asks all that is on the page again. */
export const outOfDate = (): Promise<void> => queries.invalidateQueries({ queryKey: ['answer'] });
