import type { Command } from 'commander';
import { happeningFields } from '../record/ask/happenings.js';
import { each, happening, happenings } from '../record/ask/index.js';
import {
  type HappeningFormat,
  happeningColumns,
  happeningFormats,
  happeningTable,
  oneHappening,
} from '../record/export/index.js';
import { askRecord, type FilterOptions, filterOf, question } from './asking.js';
import { addOutput, fetched, type OutputOptions, terminalOf, write, writeHappenings } from './exports.js';
import { UsageError } from './io.js';
import type { RecordOption } from './record-option.js';

const help = `
What is shown:
  When, who did what to whom, whether it was done, planned or denied, how many reports tell it and how many sources that do
  not copy each other, and the sentence that says most about it. With an id: every report's sentence, where they contradict
  each other, and what came of it. An id may be given by its beginning.

Formats: docs/exports.md. Exit codes: 0, or 1 when the record cannot be read, 2 when the command names what is not there.

Examples:
  demarche happenings --country Japan --since 2016-12-01
  demarche happenings --dyad 'RUS>JPN' --type CONSULT,AGREE --min-sources 2
  demarche happenings --place Vladivostok --within 50 --format geojson --out map.geojson
  demarche happenings --dossier kurils --format timelinejs
  demarche happenings --format gdelt --out happenings.tsv
  demarche happenings h3f2a9c1b-e123`;

type Options = FilterOptions &
  RecordOption &
  OutputOptions<HappeningFormat> & { readonly evidence?: boolean };

export function happeningsCommand(): Command {
  const command = question(
    'happenings',
    'What happened, once each, with the reports that tell it.',
    happeningFields,
  )
    .argument('[id]', 'one happening with everything that stands for it')
    .option('--evidence', "every report's sentence with each happening")
    .addHelpText('after', help)
    .action((id: string | undefined, options: Options) =>
      id === undefined ? list(options) : one(id, options),
    );
  return addOutput(command, happeningFormats);
}

async function list(options: Options): Promise<void> {
  const filter = filterOf(options, happeningFields);
  const { evidence = false } = options;
  await askRecord(options, (db) =>
    writeHappenings(
      each((page) => happenings(db, filter, { ...page, evidence }), fetched(options)),
      { table: happeningTable, columns: happeningColumns },
      filter.dossier?.title ?? 'Happenings',
      options,
    ),
  );
}

async function one(id: string, options: Options): Promise<void> {
  const { format } = options;
  if (format !== 'table' && format !== 'json')
    throw new UsageError('one happening is printed as table or json.');
  const found = await askRecord(options, (db) => happening(db, id));
  const text =
    format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : oneHappening(found, terminalOf(options));
  await write(piece(text), options);
}

async function* piece(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}
