import { Command, Option } from 'commander';
import type { InputError } from '../article/index.js';
import { inOrder } from '../in-order.js';
import { type Input, type Report, reportsOf } from '../input/index.js';
import type { ReadOutcome } from '../reading/index.js';
import { createPool, createSingle, type Pool } from '../reading/pool.js';
import type { Tables } from '../reading/tables.js';
import { errorLine } from './error-line.js';
import { expandInputs } from './inputs.js';
import { printAndWait, printError } from './io.js';
import { columns, count, isoDate } from './option-values.js';
import { type Format, formats, type Output, toFolder, toStandardOutput } from './output.js';
import { passedLine } from './passed-line.js';
import { startProgress } from './progress.js';
import { type TableOptions, tableOptions, tablesOf } from './tables.js';

interface ReadOptions extends TableOptions {
  readonly format?: Format;
  readonly cite?: 'w3c';
  readonly out?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly lines: boolean;
  readonly allowPrivate: boolean;
  readonly color: boolean;
  readonly width?: number;
  readonly jobs?: number;
  readonly progress: boolean;
}

const help = `
What is read:
  HTML in any charset, plain text, Markdown, .eml mail, RSS, Atom and JSON feeds, and JSON lines
  { "id"?, "text" | "html", "url"?, "published"?, "outlet"? }, and WARC archives, gzip or not, such as CC-NEWS: each
  page in one is a report. They are told apart by their bytes, not their names.
  A folder is searched for reports, its README left out. "-" is standard input.

As a filter:
  demarche read - takes JSON lines and writes one line for each, in order: a Reading, or
  { "from", "error": { "code", "message", "place" } }. Memory stays flat over any number of lines.

Your own tables:
  --actors takes dictionaries of PETRARCH and TABARI as they are, and agents files likewise; actors that they name
  carry the dictionary's code. It also takes tables of office holders like data/actors/office-holders.tsv. --lexicon
  takes verbs and nouns for acts, in rows like those of data/events/verbs/. A line that cannot be taken is told
  and skipped; "made.data" of each Reading then ends in "+" and a digest of these tables.

Exit codes:
  0  everything was read
  1  something could not be read; each such input has its line on standard error
  2  the command was not understood, or names nothing that exists

Examples:
  demarche read report.html
  demarche read examples --format jsonl > readings.jsonl
  demarche read 'mail/**/*.eml' --format html --out readings
  demarche read notes.txt --published 2016-12-03 --format json --cite w3c
  demarche read CC-NEWS-20240316.warc.gz --format jsonl > readings.jsonl
  demarche read report.html --actors my.actors.txt --actors my.agents.txt
  demarche read - --lexicon my-verbs.yaml < reports.jsonl > readings.jsonl
  cat reports.jsonl | parallel --pipe demarche read - > readings.jsonl`;

export function readCommand(): Command {
  const command = new Command('read')
    .description('Read reports and print what they say, each line with its sentence.')
    .argument('<path...>', 'files, folders, patterns, http(s) URLs, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(formats))
    .addOption(
      new Option('--cite <kind>', 'with json and jsonl: add Web Annotation selectors').choices(['w3c']),
    )
    .option('-o, --out <folder>', 'write each Reading into a file of its own')
    .option('--published <date>', 'ISO 8601 date of reports that do not say it', isoDate)
    .option('--outlet <name>', 'outlet of reports that do not say it')
    .option('--lines', 'the input is JSON lines, whatever it looks like', false)
    .option('--allow-private', 'let URLs lead to private and loopback addresses', false)
    .option(
      '-j, --jobs <number>',
      'how many reports are read side by side (as many as there are cores)',
      count,
    )
    .option('--width <columns>', 'width of the terminal view', columns)
    .option('--no-color', 'no colours (there are none unless a terminal shows them)')
    .option('--no-progress', 'no progress bar on standard error')
    .addHelpText('after', help)
    .action(read);
  for (const option of tableOptions) command.addOption(option);
  return command;
}

async function read(names: string[], options: ReadOptions, command: Command): Promise<void> {
  const filter = names.length === 1 && names[0] === '-';
  const format = options.format ?? (filter ? 'jsonl' : 'terminal');
  if (options.cite && format !== 'json' && format !== 'jsonl') {
    command.error(`error: --cite goes with --format json or jsonl, not ${format}`);
  }
  const tables = tablesOf(options);
  const inputs = await expandInputs(names);
  const output = await outputOf(format, options);
  const failed = await readAll(inputs, output, options, tables, filter && format === 'jsonl');
  if (failed > 0) process.exitCode = 1;
}

function outputOf(format: Format, { cite, out, color, width }: ReadOptions): Output | Promise<Output> {
  const terminal = process.stdout.isTTY === true;
  const shown = {
    ...(cite ? { cite } : {}),
    color: color && terminal && process.env.NO_COLOR === undefined,
    width: width ?? (terminal ? process.stdout.columns : 80),
  };
  return out === undefined
    ? toStandardOutput(format, shown)
    : toFolder(out, format, { ...shown, color: false });
}

/** Reads what is named, on several cores where there is much; what fails is told and counted, and never stops the rest. */
async function readAll(
  inputs: readonly Input[],
  output: Output,
  options: ReadOptions,
  tables: Tables,
  answerErrors: boolean,
): Promise<number> {
  const progress = startProgress(inputs.length, options.progress);
  const pool = poolFor(inputs, options, tables);
  let done = 0;
  let failed = 0;
  try {
    for await (const { outcomes, told, ended } of inOrder(
      steps(inputs, options),
      pool.ahead,
      answerTo(pool),
    )) {
      for (const outcome of outcomes) {
        if (outcome.ok) {
          done++;
          await output.write(outcome.reading);
        } else {
          failed++;
          printError(`${errorLine(outcome.error)}\n`);
          if (answerErrors) await printAndWait(`${JSON.stringify(errorAnswer(outcome.error))}\n`);
        }
      }
      if (told) printError(`${told}\n`);
      if (ended) progress.step(nameOf(ended));
    }
  } finally {
    await pool.close();
    progress.stop();
  }
  if (done + failed > 1 || failed > 0) printError(`demarche: ${done} read, ${failed} failed\n`);
  return failed;
}

/** Below this many files a second thread takes longer to start than it saves. */
const FEW = 20;

/** A stream of lines or an archive may be long; a file of unknown length is seldom one. */
function poolFor(inputs: readonly Input[], { jobs, lines }: ReadOptions, tables: Tables): Pool {
  const many = inputs.length > FEW || lines || inputs.some(mayBeLong);
  return many && jobs !== 1 ? createPool(jobs, tables) : createSingle(tables);
}

const mayBeLong = (input: Input): boolean =>
  input.kind === 'stdin' || (input.kind === 'file' && /\.warc(?:\.gz)?$/iu.test(input.path));

type Step = Report | { readonly kind: 'ended'; readonly input: Input };

async function* steps(inputs: readonly Input[], options: ReadOptions): AsyncGenerator<Step> {
  const { lines, allowPrivate, published, outlet } = options;
  const source = { ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) };
  for (const input of inputs) {
    yield* reportsOf(input, { source, allowPrivate, lines });
    yield { kind: 'ended', input };
  }
}

interface Answer {
  readonly outcomes: readonly ReadOutcome[];
  /** A line for standard error. */
  readonly told?: string;
  readonly ended?: Input;
}

const answerTo =
  (pool: Pool) =>
  async (step: Step): Promise<Answer> => {
    if (step.kind === 'ended') return { outcomes: [], ended: step.input };
    if (step.kind === 'passed') return { outcomes: [], told: passedLine(step.from, step.records) };
    if (step.kind === 'failed') return { outcomes: [{ ok: false, error: step.error }] };
    return { outcomes: await pool.run(step) };
  };

const nameOf = (input: Input): string =>
  input.kind === 'file' ? input.path : input.kind === 'url' ? input.url : 'standard input';

const errorAnswer = ({ from, ...error }: InputError): object => ({ from, error });
