import type { Command } from 'commander';
import { each, statements } from '../record/ask/index.js';
import { statementFields } from '../record/ask/statements.js';
import { statementColumns, statementTable, tableFormats } from '../record/export/index.js';
import { type FilterOptions, filterOf, question, type RecordOptions, withRecord } from './asking.js';
import { addOutput, fetched, type OutputOptions, writeRows } from './exports.js';

type Options = FilterOptions & RecordOptions & OutputOptions;

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
  await withRecord(options.record, (db) =>
    writeRows(
      each((page) => statements(db, filter, page), fetched(options)),
      { table: statementTable, columns: statementColumns },
      options,
    ),
  );
}
