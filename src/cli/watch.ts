import { Command } from 'commander';
import { fetchArticleBytes } from '../article/index.js';
import { createPool, type Pool } from '../reading/pool.js';
import { type Due, dueOf, type PollSums, pollInto } from '../record/add/polls.js';
import type { Record } from '../record/record.js';
import { createWatcher, type Source, sourcesOf, systemClock, type Watcher } from '../watch/index.js';
import { errorLine } from './error-line.js';
import { interruption } from './interruption.js';
import { printError, UsageError } from './io.js';
import { count } from './option-values.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';
import { type TableOptions, tableOptions, tablesOf } from './tables.js';

interface WatchOptions extends TableOptions, RecordOption {
  readonly once: boolean;
  readonly interval: number;
  readonly pause: number;
  readonly allowPrivate: boolean;
  readonly jobs?: number;
}

const help = `
Sources are RSS, Atom and JSON feeds, sitemaps, and OPML files that list feeds. robots.txt is heeded, hosts are asked one
request at a time with a pause between, and a server that asks for rest is given it. What was read is not read again.
Each look is kept: 'demarche sources' tells what was read when and what failed.

Examples:
  demarche watch feeds.opml https://example.org/news/rss
  demarche watch feeds.opml --once                   every source that is due, once, and ends: for cron`;

export function watchCommand(): Command {
  const command = new Command('watch')
    .description('Poll feeds and sitemaps, and file what is new in the record.')
    .argument('<source...>', 'URLs of feeds and sitemaps, and OPML files')
    .addOption(recordOption())
    .option('--once', 'look at each source that is due, and end', false)
    .option('--interval <minutes>', 'between two looks at a source', count, 15)
    .option('--pause <seconds>', 'between two requests to one host', count, 5)
    .option('--allow-private', 'let URLs lead to private and loopback addresses', false)
    .option(
      '-j, --jobs <number>',
      'how many reports are read side by side (as many as there are cores)',
      count,
    )
    .addHelpText('after', help)
    .action(watch);
  for (const option of tableOptions) command.addOption(option);
  return command;
}

async function watch(names: string[], options: WatchOptions): Promise<void> {
  const { sources, errors } = await sourcesOf(names);
  for (const error of errors) printError(`${errorLine(error)}\n`);
  if (errors.length > 0) process.exitCode = 1;
  if (sources.length === 0) throw new UsageError('there is no source to watch.');
  await withRecord(options, (record) => watchAll(record, sources, options), { create: true });
}

async function watchAll(record: Record, sources: readonly Source[], options: WatchOptions): Promise<void> {
  const pool = createPool(options.jobs, tablesOf(options));
  const watcher = createWatcher({
    clock: systemClock,
    fetch: fetchArticleBytes,
    allowPrivate: options.allowPrivate,
    interval: options.interval * 60_000,
    pause: options.pause * 1000,
    isRead: async (url) =>
      (await record.db.selectFrom('article').select('id').where('url', '=', url).limit(1).execute()).length >
      0,
  });
  const interrupt = interruption('stopping after the look in hand');
  try {
    while (!interrupt.stopped()) {
      const due = await dueOf(record.db, sources);
      const now = systemClock.now();
      await lookAt(
        record,
        pool,
        watcher,
        due.filter(({ nextAt }) => nextAt <= now),
        interrupt,
      );
      if (options.once) break;
      await untilNext(await dueOf(record.db, sources), interrupt.signal);
    }
  } finally {
    interrupt.end();
    await pool.close();
  }
}

type Interrupt = ReturnType<typeof interruption>;

/** One after another as far as filing goes; the watcher keeps hosts apart. */
async function lookAt(
  record: Record,
  pool: Pool,
  watcher: Watcher,
  due: readonly Due[],
  interrupt: Interrupt,
): Promise<void> {
  for (const each of due) {
    if (interrupt.stopped()) return;
    try {
      tell(each.source, await pollInto(record, pool, watcher, each, interrupt.signal));
    } catch (error) {
      if (!interrupt.stopped()) throw error;
    }
  }
}

function tell({ url, title }: Source, { polled, filed, known, failed }: PollSums): void {
  const what =
    polled.outcome === 'failed'
      ? `could not be looked at: ${polled.message ?? 'no reason was given'}`
      : `${polled.outcome === 'unchanged' ? 'unchanged' : `${polled.found} new`}; ${filed} filed, ${known} known, ${failed} failed`;
  printError(`demarche: ${title ?? url}: ${what}\n`);
  if (polled.outcome === 'failed') process.exitCode = 1;
}

async function untilNext(due: readonly Due[], signal: AbortSignal): Promise<void> {
  const next = Math.min(...due.map(({ nextAt }) => nextAt));
  await systemClock.wait(Math.max(1000, next - systemClock.now()), signal).catch(() => {});
}
