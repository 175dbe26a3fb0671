import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { inOrder } from '../in-order.js';
import type { Input } from '../input/index.js';
import { madeBy } from '../reading/made.js';
import { createPool, createSingle, type Pool } from '../reading/pool.js';
import type { Difference } from '../record/add/diff.js';
import { failuresOf } from '../record/add/failures.js';
import { fileStream, type IntakeSums, type Taken } from '../record/add/intake.js';
import { reread } from '../record/add/reread.js';
import { type Step, type StepOptions, stepsOf, takerOf } from '../record/add/taking.js';
import type { Record } from '../record/record.js';
import { patiently } from '../work/patience.js';
import { putInputs, putSteps } from '../work/put.js';
import { openQueue } from '../work/queue.js';
import { errorLine } from './error-line.js';
import { expandInputs } from './inputs.js';
import { interruption } from './interruption.js';
import { print, printError, UsageError } from './io.js';
import { count, isoDate } from './option-values.js';
import { type RatedProgress, startProgress, startRated } from './progress.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';
import { type TableOptions, tableOptions, tablesOf } from './tables.js';

interface AddOptions extends TableOptions, RecordOption {
  readonly published?: string;
  readonly outlet?: string;
  readonly lines: boolean;
  readonly allowPrivate: boolean;
  readonly jobs?: number;
  readonly progress: boolean;
  readonly failed: boolean;
  readonly retry: boolean;
  readonly reread: boolean;
  readonly diff: boolean;
  readonly queue: boolean;
}

const help = `
What is taken in: whatever 'demarche read' reads, and WARC and CC-NEWS archives; folders, patterns, URLs and - too.
A report is filed once, whatever it is called: by its text. A later run goes on where an earlier one stopped, and
does not open again what was taken in whole. Ctrl-C stops after the reports in hand; what was filed stays.

Examples:
  demarche add examples
  demarche add 'wire/**/*.jsonl' archive.warc.gz --record postgres://desk@db/record
  demarche add --failed                what could not be read, and why
  demarche add --retry                 try it again
  demarche add --diff                  what this version would read otherwise
  demarche add --reread --diff         read it so, and show it
  demarche add wire --queue --record postgres://desk@db/record
                                       leave the reading to the workers of 'demarche work'`;

export function addCommand(): Command {
  const command = new Command('add')
    .description('Read reports and file what they say in the record.')
    .argument('[path...]', 'files, folders, patterns, archives, http(s) URLs, or - for standard input')
    .addOption(recordOption())
    .option('--published <date>', 'ISO 8601 date of reports that do not say it', isoDate)
    .option('--outlet <name>', 'outlet of reports that do not say it')
    .option('--lines', 'the input is JSON lines, whatever it looks like', false)
    .option('--allow-private', 'let URLs lead to private and loopback addresses', false)
    .option(
      '-j, --jobs <number>',
      'how many reports are read side by side (as many as there are cores)',
      count,
    )
    .option('--failed', 'list what could not be read', false)
    .option('--retry', 'read again what could not be read', false)
    .option('--reread', 'read again what another version of the program or its data read', false)
    .option('--diff', 'show what would be read otherwise; with --reread, what is', false)
    .option('--queue', "put jobs for 'demarche work' instead of reading here; needs a server", false)
    .option('--no-progress', 'no progress bar on standard error')
    .addHelpText('after', help)
    .action(add);
  for (const option of tableOptions) command.addOption(option);
  return command;
}

async function add(names: string[], options: AddOptions): Promise<void> {
  if (options.failed) return withRecord(options, listFailures);
  if (options.reread || options.diff) return withRecord(options, (record) => readAgain(record, options));
  if (names.length === 0 && !options.retry)
    throw new UsageError('say what to add: files, folders, URLs, or -.');
  if (options.queue && options.retry)
    throw new UsageError("--retry reads here: 'demarche work --retry' puts failed jobs again.");
  const taken = options.queue ? putIn : addTo;
  const failed = await withRecord(options, (record) => taken(record, names, options), {
    create: !options.retry,
  });
  if (failed > 0) process.exitCode = 1;
}

async function listFailures({ db }: Record): Promise<void> {
  for (const { origin, place, message, tries } of await failuresOf(db)) {
    print(`${origin}${place ? `, ${place}` : ''}: ${message}${tries > 1 ? ` (${tries} tries)` : ''}\n`);
  }
}

async function readAgain(record: Record, options: AddOptions): Promise<void> {
  const tables = tablesOf(options);
  const pool = options.jobs === 1 ? createSingle(tables) : createPool(options.jobs, tables);
  const interrupt = interruption();
  const progress = startProgress(0, options.progress);
  try {
    const done = await reread(record, pool, madeBy(tables), {
      write: options.reread,
      stopped: interrupt.stopped,
      onDone: progress.reach,
      ...(options.diff ? { onDifferences: printDifferences } : {}),
    });
    progress.stop();
    printError(`demarche: ${done} read again${options.reread ? '' : ', nothing changed in the record'}\n`);
  } finally {
    progress.stop();
    interrupt.end();
    await pool.close();
  }
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const;

function printDifferences(differences: readonly Difference[]): void {
  for (const { change, event, what, rule, sentence } of differences) {
    print(`${SIGN[change]} ${event} ${what.join('; ')} (${rule})\n    ${sentence}\n`);
  }
}

async function addTo(record: Record, names: readonly string[], options: AddOptions): Promise<number> {
  const only = options.retry ? await failuresOf(record.db) : undefined;
  const inputs = await expandInputs(
    only === undefined ? names : [...new Set(only.map(({ origin }) => origin))],
  );
  const interrupt = interruption();
  const steps = stepsOf(record.db, inputs, {
    ...sourceOf(options),
    stopped: interrupt.stopped,
    ...(only === undefined ? {} : { only: new Set(only.map(({ id }) => id)) }),
  });
  const pool = poolFor(inputs, options);
  const progress = startRated(await bytesOf(inputs), options.progress);
  try {
    const taken = inOrder(steps, pool.ahead, takerOf(pool));
    const sums = await fileStream(patient(record, interrupt.signal), told(taken, progress), ({ filed }) =>
      progress.filed(filed),
    );
    progress.stop();
    if (sums.filed >= MANY) await record.tidy();
    printError(`demarche: ${summary(sums, progress.skipped(), interrupt.stopped())}\n`);
    return sums.failed;
  } finally {
    progress.stop();
    interrupt.end();
    await pool.close();
  }
}

/** Pages are put by their address, all else with what is in it. */
async function putIn(record: Record, names: readonly string[], options: AddOptions): Promise<number> {
  const inputs = await expandInputs(names);
  const isPage = ({ kind }: Input): boolean => kind === 'url';
  const queue = await openQueue(options.record);
  const interrupt = interruption();
  const progress = startRated(await bytesOf(inputs), options.progress);
  try {
    const stepOptions = { ...sourceOf(options), stopped: interrupt.stopped };
    const pages = await putInputs(queue, inputs.filter(isPage), stepOptions);
    const others = inputs.filter((input) => !isPage(input));
    const steps = passing(stepsOf(record.db, others, stepOptions), progress);
    const { reports, jobs, failed } = await putSteps(record, queue, steps);
    progress.stop();
    printError(
      `demarche: ${reports + pages} reports put into ${jobs + pages} jobs, ${failed} inputs failed${progress.skipped() > 0 ? `, ${progress.skipped()} taken before` : ''}\n`,
    );
    return failed;
  } finally {
    progress.stop();
    interrupt.end();
    await queue.close();
  }
}

async function* passing(steps: AsyncIterable<Step>, progress: RatedProgress): AsyncGenerator<Step> {
  for await (const step of steps) {
    if (step.report?.kind === 'failed') printError(`${errorLine(step.report.error)}\n`);
    if (step.skipped) progress.skip();
    progress.advance(bytesIn(step));
    yield step;
  }
}

function summary({ filed, known, failed }: IntakeSums, skipped: number, stopped: boolean): string {
  const parts = [`${filed} filed`, `${known} known before`, `${failed} failed`];
  if (skipped > 0) parts.push(`${skipped} inputs taken in before`);
  return parts.join(', ') + (stopped ? '; stopped, the same command goes on from here' : '');
}

/** A server that is stopped and started again is waited for; nothing read is lost by it. */
const patient = (record: Record, signal: AbortSignal): Pick<Record, 'file'> => ({
  file: (batch) =>
    patiently(() => record.file(batch), {
      where: record.where,
      say: (message) => printError(`demarche: ${message}\n`),
      endsWhenFull: true,
      signal,
    }),
});

/** Tells what fails and what is through as it comes by. */
async function* told(
  taken: AsyncIterable<Taken & { readonly step: Step }>,
  progress: RatedProgress,
): AsyncGenerator<Taken> {
  for await (const each of taken) {
    for (const outcome of each.outcomes) if (!outcome.ok) printError(`${errorLine(outcome.error)}\n`);
    if (each.step.skipped) progress.skip();
    progress.advance(bytesIn(each.step));
    yield each;
  }
}

function sourceOf({ published, outlet, allowPrivate, lines }: AddOptions): Omit<StepOptions, 'stopped'> {
  const source = { ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) };
  return { source, allowPrivate, lines };
}

/** Reports after which an embedded record is tidied up. */
const MANY = 100;

/** Below this many files a second thread takes longer to start than it saves. */
const FEW = 12;

function poolFor(inputs: readonly Input[], options: AddOptions): Pool {
  const long = inputs.length > FEW || options.lines || inputs.some(mayBeLong);
  const tables = tablesOf(options);
  return long && options.jobs !== 1 ? createPool(options.jobs, tables) : createSingle(tables);
}

const mayBeLong = (input: Input): boolean =>
  input.kind === 'stdin' || (input.kind === 'file' && /\.(?:warc|warc\.gz|jsonl|ndjson)$/iu.test(input.path));

/** Of all files together; what else there is has no known size. */
async function bytesOf(inputs: readonly Input[]): Promise<number> {
  const sizes = inputs.map(async (input) =>
    input.kind === 'file' ? (await stat(input.path).catch(() => undefined))?.size : 0,
  );
  return (await Promise.all(sizes)).reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

function bytesIn({ report }: Step): number {
  if (report?.kind === 'bytes') return report.bytes.length;
  return report?.kind === 'line' ? report.line.length + 1 : 0;
}
