/** Pages of items that a feed only announces: read one after the other, put off where a host asks for it. */
import { failed, type InputError } from '../article/index.js';
import type { Report } from '../input/index.js';
import type { Client, Got } from './client.js';
import { feedJob, pageJob } from './item.js';
import type { Waiting } from './state.js';

/** A page that can't be read so often is given up. */
const mostTries = 4;

/** What one poll holds at most, but for the last page: jobs are given together. */
const mostBytes = 64 * 1024 * 1024;

export interface Pages {
  readonly jobs: readonly Report[];
  readonly waiting: readonly Waiting[];
  /** When a host that put us off may be asked again. */
  readonly laterAt?: number | undefined;
}

export interface PageOptions {
  readonly client: Client;
  /** How many pages at most. */
  readonly most: number;
  readonly feed: string;
  readonly signal?: AbortSignal | undefined;
}

/** On abort, what was not read waits. */
export async function readPages(waiting: readonly Waiting[], options: PageOptions): Promise<Pages> {
  const jobs: Report[] = [];
  const left: Waiting[] = [];
  const later = new Map<string, number>();
  let asked = 0;
  let held = 0;
  for (const each of waiting) {
    const host = hostOf(each.item.url);
    const isOff = asked >= options.most || held >= mostBytes || later.has(host) || options.signal?.aborted;
    if (!isOff) asked++;
    const got = isOff ? undefined : await gotten(each, options);
    if (!got) left.push(each);
    else if (got.kind === 'later') {
      later.set(host, got.at);
      left.push(each);
    } else if (got.kind === 'ok') {
      held += got.bytes.length;
      jobs.push(pageJob(each.item, got));
    } else if (isWorthAnother(got, each)) {
      if (got.retryAt !== undefined) later.set(host, got.retryAt);
      left.push({ ...each, tries: each.tries + 1 });
    } else jobs.push(withoutPage(each, got.error, options.feed));
  }
  return { jobs, waiting: left, laterAt: later.size > 0 ? Math.min(...later.values()) : undefined };
}

type Answer = Exclude<Got, { kind: 'unchanged' }>;

/** Nothing on abort. */
async function gotten({ item }: Waiting, { client, signal }: PageOptions): Promise<Answer | undefined> {
  try {
    const got = await client.get(item.url, {}, signal);
    return got.kind === 'unchanged' ? unasked(item.url) : got;
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
}

/** Nobody asked on a condition: such an answer is the server's fault. */
const unasked = (url: string): Answer => ({
  kind: 'failed',
  error: failed('input/http-status', url, 'The server answered with status 304.').error,
  lasting: true,
});

const isWorthAnother = ({ lasting }: Extract<Got, { kind: 'failed' }>, { tries }: Waiting): boolean =>
  !lasting && tries + 1 < mostTries;

/** What the feed itself says of an item is better than nothing. */
const withoutPage = ({ item }: Waiting, error: InputError, feed: string): Report =>
  /\w/u.test(item.content ?? '') ? feedJob(item, feed) : { kind: 'failed', error };

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
