/** Inputs become what the intake files: read in order, several at once, from where an earlier run stopped. */
import { stat } from 'node:fs/promises';
import { type Input, type Report, reportsOf } from '../../input/index.js';
import type { ReportOptions } from '../../input/reports.js';
import type { Job, Pool } from '../../reading/pool.js';
import type { Db } from '../store/database.js';
import { failureId } from './failures.js';
import type { Progressed, Taken } from './intake.js';
import { positionOf } from './positions.js';

export interface Step {
  readonly report?: Report;
  readonly progressed?: Progressed;
  /** The input is through. */
  readonly ended?: Input;
  /** The input was taken in whole before. */
  readonly skipped?: true;
}

export interface StepOptions extends ReportOptions {
  /** Only what failed before, by failure id; nothing of it is skipped for having been reached before. */
  readonly only?: ReadonlySet<string>;
  /** Asked before each report: has the user had enough? */
  readonly stopped: () => boolean;
}

export async function* stepsOf(db: Db, inputs: readonly Input[], options: StepOptions): AsyncGenerator<Step> {
  for (const input of inputs) {
    if (options.stopped()) return;
    yield* options.only === undefined ? onwards(db, input, options) : failedOf(input, options, options.only);
  }
}

/** From where the last run stopped. */
async function* onwards(db: Db, input: Input, options: StepOptions): AsyncGenerator<Step> {
  const key = await keyOf(input);
  const before = key === undefined ? { position: 0, whole: false } : await positionOf(db, key);
  if (before.whole) {
    yield { ended: input, skipped: true };
    return;
  }
  let position = 0;
  for await (const report of reportsOf(input, options)) {
    if (options.stopped()) return;
    position++;
    if (position <= before.position) continue;
    yield { report, ...(key === undefined ? {} : { progressed: { input: key, position, whole: false } }) };
  }
  yield { ended: input, ...(key === undefined ? {} : { progressed: { input: key, position, whole: true } }) };
}

async function* failedOf(
  input: Input,
  options: StepOptions,
  only: ReadonlySet<string>,
): AsyncGenerator<Step> {
  for await (const report of reportsOf(input, options)) {
    if (options.stopped()) return;
    const id = report.kind === 'bytes' || report.kind === 'line' ? jobId(report) : undefined;
    const again =
      id === undefined || only.has(id) || [...only].some((failure) => failure.startsWith(`${id}, `));
    if (again) yield { report };
  }
  yield { ended: input };
}

/** A file that changed is another input; what else may be read can't be told apart. */
async function keyOf(input: Input): Promise<string | undefined> {
  if (input.kind !== 'file') return undefined;
  const found = await stat(input.path).catch(() => undefined);
  return found === undefined ? undefined : `${input.path}|${found.size}|${Math.round(found.mtimeMs)}`;
}

/** The id that a failure of this job would have, or the beginning of it where the job holds several reports. */
function jobId(job: Job): string {
  if (job.kind === 'line') return failureId(job.source.from, `line ${job.source.line}`);
  return job.within === undefined
    ? (job.source.from ?? 'text')
    : failureId(job.within.from, job.within.place);
}

/** Reads a step; for `inOrder`. */
export const takerOf =
  (pool: Pool) =>
  async (step: Step): Promise<Taken & { readonly step: Step }> => {
    const { report, progressed } = step;
    const place = progressed === undefined ? {} : { progressed };
    if (report === undefined || report.kind === 'passed') return { outcomes: [], step, ...place };
    if (report.kind === 'failed') return { outcomes: [{ ok: false, error: report.error }], step, ...place };
    return { outcomes: await pool.run(report), read: jobId(report), step, ...place };
  };
