/** Options that the questions to the record have in common: which record, and what the answer is narrowed to. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { AskError, checkedFilter, type Filter, sorts } from '../record/ask/index.js';
import { DossierError, dossierFolders, loadDossier } from '../record/dossier/file.js';
import { type Db, openDatabase } from '../record/store/database.js';
import { RecordError } from '../record/store/error.js';
import { UsageError } from './io.js';
import { type RecordOption, recordOption } from './record-option.js';

/** What the command line gives for each field of a Filter. */
export interface FilterOptions {
  readonly actor?: string;
  readonly country?: string[];
  readonly dyad?: string;
  readonly type?: string[];
  readonly code?: string[];
  readonly status?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly place?: string;
  readonly within?: number;
  readonly words?: string;
  readonly minSources?: number;
  readonly background?: boolean;
  readonly dossier?: string;
  readonly sort?: string;
}

const several = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  ...value.split(',').map((part) => part.trim()),
];
const upper = (value: string, before?: readonly string[]): string[] => several(value.toUpperCase(), before);

export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 up.');
  return number;
}

function kilometres(value: string): number {
  const number = Number(value.replace(/\s*km$/iu, ''));
  if (!(number > 0)) throw new InvalidArgumentError('a number of kilometres above 0.');
  return number;
}

const options: Readonly<Record<keyof FilterOptions, () => Option[]>> = {
  actor: () => [new Option('--actor <name>', 'whom it is by, to or about: a name or other name')],
  country: () => [
    new Option(
      '--country <name>',
      'a country that takes part, by name or ISO code; repeatable: all of them',
    ).argParser(several),
  ],
  dyad: () => [new Option('--dyad <pair>', "'RUS>JPN' by the first to the second, 'RUS,JPN' either way")],
  type: () => [
    new Option('--type <type>', 'PLOVER types of the act: CONSULT,AGREE; repeatable').argParser(upper),
  ],
  code: () => [
    new Option('--code <code>', 'PLOVER labels (CONSULT-visit) or CAMEO codes (036); repeatable').argParser(
      several,
    ),
  ],
  status: () => [
    new Option('--status <status>', 'occurred, scheduled, denied, …; repeatable').argParser(several),
  ],
  since: () => [new Option('--since <day>', 'happened on this day or later: 2016-12-03')],
  until: () => [new Option('--until <day>', 'happened on this day or earlier')],
  place: () => [new Option('--place <name>', 'where: a name or GeoNames id')],
  within: () => [new Option('--within <km>', 'so many kilometres around --place').argParser(kilometres)],
  words: () => [new Option('--words <words>', 'with these words: "peace treaty" -fishing')],
  minSources: () => [
    new Option('--min-sources <number>', 'told by so many sources that do not copy each other').argParser(
      wholeNumber,
    ),
  ],
  background: () => [
    new Option('--background', 'only what is told as history'),
    new Option('--no-background', 'nothing that is told as history'),
  ],
  dossier: () => [
    new Option('--dossier <name>', "NAME.yaml in the record's dossiers/ or in ./dossiers, or a path"),
  ],
  sort: () => [new Option('--sort <order>', 'newest or oldest by day, or most sources').choices(sorts)],
};

/** A question with the filters that apply to it. */
export function question(
  name: string,
  description: string,
  fields: readonly (keyof FilterOptions)[],
): Command {
  const command = new Command(name).description(description).addOption(recordOption());
  for (const field of fields) for (const option of options[field]()) command.addOption(option);
  return command;
}

/** @throws UsageError naming what does not hold. */
export function filterOf(
  given: FilterOptions & RecordOption,
  fields: readonly (keyof FilterOptions)[],
): Filter {
  const values = Object.fromEntries(
    fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
  );
  if (given.within !== undefined && given.place === undefined)
    throw new UsageError('--within needs --place.');
  return asUsage(() => {
    const dossier =
      given.dossier === undefined
        ? {}
        : { dossier: loadDossier(given.dossier, dossierFolders(given.record)) };
    return checkedFilter({ ...values, ...dossier });
  });
}

/** Opens the record to be asked alone, without what filing needs, and closes it whatever happens. */
export async function askRecord<Answer>(
  { record }: RecordOption,
  ask: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
  try {
    database = await openDatabase(record);
    return await ask(database.db);
  } catch (error) {
    throw told(error);
  } finally {
    await database?.close();
  }
}

function asUsage<Value>(make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    throw told(error);
  }
}

/** What the command names and the record has not is a mistake in the call. */
function told(error: unknown): unknown {
  const usage =
    error instanceof AskError ||
    error instanceof DossierError ||
    (error instanceof RecordError && error.code === 'record/not-found');
  return usage ? new UsageError(error.message) : error;
}
