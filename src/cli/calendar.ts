import { type Command, Option } from 'commander';
import { calendarFields } from '../record/ask/calendar.js';
import { calendar, each } from '../record/ask/index.js';
import {
  calendarColumns,
  calendarTable,
  type HappeningFormat,
  happeningFormats,
} from '../record/export/index.js';
import { askRecord, type FilterOptions, filterOf, question } from './asking.js';
import { addOutput, fetched, type OutputOptions, writeHappenings } from './exports.js';
import type { RecordOption } from './record-option.js';

const help = `
What came of it:
  held, postponed, called-off, kept, broken: the record links it to its outcome.
  no-further-word: outlets that told of it were read for days after it, and none tells what came of it.
  not-read-since: none of those outlets was read for a day after it, so silence says nothing.
  due: its time has not passed.

Examples:
  demarche calendar
  demarche calendar --since 2016-12-01 --until 2016-12-31
  demarche calendar --country Japan --format icalendar --out japan.ics`;

type Options = FilterOptions & RecordOption & OutputOptions<HappeningFormat> & { readonly today?: string };

export function calendarCommand(): Command {
  const command = question('calendar', 'What is or was due, by day, and what came of it.', calendarFields)
    .addOption(new Option('--today <day>', 'what counts as today; without --since the list begins there'))
    .addHelpText('after', help)
    .action(list);
  return addOutput(command, happeningFormats);
}

async function list(options: Options): Promise<void> {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const filter = filterOf({ since: today, ...options }, calendarFields);
  await askRecord(options, (db) =>
    writeHappenings(
      each((page) => calendar(db, filter, { ...page, today }), fetched(options)),
      { table: calendarTable, columns: calendarColumns },
      filter.dossier === undefined ? 'Calendar' : `Calendar: ${filter.dossier.title}`,
      options,
    ),
  );
}
