/** One poll of one source: what is new in it becomes jobs for readers, and the state for the next poll. */
import type { fetchArticleBytes } from '../article/index.js';
import type { Report } from '../input/index.js';
import { type Client, createClient } from './client.js';
import { type Clock, day, minute, second } from './clock.js';
import { freshIn, type IsRead } from './fresh.js';
import { look } from './look.js';
import type { Look } from './looked.js';
import { readPages } from './pages.js';
import { newState, type Source, type SourceState } from './state.js';

export interface WatchOptions {
  readonly clock: Clock;
  readonly fetch: typeof fetchArticleBytes;
  /** Read from private, loopback and link-local addresses, too; not if not given. */
  readonly allowPrivate?: boolean;
  /** Milliseconds between two looks at a source; 15 minutes if not given. */
  readonly interval?: number;
  /** Milliseconds between two requests to one host; 5 seconds if not given. robots.txt may ask for more. */
  readonly pause?: number;
  /** Pages read in one poll; 50 if not given. The others wait for the next. */
  readonly most?: number;
  /** Milliseconds: an entry of a sitemap that says that it is older is not read; 3 days if not given. */
  readonly oldest?: number;
  /** A page by this URL is read already, from another source: it is passed over. */
  readonly isRead?: IsRead;
}

export interface Poll {
  readonly source: Source;
  /** When it began; milliseconds since 1970, as `nextAt`. */
  readonly at: number;
  /** `unchanged`: the server says so, or it was only asked for pages that waited. */
  readonly outcome: 'ok' | 'unchanged' | 'failed';
  /** Why it failed, or what of it could not be looked at. */
  readonly message?: string;
  /** Items that were not seen before. */
  readonly found: number;
  /** What is to be read, and pages that could not be. */
  readonly jobs: readonly Report[];
  readonly nextAt: number;
  /** For the next poll; to be kept together with what became of the jobs. */
  readonly state: SourceState;
}

export interface Watcher {
  /**
   * Sources may be polled side by side: hosts are asked one request at a time all the same. Rejects only when
   * `signal` aborts before the source was looked at; then nothing has changed.
   */
  poll(source: Source, state?: SourceState, signal?: AbortSignal): Promise<Poll>;
}

const defaults = { allowPrivate: false, interval: 15 * minute, pause: 5 * second, most: 50, oldest: 3 * day };

/** A host that is to be left alone for longer is not waited for. */
const patience = minute;

/** Between a poll that left pages and the next. */
const soon = minute;

const longestBackOff = day;

type Settings = WatchOptions & typeof defaults & { readonly client: Client };

export function createWatcher(options: WatchOptions): Watcher {
  const given = { ...defaults, ...options };
  const settings: Settings = { ...given, client: createClient({ ...given, patience }) };
  return {
    poll: (source, state = newState, signal) => poll(source, state, settings, signal),
  };
}

async function poll(
  source: Source,
  state: SourceState,
  settings: Settings,
  signal?: AbortSignal,
): Promise<Poll> {
  const { clock, client, oldest, most } = settings;
  const at = clock.now();
  const looked: Look =
    state.dueAt > at
      ? { kind: 'unchanged' }
      : await look(source, state, { client, oldest: at - oldest, signal });
  if (looked.kind === 'later') return putOff(source, state, at, looked.at);
  if (looked.kind === 'failed') return failure(source, state, at, looked, settings);
  const fresh = await freshIn(looked, source, state, settings.isRead);
  const pages = await readPages([...state.waiting, ...fresh.waiting], {
    client,
    most,
    feed: source.url,
    signal,
  });
  const dueAt = state.dueAt > at ? state.dueAt : at + settings.interval;
  const next = pages.waiting.length === 0 ? dueAt : Math.min(dueAt, pages.laterAt ?? clock.now() + soon);
  return {
    source,
    at,
    outcome: looked.kind,
    ...(looked.kind === 'ok' && looked.message !== undefined ? { message: looked.message } : {}),
    found: fresh.found,
    jobs: [...fresh.jobs, ...pages.jobs],
    nextAt: Math.max(next, clock.now()),
    state: {
      ...state,
      ...(looked.kind === 'ok' ? looked.remembered : {}),
      known: state.known || looked.kind === 'ok',
      failures: 0,
      dueAt,
      seen: fresh.seen,
      waiting: [...pages.waiting],
    },
  };
}

function putOff(source: Source, state: SourceState, at: number, nextAt: number): Poll {
  const message = 'Its host asked to be left alone for a while.';
  return {
    source,
    at,
    outcome: 'failed',
    message,
    found: 0,
    jobs: [],
    nextAt,
    state: { ...state, dueAt: nextAt },
  };
}

/** Each failure doubles the time to the next poll, up to a day; a server that names a time is given it. */
function failure(
  source: Source,
  state: SourceState,
  at: number,
  { error, retryAt }: Extract<Look, { kind: 'failed' }>,
  { interval, clock }: Settings,
): Poll {
  const failures = state.failures + 1;
  const backOff = Math.min(interval * 2 ** Math.min(failures, 30), Math.max(longestBackOff, interval));
  const nextAt = Math.max(clock.now() + backOff, retryAt ?? 0);
  const message = error.from === source.url ? error.message : `${error.from}: ${error.message}`;
  return {
    source,
    at,
    outcome: 'failed',
    message,
    found: 0,
    jobs: [],
    nextAt,
    state: { ...state, failures, dueAt: nextAt },
  };
}
