/**
 * Reading on several cores: each worker thread has a reader of its own. What a report says does not depend on
 * who reads it, so the answers are those of one reader alone.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArticleSource, InputError } from '../article/index.js';
import { createReader, type Reader, type ReaderOptions, type ReadOutcome } from './index.js';
import type { Reading } from './reading.js';
import { readTables } from './tables.js';

/** What is read in one go: a file's bytes, or one line of JSON lines. */
export type Job =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly source: Partial<ArticleSource>;
      /** The input that the bytes are a part of, and where: errors name these. */
      readonly within?: { readonly from: string; readonly place: string };
    }
  | {
      readonly kind: 'line';
      readonly line: string;
      readonly source: ArticleSource & { readonly line: number };
    };

/** An article of the record, to be read again. */
export interface Again {
  readonly kind: 'again';
  readonly before: Reading;
  readonly source: ArticleSource;
}

export interface Pool {
  /** How many jobs keep every worker busy while answers wait for their turn. */
  readonly ahead: number;
  /** Never rejects for what a report holds; a worker that dies fails its job alone and is replaced. */
  run(job: Job | Again): Promise<readonly ReadOutcome[]>;
  close(): Promise<void>;
}

/**
 * Each thread's reader has these tables.
 * @param workers How many threads; as many as there are cores if not given.
 */
export function createPool(workers = availableParallelism(), options: ReaderOptions = {}): Pool {
  const workerData = readTables(options);
  const idle: Hand[] = [];
  const all = new Set<Hand>();
  const waiting: Task[] = [];

  const hand = (): Hand | undefined => {
    const free = idle.pop();
    if (free || all.size >= workers) return free;
    const made: Hand = { worker: new Worker(new URL('./worker.js', import.meta.url), { workerData }) };
    all.add(made);
    made.worker.on('message', (outcomes: readonly ReadOutcome[]) => settle(made, outcomes));
    made.worker.on('error', (error) => {
      all.delete(made);
      // One that dies without work must not be given any.
      if (idle.includes(made)) idle.splice(idle.indexOf(made), 1);
      settle(made, [crashed(made.task, error)], false);
    });
    return made;
  };
  const settle = (done: Hand, outcomes: readonly ReadOutcome[], lives = true): void => {
    const { task } = done;
    done.task = undefined;
    if (lives) idle.push(done);
    // A pool without work holds no process open.
    done.worker.unref();
    task?.resolve(outcomes);
    next();
  };
  const next = (): void => {
    while (waiting.length > 0) {
      const free = hand();
      if (!free) return;
      free.task = waiting.shift();
      free.worker.ref();
      free.worker.postMessage(free.task?.job);
    }
  };

  return {
    ahead: 2 * workers,
    run: (job) =>
      new Promise((resolve) => {
        waiting.push({ job, resolve });
        next();
      }),
    async close() {
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}

interface Task {
  readonly job: Job | Again;
  resolve(outcomes: readonly ReadOutcome[]): void;
}

interface Hand {
  readonly worker: Worker;
  task?: Task | undefined;
}

const crashed = (task: Task | undefined, error: unknown): ReadOutcome => ({
  ok: false,
  error: {
    code: 'input/unread',
    from: task?.job.source.from ?? 'text',
    message: `the reader broke off: ${error instanceof Error ? error.message : String(error)}`,
    ...(task?.job.kind === 'line' ? { place: `line ${task.job.source.line}` } : {}),
    ...(task?.job.kind === 'bytes' ? task.job.within : {}),
  },
});

/** One reader in this thread, asked as a pool is: for a single report no thread pays. */
export function createSingle(options: ReaderOptions = {}): Pool {
  const reader = createReader(options);
  return { ahead: 1, run: (job) => readJob(reader, job), close: async () => {} };
}

export async function readJob(reader: Reader, job: Job | Again): Promise<readonly ReadOutcome[]> {
  if (job.kind === 'again') return [{ ok: true, reading: await reader.readAgain(job.before) }];
  if (job.kind === 'line') return [await reader.readJsonLine(job.line, job.source)];
  const outcomes: ReadOutcome[] = [];
  for await (const outcome of reader.read(job.bytes, job.source)) outcomes.push(located(outcome, job));
  return outcomes;
}

/** The outcome of a job; its error names the input that the user gave. */
export const located = <
  Outcome extends { readonly ok: true } | { readonly ok: false; readonly error: InputError },
>(
  outcome: Outcome,
  job: Job,
): Outcome =>
  outcome.ok || job.kind === 'line' || !job.within
    ? outcome
    : { ...outcome, error: { ...outcome.error, ...job.within } };
