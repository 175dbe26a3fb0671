/** The user's own tables: `--actors FILE` and `--lexicon FILE`, each as often as wanted. */
import { Option } from 'commander';
import { faultsOf, readTables, type Tables } from '../reading/tables.js';
import { printError, UsageError } from './io.js';

export interface TableOptions {
  readonly actors: readonly string[];
  readonly lexicon: readonly string[];
}

const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const option = (flags: string, text: string): Option =>
  new Option(flags, text).argParser(collected).default([], 'none');

export const tableOptions: readonly Option[] = [
  option(
    '--actors <file>',
    'actors of your own: a PETRARCH or TABARI dictionary, or dated office holders; repeatable',
  ),
  option('--lexicon <file>', 'acts of your own: rows as in data/events/verbs/; repeatable'),
];

/** More lines than these tell nothing new of a file. */
const MOST_LINES = 20;

/** Reads them; each line that cannot be taken has its line on standard error. */
export function tablesOf({ actors, lexicon }: TableOptions): Tables {
  try {
    const tables = readTables({ actors, lexicon });
    const faults = faultsOf(tables);
    for (const { file, line, message } of faults.slice(0, MOST_LINES))
      printError(`demarche: ${file}:${line}: ${message} The line is skipped.\n`);
    if (faults.length > MOST_LINES)
      printError(`demarche: ${faults.length - MOST_LINES} more lines of these files are skipped.\n`);
    return tables;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
