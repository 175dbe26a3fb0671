/** A worker takes jobs until it is told to stop; any number of them may work on one record, on any number of machines. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from '../reading/pool.js';
import type { Record } from '../record/record.js';
import { asRecordError, RecordError } from '../record/store/error.js';
import { checkVersion } from '../record/store/migrate.js';
import { nameOf } from './job.js';
import { patiently } from './patience.js';
import { type PollBody, pollJob, putDue } from './poll-job.js';
import { type Held, LEASE, type Queue, type QueueName } from './queue.js';
import { readJob } from './read-job.js';

export interface WorkOptions {
  readonly pool: Pool;
  /** Jobs in hand at a time. */
  readonly hands: number;
  /** As the queue was opened with. */
  readonly lease?: number;
  /** Looks at a watched source; without it such looks are left to other workers. */
  readonly poll?: PollBody;
  /** Ends when no job waits any more, instead of waiting for the next. */
  readonly untilEmpty?: boolean;
  /** Aborts when it is to stop: jobs in hand are finished. */
  readonly signal: AbortSignal;
  /** A line for whoever runs it. */
  say(message: string): void;
}

export interface WorkSums {
  readonly jobs: number;
  readonly filed: number;
  readonly known: number;
  /** Reports that could not be read, and jobs that failed. */
  readonly failed: number;
}

/** Seconds between looks into an empty queue. */
const IDLE = 1;
/** Seconds between looks for sources that are due. */
const DUE = 15;

/** @throws RecordError `record/newer` when a newer version of the program has changed the schema: this one must stop. */
export async function work(record: Record, queue: Queue, options: WorkOptions): Promise<WorkSums> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const worker = new Worker(record, queue, { ...options, signal });
  const ends = worker.queues.includes('poll') ? putDueSources(record, queue, options, signal) : undefined;
  const hands = Array.from({ length: options.hands }, () =>
    worker.hand().catch((error: unknown) => {
      // One that must not go on stops all.
      stop.abort();
      throw error;
    }),
  );
  const ended = await Promise.allSettled(hands);
  stop.abort();
  await ends;
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return worker.sums;
}

class Worker {
  readonly sums = { jobs: 0, filed: 0, known: 0, failed: 0 };
  readonly queues: readonly QueueName[];
  /** Writes nothing into a schema that it does not know. */
  readonly #guarded: Record;

  constructor(
    readonly record: Record,
    readonly queue: Queue,
    readonly options: WorkOptions,
  ) {
    this.queues = options.poll === undefined ? ['read'] : ['poll', 'read'];
    const { db, where } = record;
    this.#guarded = {
      ...record,
      file: async (batch) => {
        await checkVersion(db, where);
        return record.file(batch);
      },
    };
  }

  /** Takes one job after another. */
  async hand(): Promise<void> {
    const { signal, untilEmpty } = this.options;
    while (!signal.aborted) {
      const job = await this.#patiently(() => this.#next());
      if (job !== undefined) await this.#perform(job);
      else if (untilEmpty && (await this.#patiently(() => this.queue.size())) === 0) return;
      else await pause(IDLE * 1000, undefined, { signal }).catch(() => {});
    }
  }

  async #next(): Promise<Held | undefined> {
    // An old worker must not even begin what it may not write.
    await checkVersion(this.record.db, this.record.where);
    for (const name of this.queues) {
      const job = await this.queue.take(name);
      if (job !== undefined) return job;
    }
    return undefined;
  }

  async #perform(job: Held): Promise<void> {
    const { lease = LEASE } = this.options;
    const beat = (): Promise<void> => this.queue.beat(job).catch(() => {});
    await beat();
    const beating = setInterval(beat, (lease * 1000) / 3);
    try {
      const whole = await this.#patiently(() => this.#do(job));
      await this.#patiently(() => (whole ? this.queue.done(job) : this.queue.release(job)));
    } catch (error) {
      await this.#giveUp(job, error);
    } finally {
      clearInterval(beating);
    }
  }

  /** @returns whether it is done wholly. */
  async #do({ queue, data }: Held): Promise<boolean> {
    const { pool, poll, signal } = this.options;
    const stopped = (): boolean => signal.aborted;
    if (queue === 'poll') {
      await pollJob(this.#guarded, data, poll);
      this.sums.jobs++;
      return true;
    }
    const { filed, known, failed, whole } = await readJob(this.#guarded, pool, data, { stopped });
    this.sums.jobs += whole ? 1 : 0;
    this.sums.filed += filed;
    this.sums.known += known;
    this.sums.failed += failed;
    return whole;
  }

  async #giveUp(job: Held, error: unknown): Promise<void> {
    const { say, signal } = this.options;
    const told = asRecordError(error, this.record.where);
    const isNewer = told instanceof RecordError && told.code === 'record/newer';
    if (isNewer || signal.aborted) {
      // Another worker takes it now; where even that fails, when the lease is over.
      await this.queue.release(job).catch(() => {});
      if (isNewer) throw told;
      return;
    }
    this.sums.failed++;
    const message = told instanceof Error ? told.message : String(told);
    say(
      `${nameOf(job.data)}: ${message}; it will be tried again, or is on the list of 'demarche work --failed'`,
    );
    await this.#patiently(() => this.queue.failed(job, told));
  }

  #patiently<Result>(action: () => Promise<Result>): Promise<Result> {
    const { say, signal } = this.options;
    return patiently(action, { where: this.record.where, say, signal });
  }
}

/** Any worker may put them; each look is put once. */
async function putDueSources(
  record: Record,
  queue: Queue,
  { say }: WorkOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await patiently(() => putDue(record.db, queue), { where: record.where, say, signal }).catch(() => {});
    await pause(DUE * 1000, undefined, { signal }).catch(() => {});
  }
}
