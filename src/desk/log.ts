/** Structured logs on standard error: one line a request, and whatever went wrong. */
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { type Logger, pino } from 'pino';
import type { DeskEnv } from './env.js';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export const createLog = (level: LogLevel): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

/** Keys stand in no log: they are in headers, which are not written down. */
export const requestLog =
  (log: Logger): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const began = performance.now();
    const request = randomBytes(6).toString('hex');
    c.set('request', request);
    await next();
    c.res.headers.set('X-Request-Id', request);
    const { status } = c.res;
    const line = {
      request,
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(performance.now() - began),
      who: c.get('who'),
    };
    if (status >= 500) log.error(line);
    else log.info(line);
  };
