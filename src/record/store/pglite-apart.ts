/**
 * The embedded database in a thread of its own. A program that serves others must hear them while a question is answered:
 * in the thread of whoever asks, PGlite holds everything up until the rows are there.
 */
import { Worker } from 'node:worker_threads';
import { RecordError } from './error.js';
import type { Embedded } from './pglite.js';

/** What the thread is asked. */
export interface Asked {
  readonly id: number;
  /** Without a text, to close. */
  readonly text?: string;
  readonly values: readonly unknown[];
}

/** What it says: the answer with the number of the question, 0 when it is open. */
export interface Said {
  readonly id: number;
  readonly result?: { rows: object[]; affectedRows?: number | undefined } | undefined;
  readonly error?: { readonly message: string } & Readonly<Record<string, unknown>>;
}

interface Waiting {
  resolve(result: Said['result']): void;
  reject(error: Error): void;
}

/** @throws RecordError `record/unreachable`, from a query too, where the thread has ended. */
export async function openApart(dataDir: string): Promise<Embedded> {
  const worker = new Worker(new URL('./pglite-thread.js', import.meta.url), { workerData: dataDir });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone: RecordError | undefined;
  const expect = (id: number): Promise<Said['result']> =>
    gone === undefined
      ? new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
      : Promise.reject(gone);
  const ask = (text: string | undefined, values: readonly unknown[]): Promise<Said['result']> => {
    const id = ++last;
    worker.postMessage({ id, ...(text === undefined ? {} : { text }), values } satisfies Asked);
    return expect(id);
  };
  worker.on('message', ({ id, result, error }: Said) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(Object.assign(new Error(error.message), error));
  });
  const ended = (cause?: Error): void => {
    gone ??= new RecordError(
      'record/unreachable',
      `the database in ${dataDir} has ended${cause === undefined ? '' : `: ${cause.message}`}. Start the program again.`,
      { cause },
    );
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  worker.on('error', ended);
  worker.on('exit', () => ended());
  try {
    await expect(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    async query<Row>(text: string, values: unknown[] = []) {
      return (await ask(text, values)) as { rows: Row[]; affectedRows?: number };
    },
    async close() {
      await ask(undefined, []);
      await worker.terminate();
    },
  };
}
