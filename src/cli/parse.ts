import { Command } from 'commander';
import { type ArticleOutcome, loadArticles } from '../article/index.js';
import { articlesOf, type Input, reportsOf } from '../input/index.js';
import { toConllu } from '../language/conllu.js';
import { loadLanguage, makeDoc } from '../language/index.js';
import { errorLine } from './error-line.js';
import { expandInputs } from './inputs.js';
import { printAndWait, printError } from './io.js';

const help = `
What is printed:
  One document a report; its sentences in the order of the text, with UPOS, features, lemma, head and relation.
  MISC holds start_char and end_char (UTF-16 code units into the report's text) and names as ner=B-GPE.
  What is read and the exit codes are those of demarche read.

Examples:
  demarche parse report.html
  demarche parse report.txt | udapy write.TextModeTrees
  demarche parse examples > examples.conllu`;

export const parseCommand = (): Command =>
  new Command('parse')
    .description('Print the sentences of reports as CoNLL-U: words, tags, trees and names.')
    .argument('<path...>', 'files, folders, patterns, http(s) URLs, or - for standard input')
    .option('--lines', 'the input is JSON lines, whatever it looks like', false)
    .option('--allow-private', 'let URLs lead to private and loopback addresses', false)
    .addHelpText('after', help)
    .action(parse);

async function parse(names: string[], options: { lines: boolean; allowPrivate: boolean }): Promise<void> {
  const articles = loadArticles();
  const docOf = makeDoc(loadLanguage());
  for (const input of await expandInputs(names)) {
    for await (const outcome of articlesIn(input)) {
      if (outcome.ok) await printAndWait(toConllu(await docOf(outcome.article)));
      else {
        printError(`${errorLine(outcome.error)}\n`);
        process.exitCode = 1;
      }
    }
  }

  async function* articlesIn(input: Input): AsyncGenerator<ArticleOutcome> {
    for await (const report of reportsOf(input, { source: {}, ...options }))
      yield* articlesOf(report, articles);
  }
}
