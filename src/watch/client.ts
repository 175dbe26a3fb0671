/** Asks servers politely: robots.txt first, one request at a time to a host, pauses, conditional requests. */
import {
  type FetchOptions,
  type FetchOutcome,
  failed,
  type fetchArticleBytes,
  type InputError,
} from '../article/index.js';
import { type Clock, day, second } from './clock.js';
import { createRobots, longestRobots } from './robots.js';
import { createTurns } from './turns.js';

/** What tells a server which version is known. */
export interface Version {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Got =
  | {
      readonly kind: 'ok';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      /** After redirects. */
      readonly url: string;
      readonly version: Version;
    }
  | { readonly kind: 'unchanged' }
  /** The host is not to be asked before `at`. */
  | { readonly kind: 'later'; readonly at: number }
  | {
      readonly kind: 'failed';
      readonly error: InputError;
      /** Asking again would give the same: it is gone, forbidden, or no address. */
      readonly lasting: boolean;
      /** As the server asks. */
      readonly retryAt?: number;
    };

export interface Client {
  /** Rejects only on abort. */
  get(url: string, known?: Version, signal?: AbortSignal): Promise<Got>;
}

export interface ClientOptions {
  readonly clock: Clock;
  readonly fetch: typeof fetchArticleBytes;
  readonly allowPrivate: boolean;
  /** Milliseconds between two requests to a host, where robots.txt asks for no more. */
  readonly pause: number;
  /** Milliseconds that a request may wait for its host; beyond, it is put off. */
  readonly patience: number;
}

const mostRedirects = 10;

export function createClient({ clock, fetch, allowPrivate, pause, patience }: ClientOptions): Client {
  const turns = createTurns(clock);

  /** One request, when the host's turn has come. */
  const ask = async (url: string, wanted: number, options: FetchOptions) => {
    const { host } = new URL(url);
    const turn = await turns.take(host, patience, options.signal);
    if (turn.kind === 'later') return turn;
    try {
      const outcome = await fetch(url, { allowPrivate, ...options });
      options.signal?.throwIfAborted();
      const retryAt = retryAfter(outcome, clock.now());
      if (retryAt !== undefined) turns.hold(host, retryAt);
      return outcome;
    } finally {
      turn.end(Math.max(pause, wanted));
    }
  };

  const robots = createRobots(
    (url, signal) => ask(url, 0, { maxBytes: longestRobots, redirects: 5, ...(signal ? { signal } : {}) }),
    clock,
  );

  return {
    async get(from, known = {}, signal) {
      let url = from;
      for (let hop = 0; hop <= mostRedirects; hop++) {
        if (!isWebUrl(url))
          return fault('input/bad-url', from, `'${url.slice(0, 200)}' is no http or https URL.`);
        const leave = await robots.leave(url, signal);
        if (leave.kind === 'later') return leave;
        if (leave.kind === 'unknown') return fault('input/robots', from, leave.why, false);
        if (leave.kind === 'no') return fault('input/robots', from, refusedBy(url));
        const headers = conditions(known);
        const outcome = await ask(url, leave.pause, { redirects: 0, headers, ...(signal ? { signal } : {}) });
        if ('kind' in outcome) return outcome;
        const target = redirectOf(outcome, url);
        if (target === undefined) return gotOf(outcome, from, clock.now());
        url = target;
      }
      return fault('input/redirects', from, `It redirects more than ${mostRedirects} times.`);
    },
  };
}

const fault = (code: InputError['code'], from: string, message: string, lasting = true): Got => ({
  kind: 'failed',
  error: failed(code, from, message).error,
  lasting,
});

const refusedBy = (url: string): string => `The robots.txt of ${new URL(url).host} does not let it be read.`;

const isWebUrl = (url: string): boolean => URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);

const conditions = ({ etag, lastModified }: Version): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
});

function redirectOf({ answer }: FetchOutcome, url: string): string | undefined {
  const location = answer?.headers.location;
  if (!answer || location === undefined || ![301, 302, 303, 307, 308].includes(answer.status))
    return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : location;
}

function gotOf(outcome: FetchOutcome, from: string, now: number): Got {
  if (outcome.ok) {
    const { bytes, contentType, url, answer } = outcome;
    const { etag, 'last-modified': lastModified } = answer.headers;
    return { kind: 'ok', bytes, contentType, url, version: { etag, lastModified } };
  }
  const status = outcome.answer?.status ?? 0;
  if (status === 304) return { kind: 'unchanged' };
  const retryAt = retryAfter(outcome, now);
  return {
    kind: 'failed',
    error: { ...outcome.error, from },
    lasting: isLasting(outcome.error.code, status),
    ...(retryAt === undefined ? {} : { retryAt }),
  };
}

const isLasting = (code: InputError['code'], status: number): boolean =>
  code === 'input/http-status'
    ? status >= 300 && status < 500 && ![408, 425, 429].includes(status)
    : ['input/bad-url', 'input/private-address', 'input/too-large'].includes(code);

const longestHold = 7 * day;

/** Of 429, 503 and others: seconds, or a date of HTTP (RFC 9110, 10.2.3). */
function retryAfter({ answer, ok }: FetchOutcome, now: number): number | undefined {
  const value = ok ? undefined : answer?.headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  const at = /^\d{1,9}$/u.test(value) ? now + Number(value) * second : Date.parse(value);
  return Number.isNaN(at) || at <= now ? undefined : Math.min(at, now + longestHold);
}
