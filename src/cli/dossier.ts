import { Command, Option } from 'commander';
import { dossierPage } from '../record/dossier/dossier.js';
import { DossierError, dossierFolders, loadDossier } from '../record/dossier/file.js';
import { toHtml } from '../record/dossier/format/html.js';
import { toMarkdown, toTerminal } from '../record/dossier/format/markdown.js';
import { saveDossier } from '../record/dossier/save.js';
import { type Suggestion, suggestions, suggestionText } from '../record/dossier/suggest.js';
import { print, printError } from './io.js';
import { isoDate } from './option-values.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';

interface DossierCommandOptions extends RecordOption {
  readonly format?: 'markdown' | 'html';
  readonly today?: string;
}

const help = `
A dossier is a standing question: parties, the thing in question, words that tell of it, in a small YAML file. NAME is
a path, or NAME.yaml in the record's folder 'dossiers' or in ./dossiers; docs/dossier.md describes the file.

Examples:
  demarche dossier examples/dossiers/kuril.yaml
  demarche dossier kuril --format html > kuril.html
  demarche dossier suggest                      what the record holds enough for
  demarche dossier suggest --write dossiers     each as a file`;

export const dossierCommand = (): Command =>
  new Command('dossier')
    .description('Print a dossier of the record: events, positions, relations, what is due, every source.')
    .argument('<name>', 'a dossier file, or its name')
    .addOption(recordOption())
    .addOption(
      new Option('--format <format>', 'how it is printed; on a terminal Markdown is wrapped').choices([
        'markdown',
        'html',
      ]),
    )
    .option('--today <date>', 'the day from which things are still to come (the day it is)', isoDate)
    .addHelpText('after', help)
    .action(printDossier)
    .addCommand(suggestCommand());

async function printDossier(name: string, options: DossierCommandOptions): Promise<void> {
  const file = loadDossier(name, dossierFolders(options.record));
  const today = (options.today ?? new Date().toISOString()).slice(0, 10);
  const page = await withRecord(options, ({ db }) => dossierPage(db, file, { today }));
  if (options.format === 'html') return print(toHtml(page));
  const { isTTY, columns } = process.stdout;
  print(
    isTTY && options.format === undefined ? toTerminal(page, Math.min(columns, WIDEST)) : toMarkdown(page),
  );
}

/** Longer lines are hard to read. */
const WIDEST = 110;

interface SuggestOptions extends RecordOption {
  readonly write?: string;
}

const suggestCommand = (): Command =>
  new Command('suggest')
    .description('Propose dossiers: disputes that several sources tell of, countries often at odds.')
    .argument('[name]', 'only this one')
    .addOption(recordOption())
    .option('--write <folder>', 'write each to a file of its own; what is there stays')
    .action(suggest);

/** Options stand on the command above as well: commander gives them to whichever comes first. */
async function suggest(name: string | undefined, _own: SuggestOptions, command: Command): Promise<void> {
  const options = command.optsWithGlobals<SuggestOptions>();
  const all = await withRecord(options, ({ db }) => suggestions(db));
  const wanted = name === undefined ? all : all.filter((each) => each.name === name);
  if (wanted.length === 0) return printError(`demarche: ${nothing(name, all)}\n`);
  if (options.write !== undefined) return writeAll(wanted, options.write);
  print(wanted.map((each) => `# ${each.name}.yaml\n${suggestionText(each)}`).join('---\n'));
}

const nothing = (name: string | undefined, all: readonly Suggestion[]): string =>
  name === undefined || all.length === 0
    ? 'nothing to propose yet: no dispute is told by two independent sources, no two countries are often at odds.'
    : `'${name}' is not proposed; ${all.map((each) => each.name).join(', ')} ${all.length === 1 ? 'is' : 'are'}.`;

function writeAll(all: readonly Suggestion[], folder: string): void {
  for (const each of all) {
    try {
      print(`${saveDossier(folder, each.name, suggestionText(each))}\n`);
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'dossier/exists') throw error;
      printError(`demarche: ${error.message}\n`);
    }
  }
}
