import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Row } from '../../bench/eval/row.js';
import { holds, tableOf } from '../../bench/eval/table.js';
import { packageFile } from '../package-root.js';
import { print, printError, UsageError } from './io.js';

export const evalCommand = (): Command =>
  new Command('eval')
    .description('Measure accuracy: on the gold set of this package, or on the corpora in a folder.')
    .argument('[data]', 'folder of corpora, laid out as bench/README.md says; without it, the gold set')
    .option('--only <name>', 'only corpora whose name contains this')
    .option('--accept', 'of the gold set: take these figures as those that later ones must reach')
    .option(
      '--misses',
      'of the gold set: before the table, each event or pair that is missing (-) or too much (+)',
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 every figure reaches its floor, 1 one does not, 2 no corpus is there. In the gold set a floor is one point
below the figure in gold/figures.tsv.

Examples:
  demarche eval
  demarche eval --misses
  demarche eval corpora --only time`,
    )
    .action(async (data: string | undefined, options: Options) => {
      const rows = data === undefined ? await measureGold(options) : await measure(data, options);
      print(tableOf(rows));
      if (!rows.every(holds)) process.exitCode = 1;
    });

interface Options {
  readonly only?: string;
  readonly accept?: boolean;
  readonly misses?: boolean;
}

async function measureGold({ only = '', accept, misses }: Options): Promise<Row[]> {
  const gold = await import('../../bench/eval/gold.js');
  const { evaluateMerging } = await import('../../bench/eval/merging.js');
  const folder = packageFile('gold');
  const parts = [
    { name: 'gold/sentences gold/reports', evaluate: () => gold.evaluateGold(folder) },
    { name: 'gold/merging', evaluate: () => evaluateMerging(join(folder, 'merging')) },
  ];
  const rows: Row[] = [];
  for (const { name, evaluate } of parts.filter((part) => accept || part.name.includes(only))) {
    printError(`measuring ${name}\n`);
    const figures = await evaluate();
    if (misses) for (const lines of figures.misses) print(`${lines}\n`);
    rows.push(...figures.rows);
  }
  if (accept) gold.acceptFigures(folder, rows);
  return gold.withFloors(folder, rows).filter(({ corpus }) => corpus.includes(only));
}

async function measure(data: string, { only = '', accept, misses }: Options): Promise<Row[]> {
  if (accept || misses) throw new UsageError('--accept and --misses are for the gold set: name no folder.');
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
