import { Command, InvalidArgumentError, Option } from 'commander';
import type { Article } from '../article/article.js';
import { type InputError, loadArticles } from '../article/index.js';
import { articlesOf, reportsOf } from '../input/index.js';
import { loadExplain } from '../reading/explain.js';
import type { Explanation } from '../reading/explanation.js';
import { toExplanationText } from '../reading/format/explanation.js';
import { errorLine } from './error-line.js';
import { expandInputs } from './inputs.js';
import { printAndWait, printError, UsageError } from './io.js';
import { columns, isoDate } from './option-values.js';
import { type TableOptions, tableOptions, tablesOf } from './tables.js';

interface ExplainOptions extends TableOptions {
  readonly format: 'text' | 'json';
  readonly sentence: readonly number[];
  readonly grep?: string;
  readonly all: boolean;
  readonly published?: string;
  readonly lines: boolean;
  readonly allowPrivate: boolean;
  readonly color: boolean;
  readonly width?: number;
}

const help = `
What is shown of each sentence:
  The part of its parse that rules looked at. Of each event: the row that read it, with file and line; the fields of the
  row and what met them; each party, time and place with the word that names it and its way to the act; the row of
  data/events/embedding.yaml that decided the status; what the confidence is made of.
  Of a sentence without event: the rules for its words that came nearest, and what each of them lacks; with --all every
  rule, also beside events. If no word of it is in the lexicon, its verbs and nouns.

Writing a rule (docs/explain.md):
  echo "Norway blacklisted Iran on Monday." | demarche explain -
  $EDITOR my-verbs.yaml
  echo "Norway blacklisted Iran on Monday." | demarche explain - --lexicon my-verbs.yaml

Exit codes are those of demarche read.

Examples:
  demarche explain report.html
  demarche explain report.html --sentence 3 --all
  demarche explain examples --grep "peace treaty"
  demarche explain notes.txt --published 2016-12-03 --format json`;

export function explainCommand(): Command {
  const command = new Command('explain')
    .description('Show why each sentence gave its events, and why others gave none.')
    .argument('<path...>', 'files, folders, patterns, http(s) URLs, or - for text on standard input')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('-s, --sentence <number>', 'only the sentence of this number, headline included; repeatable')
        .argParser(numbers)
        .default([], 'all'),
    )
    .option('-g, --grep <words>', 'only sentences that have these words')
    .option('-a, --all', 'every rule for a word of the sentence, however far from matching', false)
    .option('--published <date>', 'ISO 8601 date of reports that do not say it', isoDate)
    .option('--lines', 'the input is JSON lines, whatever it looks like', false)
    .option('--allow-private', 'let URLs lead to private and loopback addresses', false)
    .option('--width <columns>', 'width of the text', columns)
    .option('--no-color', 'no colours (there are none unless a terminal shows them)')
    .addHelpText('after', help)
    .action(explain);
  for (const option of tableOptions) command.addOption(option);
  return command;
}

function numbers(value: string, before: readonly number[]): readonly number[] {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 up.');
  return [...before, number];
}

async function explain(names: string[], options: ExplainOptions): Promise<void> {
  const articles = loadArticles();
  const inputs = await expandInputs(names);
  const explained = loadExplain(tablesOf(options));
  const { published, lines, allowPrivate } = options;
  const source = published === undefined ? {} : { published };
  let shown = 0;
  let failed = 0;
  for (const input of inputs)
    for await (const report of reportsOf(input, { source, lines, allowPrivate }))
      for (const outcome of articlesOf(report, articles)) {
        if (!outcome.ok) fail(outcome.error);
        else await show(outcome.article);
      }
  if (shown + failed === 0) throw new UsageError(`no sentence ${selection(options)} in ${names.join(', ')}.`);

  async function show(article: Article): Promise<void> {
    // One sentence is often too little to tell a language by: it is explained all the same.
    if (article.language !== 'en')
      printError(
        `demarche: ${article.from}: looks like '${article.language}'; demarche read takes English alone.\n`,
      );
    const explanation = await explained(article, wantedBy(options));
    if (explanation.sentences.length === 0) return;
    const gap = shown++ > 0 && options.format === 'text' ? '\n\n' : '';
    await printAndWait(gap + formatted(explanation, options));
  }

  function fail(error: InputError): void {
    failed++;
    printError(`${errorLine(error)}\n`);
    process.exitCode = 1;
  }
}

const wantedBy = ({ sentence, grep }: ExplainOptions) => {
  const words = grep === undefined ? undefined : plain(grep);
  return (number: number, text: string): boolean =>
    (sentence.length === 0 || sentence.includes(number)) &&
    (words === undefined || plain(text).includes(words));
};

const plain = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ');

function selection({ sentence, grep }: ExplainOptions): string {
  const parts = [
    ...(sentence.length > 0 ? [`of number ${sentence.join(' or ')}`] : []),
    ...(grep === undefined ? [] : [`with '${grep}'`]),
  ];
  return parts.length > 0 ? parts.join(' ') : 'that is read';
}

function formatted(explanation: Explanation, { format, all, color, width }: ExplainOptions): string {
  if (format === 'json') return `${JSON.stringify(explanation, null, 2)}\n`;
  const terminal = process.stdout.isTTY === true;
  return toExplanationText(explanation, {
    all,
    color: color && terminal && process.env.NO_COLOR === undefined,
    width: width ?? (terminal ? process.stdout.columns : 80),
  });
}
