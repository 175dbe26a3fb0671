import type { Command } from 'commander';
import { happeningFields } from '../record/ask/happenings.js';
import { contradictions, each } from '../record/ask/index.js';
import { contradictionColumns, contradictionTable, tableFormats } from '../record/export/index.js';
import { askRecord, type FilterOptions, filterOf, question } from './asking.js';
import { addOutput, fetched, type OutputOptions, writeRows } from './exports.js';
import type { RecordOption } from './record-option.js';

type Options = FilterOptions & RecordOption & OutputOptions;

export function contradictionsCommand(): Command {
  const command = question(
    'contradictions',
    'Where reports of one happening cannot both be right, with both sentences.',
    happeningFields,
  )
    .addHelpText(
      'after',
      `
Examples:
  demarche contradictions --since 2016-12-01
  demarche contradictions --dossier kurils --format csv --out disputed.csv`,
    )
    .action(list);
  return addOutput(command, tableFormats);
}

async function list(options: Options): Promise<void> {
  const filter = filterOf(options, happeningFields);
  await askRecord(options, (db) =>
    writeRows(
      each((page) => contradictions(db, filter, page), fetched(options)),
      { table: contradictionTable, columns: contradictionColumns },
      options,
    ),
  );
}
