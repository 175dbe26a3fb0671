import type { Command } from 'commander';
import { each, statements } from '../record/ask/index.js';
import { statementFields } from '../record/ask/statements.js';
import { statementColumns, statementTable, tableFormats } from '../record/export/index.js';
import { askRecord, type FilterOptions, filterOf, question } from './asking.js';
import { addOutput, fetched, type OutputOptions, writeRows } from './exports.js';
import type { RecordOption } from './record-option.js';

type Options = FilterOptions & RecordOption & OutputOptions;

export function statementsCommand(): Command {
  const command = question(
    'statements',
    'What was said, once each, with its wordings and all who carried it.',
    statementFields,
  )
    .addHelpText(
      'after',
      `
Examples:
  demarche statements --actor Lavrov
  demarche statements --country Japan --words '"peace treaty"' --format jsonl`,
    )
    .action(list);
  return addOutput(command, tableFormats);
}

async function list(options: Options): Promise<void> {
  const filter = filterOf(options, statementFields);
  await askRecord(options, (db) =>
    writeRows(
      each((page) => statements(db, filter, page), fetched(options)),
      { table: statementTable, columns: statementColumns },
      options,
    ),
  );
}
