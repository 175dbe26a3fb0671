/** How much one may ask at once. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LRUCache } from 'lru-cache';
import { fail, ProblemError, problem } from '../api/problem.js';
import type { DeskEnv } from '../env.js';
import { type GuardSettings, LARGEST_TEXT } from './settings.js';

/** Seconds' worth of requests that may come together. */
const BURST = 4;
const MOST_KNOWN = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/** A bucket for each key or address that fills by `rate` a second. */
export function rateGuard(
  { rate }: Pick<GuardSettings, 'rate'>,
  now: () => number = () => performance.now(),
): MiddlewareHandler<DeskEnv> {
  const buckets = new LRUCache<string, Bucket>({ max: MOST_KNOWN });
  const most = rate * BURST;
  return async (c, next) => {
    if (rate > 0) {
      const who = callerOf(c);
      const at = now();
      const bucket = buckets.get(who) ?? { left: most, at };
      bucket.left = Math.min(most, bucket.left + ((at - bucket.at) / 1000) * rate);
      bucket.at = at;
      buckets.set(who, bucket);
      if (bucket.left < 1) throw tooMany((1 - bucket.left) / rate);
      bucket.left--;
    }
    await next();
  };
}

const tooMany = (seconds: number): ProblemError =>
  new ProblemError(problem(429, 'desk/too-many', 'Too many requests at once; slow down.'), {
    'Retry-After': String(Math.max(1, Math.ceil(seconds))),
  });

/** The key where there is one: behind a proxy all have one address. */
const callerOf = (c: Context<DeskEnv>): string => {
  const who = c.get('who');
  if (who !== undefined && who !== 'local') return `key ${who}`;
  return `address ${c.env?.incoming?.socket.remoteAddress ?? 'unknown'}`;
};

const tooLarge = (most: number) => () => {
  throw fail(
    413,
    'desk/too-large',
    `The body is larger than ${Math.floor(most / 1024 / 1024)} MiB; 'demarche add' takes larger files.`,
    { field: 'body' },
  );
};

/** Files may be large, all else not. */
export function sizeGuard({ maxBody }: Pick<GuardSettings, 'maxBody'>): MiddlewareHandler<DeskEnv> {
  const files = bodyLimit({ maxSize: maxBody, onError: tooLarge(maxBody) });
  const texts = bodyLimit({ maxSize: LARGEST_TEXT, onError: tooLarge(LARGEST_TEXT) });
  return (c, next) => (c.req.path === '/api/reports' ? files(c, next) : texts(c, next));
}
