import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Row } from '../../bench/eval/row.js';
import { holds, tableOf } from '../../bench/eval/table.js';
import { print, printError, UsageError } from './io.js';

export const evalCommand = (): Command =>
  new Command('eval')
    .description('Measure accuracy on the corpora in a folder: one table for all that are there.')
    .argument('<data>', 'folder of corpora, laid out as bench/README.md says')
    .option('--only <name>', 'only corpora whose name contains this')
    .addHelpText(
      'after',
      `
Exit codes: 0 every figure reaches its floor, 1 one does not, 2 no corpus is there.

Example:
  demarche eval corpora --only time`,
    )
    .action(async (data: string, options: { only?: string }) => {
      const rows = await measure(data, options.only ?? '');
      print(tableOf(rows));
      if (!rows.every(holds)) process.exitCode = 1;
    });

async function measure(data: string, only: string): Promise<Row[]> {
  // Loaded here: the other commands start without the corpora's readers.
  const { corpora } = await import('../../bench/eval/corpora.js');
  const present = corpora.filter(({ name, folder }) => name.includes(only) && existsSync(join(data, folder)));
  if (present.length === 0) {
    throw new UsageError(
      `no corpus in '${data}'; looked for ${corpora.map(({ folder }) => folder).join(', ')}.`,
    );
  }
  const rows: Row[] = [];
  for (const corpus of present) {
    printError(`measuring ${corpus.name}\n`);
    try {
      rows.push(...(await corpus.evaluate(join(data, corpus.folder))));
    } catch (error) {
      // A damaged corpus does not lose the figures of the others.
      printError(`demarche: ${corpus.name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  return rows;
}
