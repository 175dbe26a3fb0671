import type { Command } from 'commander';
import { actorFields } from '../record/ask/actors.js';
import { actors, each } from '../record/ask/index.js';
import { actorColumns, actorTable, tableFormats } from '../record/export/index.js';
import { askRecord, type FilterOptions, filterOf, question } from './asking.js';
import { addOutput, fetched, type OutputOptions, writeRows } from './exports.js';
import type { RecordOption } from './record-option.js';

type Options = FilterOptions & RecordOption & OutputOptions;

export function actorsCommand(): Command {
  const command = question(
    'actors',
    'Who acts and speaks, with other names and with roles and their dates.',
    actorFields,
  )
    .addHelpText(
      'after',
      `
Those that most reports name come first.

Examples:
  demarche actors --country Japan
  demarche actors --actor Kishida`,
    )
    .action(list);
  return addOutput(command, tableFormats);
}

async function list(options: Options): Promise<void> {
  const filter = filterOf(options, actorFields);
  await askRecord(options, (db) =>
    writeRows(
      each((page) => actors(db, filter, page), fetched(options)),
      { table: actorTable, columns: actorColumns },
      options,
    ),
  );
}
