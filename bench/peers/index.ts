/**
 * `npm run bench -- peers DATA`: other programs' figures beside ours, on the same corpora and scorers, in one
 * run. Peers are installed into `.bench/`; one that cannot be installed here says so and is left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aquaint, evaluateTimes } from '../eval/aquaint.js';
import { evaluateDates, htmldate } from '../eval/htmldate.js';
import { evaluateDirect, polnear } from '../eval/polnear.js';
import type { Corpus, Row } from '../eval/row.js';
import { tableOf } from '../eval/table.js';
import { readTimeml } from '../eval/timeml.js';
import { evaluateText, zyte } from '../eval/zyte.js';
import { chronoFinder } from './chrono.js';
import { coreNlp, mavenPeers, npmPeers, pythonPeers } from './install.js';
import { heideltimeFinder, sutimeFinder } from './java-times.js';
import { compromiseQuotes, pairsOfMarks, readabilityText } from './javascript.js';
import { htmldateFinder, trafilaturaText } from './python.js';

type Measure = (path: string) => readonly Row[] | Promise<readonly Row[]>;

const npm = () => npmPeers(['chrono-node@2', 'compromise@14']);
const python = () => pythonPeers('python', ['trafilatura', 'htmldate', 'lxml_html_clean']);
const heideltime = () =>
  mavenPeers('heideltime', [
    'com.github.heideltime:heideltime:2.2.1',
    'org.apache.uima:uimaj-core:2.10.4',
    'edu.stanford.nlp:stanford-corenlp:3.3.1',
    'edu.stanford.nlp:stanford-corenlp:3.3.1:models',
  ]);

const reportsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.tml'))
    .map((name) => readTimeml(readFileSync(join(path, name), 'utf8')));

const suites: readonly { readonly corpus: Corpus; readonly peers: Readonly<Record<string, Measure>> }[] = [
  {
    corpus: zyte,
    peers: {
      'Readability alone': (path) => evaluateText(path, readabilityText),
      trafilatura: (path) => evaluateText(path, trafilaturaText(python())),
    },
  },
  { corpus: htmldate, peers: { htmldate: (path) => evaluateDates(path, htmldateFinder(python())) } },
  {
    corpus: aquaint,
    peers: {
      'chrono-node': async (path) => evaluateTimes(path, await chronoFinder(npm())),
      SUTime: (path) => evaluateTimes(path, sutimeFinder(coreNlp(), reportsIn(path))),
      HeidelTime: (path) => evaluateTimes(path, heideltimeFinder(heideltime())),
    },
  },
  {
    corpus: polnear,
    peers: {
      'pairs of marks': (path) => evaluateDirect(path, pairsOfMarks),
      compromise: async (path) => evaluateDirect(path, await compromiseQuotes(npm())),
    },
  },
];

export async function peers(data: string): Promise<void> {
  for (const { corpus, peers: others } of suites) {
    const path = join(data, corpus.folder);
    if (!existsSync(path)) continue;
    const rows = (await corpus.evaluate(path)).map((row) => named(row, 'demarche'));
    for (const [name, measure] of Object.entries(others)) rows.push(...(await measured(name, measure, path)));
    console.log(tableOf(rows.sort((a, b) => a.measure.localeCompare(b.measure))));
  }
}

async function measured(name: string, measure: Measure, path: string): Promise<Row[]> {
  console.error(`measuring ${name}`);
  try {
    return (await measure(path)).map((row) => named(row, name));
  } catch (error) {
    console.error(`${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** Floors and aims are ours alone. */
const named = ({ corpus, measure, value, n }: Row, program: string): Row => ({
  corpus: `${corpus}: ${program}`,
  measure,
  value,
  n,
});
