import type { Command } from 'commander';
import { type Sources, sources } from '../record/ask/index.js';
import { type SourceLine, sourceLineColumns, sourceTable, tableFormats } from '../record/export/index.js';
import { askRecord, question } from './asking.js';
import { addOutput, type OutputOptions, writeRows } from './exports.js';
import type { RecordOption } from './record-option.js';

type Options = RecordOption & OutputOptions;

export function sourcesCommand(): Command {
  const command = question(
    'sources',
    'Who was read, from when to when, and how the last looks at them ended.',
    [],
  )
    .addHelpText(
      'after',
      `
Outlets with their reports, and how many lineages these belong to (copies of one agency text are one lineage); feeds and
pages that are looked at, with the last look; reports that could not be read, counted by cause.

Example:
  demarche sources`,
    )
    .action(list);
  return addOutput(command, tableFormats);
}

async function list(options: Options): Promise<void> {
  await askRecord(options, async (db) =>
    writeRows(linesOf(await sources(db)), { table: sourceTable, columns: sourceLineColumns }, options),
  );
}

async function* linesOf({
  outlets,
  visited,
  failures,
}: Sources): AsyncGenerator<SourceLine, void, undefined> {
  for (const { outlet = null, ...rest } of outlets) yield { kind: 'outlet', name: outlet, ...rest };
  for (const { source, visits, last, lastReached } of visited) {
    const { at, outcome, message } = last;
    yield {
      kind: 'visited',
      name: source,
      visits,
      last: at,
      outcome,
      ...(lastReached === undefined ? {} : { lastReached }),
      ...(message === undefined ? {} : { message }),
    };
  }
  for (const { code, count, last, origin, message } of failures) {
    yield { kind: 'failure', name: code, articles: count, last, message: `${origin}: ${message}` };
  }
}
