import { Command, Option } from 'commander';
import { dossierPage } from '../record/dossier/dossier.js';
import { dossierFolders, loadDossier } from '../record/dossier/file.js';
import { toHtml } from '../record/dossier/format/html.js';
import { toMarkdown, toTerminal } from '../record/dossier/format/markdown.js';
import { print } from './io.js';
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
  demarche dossier suggest                what the record holds enough about`;

export function dossierCommand(): Command {
  return new Command('dossier')
    .description(
      'Print a dossier of the record: the course of events, positions, relations, what is due, sources.',
    )
    .argument('<name>', 'a dossier file, or its name')
    .addOption(recordOption())
    .addOption(
      new Option('--format <format>', 'how it is printed; on a terminal Markdown is wrapped').choices([
        'markdown',
        'html',
      ]),
    )
    .option('--today <date>', 'the day from which things are still to come (this day)', isoDate)
    .addHelpText('after', help)
    .action(printDossier);
}

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
