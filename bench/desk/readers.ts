/** Readers that each ask, read for a while, and ask again: a closed loop, as people are. */
import { Agent, request } from 'node:http';
import { type Drawn, randomOf } from '../record/random.js';
import type { Ask, Kind } from './requests.js';

export interface Answered {
  readonly reader: number;
  readonly kind: Kind;
  readonly path: string;
  /** Milliseconds: since the readers began, and how long the answer took to come whole. */
  readonly at: number;
  readonly took: number;
  /** 0: none came. */
  readonly status: number;
  readonly bytes: number;
  readonly error?: string;
}

export interface Readers {
  readonly port: number;
  readonly ask: Drawn<Ask>;
  readonly count: number;
  /** Milliseconds between an answer and the next question, on average. */
  readonly think: number;
  /** Other questions than those of other seeds. */
  readonly seed: number;
}

export interface Reading {
  readonly answers: readonly Answered[];
  /** Milliseconds since the readers began. */
  now(): number;
  /** Each ends with the answer that it waits for. */
  end(): Promise<void>;
}

export function startReaders({ port, ask, count, think, seed }: Readers): Reading {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const began = performance.now();
  const now = (): number => performance.now() - began;
  const answers: Answered[] = [];
  let going = true;
  const reader = async (nth: number): Promise<void> => {
    const random = randomOf(seed * 1000 + nth);
    // Not all at once.
    await pause(random.next() * think);
    while (going) {
      const asked = ask(random);
      const at = now();
      const answer = await get(agent, port, asked.path);
      answers.push({ reader: nth, ...asked, at, took: now() - at, ...answer });
      // From half to one and a half of the time.
      await pause((0.5 + random.next()) * think);
    }
  };
  const all = Promise.all(Array.from({ length: count }, (_, nth) => reader(nth)));
  return {
    answers,
    now,
    async end() {
      going = false;
      await all;
      agent.destroy();
    },
  };
}

const pause = (milliseconds: number): Promise<void> =>
  milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));

type Got = Pick<Answered, 'status' | 'bytes' | 'error'>;

function get(agent: Agent, port: number, path: string): Promise<Got> {
  return new Promise((resolve) => {
    const failed = (error: Error & { code?: string }) =>
      resolve({ status: 0, bytes: 0, error: error.code ?? error.message });
    const asked = request({ agent, host: '127.0.0.1', port, path, timeout: 30_000 }, (answer) => {
      let bytes = 0;
      let body = '';
      const status = answer.statusCode ?? 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (status >= 400) body += chunk.toString();
      });
      answer.on('end', () =>
        resolve({ status, bytes, ...(status >= 400 ? { error: body.slice(0, 300) } : {}) }),
      );
      answer.on('error', failed);
    });
    asked.on('error', failed);
    asked.on('timeout', () => asked.destroy(new Error('no answer in 30 s')));
    asked.end();
  });
}
