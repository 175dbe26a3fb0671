/** For whoever watches over the desk: is it there, is its record, and how does it do. */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { problem } from './api/problem.js';
import type { Desk } from './desk.js';
import type { DeskEnv } from './env.js';

export interface Meters {
  readonly registry: Registry;
  /** Times every request by the pattern of its path. */
  readonly timing: MiddlewareHandler<DeskEnv>;
}

export function createMeters(desk: Desk): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'demarche_http_request_seconds',
    help: 'Time until a request was answered; of streams until they began.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 1, 3, 10],
    registers,
  });
  gauges(desk, registers);
  return {
    registry,
    timing: async (c, next) => {
      const end = seconds.startTimer({ method: c.req.method });
      await next();
      end({ route: patternOf(c), status: c.res.status });
    },
  };
}

/** Never the path itself: each id would be a series of its own. */
function patternOf(c: Context): string {
  const { path } = matchedRoutes(c).findLast((route) => !route.path.endsWith('*')) ?? { path: 'other' };
  return path;
}

function gauges(desk: Desk, registers: Registry[]): void {
  const of = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  };
  of('demarche_record_revision', 'How often the record was written to.', () => desk.revision());
  of('demarche_record_reports', 'Reports that the record holds.', () => desk.standing().reports);
  of('demarche_news_listeners', 'Who waits for news.', () => desk.news.listeners);
  of('demarche_additions_waiting', 'Additions that are read or wait.', () => desk.additions.waiting);
  of('demarche_answers_bytes', 'Kept answers.', () => desk.answers.bytes);
  new Counter({
    name: 'demarche_answers_total',
    help: 'Answers given from what is kept, and made.',
    labelNames: ['from'] as const,
    registers,
    collect() {
      this.reset();
      this.inc({ from: 'kept' }, desk.answers.sums.hits);
      this.inc({ from: 'made' }, desk.answers.sums.misses);
    },
  });
}

/** The process answers. */
export const health = (c: Context): Response =>
  c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });

/** Milliseconds in which the record must say how often it was written to. */
const READY = 5000;

/** The record answers. */
export async function ready(c: Context, desk: Desk): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    await Promise.race([desk.look(), late()]);
    return c.json({ status: 'ready' }, 200, headers);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return c.json(problem(503, 'desk/not-ready', `The record does not answer: ${why}`), 503, headers);
  }
}

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('it takes too long.')), READY).unref();
  });
