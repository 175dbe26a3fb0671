/** Inputs become jobs instead of being read here: with all that is in them, so that any machine can read them. */
import { CompiledQuery } from 'kysely';
import type { InputError } from '../article/index.js';
import type { Input } from '../input/index.js';
import type { ReportOptions } from '../input/reports.js';
import { keepFailures } from '../record/add/failures.js';
import type { Progressed } from '../record/add/intake.js';
import { keepPositions } from '../record/add/positions.js';
import type { Step } from '../record/add/taking.js';
import type { Database, Tx } from '../record/store/database.js';
import { asRecordError } from '../record/store/error.js';
import { type Packed, packed, type ReadJob } from './job.js';
import type { Db, Queue } from './queue.js';

export interface PutSums {
  readonly reports: number;
  readonly jobs: number;
  /** Inputs that could not be opened; they are on the list of failures. */
  readonly failed: number;
}

/** Reports of a job: few enough to spread over many workers, and to lose little when one dies. */
const MOST = 8;
/** Characters of a job. */
const SIZE = 256 * 1024;

/**
 * Puts what comes, in order. How far each input was put is kept in the same transaction: going on later repeats nothing.
 * @throws RecordError `record/unreachable`, `record/full`; what was put before stays put.
 */
export async function putSteps(
  { db, where }: Pick<Database, 'db' | 'where'>,
  queue: Pick<Queue, 'put'>,
  steps: AsyncIterable<Pick<Step, 'report' | 'progressed'>>,
  onPut: (sums: PutSums) => void = () => {},
): Promise<PutSums> {
  const sums = { reports: 0, jobs: 0, failed: 0 };
  let chunk = emptyChunk();
  const flush = async (): Promise<void> => {
    const full = chunk;
    chunk = emptyChunk();
    await putChunk(db, where, queue, full);
    sums.reports += full.reports.length;
    sums.jobs += full.reports.length > 0 ? 1 : 0;
    sums.failed += full.failures.length;
    onPut({ ...sums });
  };
  for await (const { report, progressed } of steps) {
    const holds = report && packed(report);
    if (holds !== undefined) chunk.reports.push(holds);
    if (report?.kind === 'failed') chunk.failures.push(report.error);
    if (progressed !== undefined) chunk.progressed.push(progressed);
    chunk.size += holds === undefined ? 0 : sizeOf(holds);
    if (chunk.reports.length >= MOST || chunk.size >= SIZE) await flush();
  }
  await flush();
  return sums;
}

const emptyChunk = () => ({
  reports: [] as Packed[],
  failures: [] as InputError[],
  progressed: [] as Progressed[],
  size: 0,
});

const sizeOf = (report: Packed): number => ('line' in report ? report.line.length : report.base64.length);

async function putChunk(
  db: Database['db'],
  where: string,
  queue: Pick<Queue, 'put'>,
  { reports, failures, progressed }: ReturnType<typeof emptyChunk>,
): Promise<void> {
  const job: ReadJob = { kind: 'reports', reports };
  try {
    await db.transaction().execute(async (tx) => {
      await keepFailures(tx, failures);
      await keepPositions(tx, progressed);
      if (reports.length > 0) await queue.put([{ queue: 'read', data: job }], within(tx));
    });
  } catch (error) {
    throw asRecordError(error, where);
  }
}

const within = (tx: Tx): Db => ({
  executeSql: async (text, values) => ({
    rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values))).rows],
  }),
});

/** Puts inputs by name: pages that the worker fetches, and files that every worker can open under that path. */
export async function putInputs(
  queue: Pick<Queue, 'put'>,
  inputs: readonly Input[],
  { source, allowPrivate, lines }: ReportOptions,
): Promise<number> {
  const jobs = inputs.flatMap((input) => {
    if (input.kind === 'stdin' || input.kind === 'upload') return [];
    const data: ReadJob = { kind: 'input', input, source, allowPrivate, lines };
    return [{ queue: 'read' as const, data }];
  });
  await queue.put(jobs);
  return jobs.length;
}
