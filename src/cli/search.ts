import { type Command, Option } from 'commander';
import { type Hit, search } from '../record/ask/index.js';
import { searchFields } from '../record/ask/search.js';
import { hitColumns, hitTable, tableFormats } from '../record/export/index.js';
import { askRecord, type FilterOptions, filterOf, question } from './asking.js';
import { addOutput, type OutputOptions, writeRows } from './exports.js';
import type { RecordOption } from './record-option.js';

type Options = FilterOptions & RecordOption & OutputOptions & { readonly in?: Hit['in'] };

export function searchCommand(): Command {
  const command = question(
    'search',
    'Words in reports and in what was said, each with its sentence.',
    searchFields,
  )
    .argument('<words...>', 'words, "a phrase", or, -without')
    .addOption(new Option('--in <where>', 'only there').choices(['report', 'statement']))
    .addHelpText(
      'after',
      `
The best come first: 20, or as many as --limit says, 200 at most. --since and --until mean the day of publication.

Examples:
  demarche search peace treaty
  demarche search '"northern territories" -fishing' --since 2016-12-01`,
    )
    .action(list);
  return addOutput(command, tableFormats);
}

async function list(words: string[], options: Options): Promise<void> {
  const filter = filterOf(options, searchFields);
  const { limit = 20 } = options;
  await askRecord(options, async (db) => {
    const only = options.in === undefined ? {} : { only: options.in };
    const hits = await search(db, words.join(' '), filter, { limit, ...only });
    await writeRows(rowsOf(hits), { table: hitTable, columns: hitColumns }, { ...options, limit });
  });
}

async function* rowsOf(hits: readonly Hit[]): AsyncGenerator<Hit, void, undefined> {
  yield* hits;
}
