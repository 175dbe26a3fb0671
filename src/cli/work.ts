import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { fetchArticleBytes } from '../article/index.js';
import { createPool, createSingle, type Pool } from '../reading/pool.js';
import { dueOf, pollInto } from '../record/add/polls.js';
import type { Record } from '../record/record.js';
import { createWatcher, systemClock } from '../watch/index.js';
import type { PollBody } from '../work/poll-job.js';
import { openQueue, type Queue } from '../work/queue.js';
import { type WorkSums, work } from '../work/worker.js';
import { interruption } from './interruption.js';
import { print, printError, UsageError } from './io.js';
import { count } from './option-values.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';
import { type TableOptions, tableOptions, tablesOf } from './tables.js';

interface WorkCommandOptions extends TableOptions, RecordOption {
  readonly jobs: number;
  readonly lease: number;
  readonly poll: boolean;
  readonly untilEmpty: boolean;
  readonly failed: boolean;
  readonly retry: boolean;
}

const help = `
Needs a record on a PostgreSQL server. 'demarche add --queue' puts jobs; workers on any number of machines take them.
Each job is held by one worker. When that worker dies, another takes the job; a report is filed once all the same.
A job that fails is tried again, five times in all, then it is on the list of --failed. A report that cannot be read
is no failed job: 'demarche add --failed' lists those. When the server goes away the worker waits until it is back.
Ctrl-C, or SIGTERM, stops after the jobs in hand.

Examples:
  demarche work --record postgres://desk@db/record
  demarche work --record postgres://desk@db/record --jobs 4 --until-empty
  demarche work --record postgres://desk@db/record --poll
  demarche work --record postgres://desk@db/record --failed
  demarche work --record postgres://desk@db/record --retry`;

export function workCommand(): Command {
  const command = new Command('work')
    .description('Take jobs of a record on a server: read what others have put, and file it.')
    .addOption(recordOption())
    .option('-j, --jobs <number>', 'how many jobs are in hand at a time', count, availableParallelism())
    .option('--lease <seconds>', 'a worker that is not heard of for so long is taken for dead', count, 60)
    .option('--poll', "look at the sources that 'demarche watch' was given, when they are due", false)
    .option('--until-empty', 'end when no job waits any more', false)
    .option('--failed', 'list the jobs that failed each time', false)
    .option('--retry', 'put the jobs that failed again', false)
    .addHelpText('after', help)
    .action(run);
  for (const option of tableOptions) command.addOption(option);
  return command;
}

async function run(options: WorkCommandOptions): Promise<void> {
  if (options.failed && options.retry)
    throw new UsageError('--failed lists, --retry puts again: one of them.');
  const { record: where, lease } = options;
  const queue = await openQueue(where, { lease, supervise: !options.failed && !options.retry });
  try {
    if (options.failed) await listDead(queue);
    else if (options.retry) printError(`demarche: ${await queue.revive()} jobs put again\n`);
    else await withRecord(options, (record) => workOn(record, queue, options), { create: true });
  } finally {
    await queue.close();
  }
}

async function listDead(queue: Queue): Promise<void> {
  for (const { queue: name, what, error, at } of await queue.dead())
    print(`${at} ${name} ${what}: ${error}\n`);
}

async function workOn(record: Record, queue: Queue, options: WorkCommandOptions): Promise<void> {
  const { jobs: hands, lease, untilEmpty } = options;
  const tables = tablesOf(options);
  const pool = hands === 1 ? createSingle(tables) : createPool(hands, tables);
  const interrupt = interruption();
  const say = (message: string): void => printError(`demarche: ${message}\n`);
  try {
    if (!untilEmpty) say(`working on ${record.where}, ${hands} jobs at a time; Ctrl-C stops`);
    const { signal } = interrupt;
    const poll = options.poll ? { poll: pollWith(record, pool, signal) } : {};
    say(summary(await work(record, queue, { pool, hands, lease, untilEmpty, signal, say, ...poll })));
  } finally {
    interrupt.end();
    await pool.close();
  }
}

/** As 'demarche watch' does, one source at a time; hosts are kept apart within one worker. */
function pollWith({ db }: Record, pool: Pool, signal: AbortSignal): PollBody {
  const watcher = createWatcher({
    clock: systemClock,
    fetch: fetchArticleBytes,
    isRead: async (url) =>
      (await db.selectFrom('article').select('id').where('url', '=', url).limit(1).execute()).length > 0,
  });
  return async (url, record) => {
    const [due] = await dueOf(db, [{ url }]);
    if (due !== undefined) await pollInto(record, pool, watcher, due, signal);
  };
}

const summary = ({ jobs, filed, known, failed }: WorkSums): string =>
  `${jobs} jobs done, ${filed} filed, ${known} known before, ${failed} failed`;
