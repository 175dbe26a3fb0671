/** The work of a `read` job: its reports are read and filed. */
import type { Pool } from '../reading/pool.js';
import { fileStream, type IntakeSums, type Taken } from '../record/add/intake.js';
import { type Step, stepsOf, takerOf } from '../record/add/taking.js';
import type { Record } from '../record/record.js';
import { given, ReadJob, unpacked } from './job.js';

export interface Stopping {
  /** Has the worker been asked to stop? */
  readonly stopped: () => boolean;
}

/**
 * Doing it twice files nothing twice. An input that is long stops where it is when the worker is to stop; how far it
 * came is in the record. @throws RecordError as `Record.file` does, ZodError of a job that is none.
 */
export async function readJob(
  record: Pick<Record, 'file' | 'db'>,
  pool: Pool,
  data: unknown,
  { stopped }: Stopping,
): Promise<IntakeSums & { readonly whole: boolean }> {
  const job = ReadJob.parse(data);
  if (job.kind === 'reports') {
    const steps = job.reports.map((report) => ({ report: unpacked(report) }));
    return { ...(await fileStream(record, taken(steps, pool))), whole: true };
  }
  const { input, allowPrivate, lines } = job;
  const steps = stepsOf(record.db, [input], { source: given(job.source), allowPrivate, lines, stopped });
  const sums = await fileStream(record, taken(steps, pool));
  return { ...sums, whole: input.kind !== 'file' || !stopped() };
}

/** One after another: beside this job the worker has others in hand. */
async function* taken(
  steps: Iterable<Step> | AsyncIterable<Step>,
  pool: Pool,
): AsyncGenerator<Taken, void, undefined> {
  const take = takerOf(pool);
  for await (const step of steps) yield await take(step);
}
