/**
 * `npm run bench -- language DATA`: our language stage beside spaCy and Stanford CoreNLP in one run. Words a second and
 * peak memory on the same 500 news texts, then names on the same sentences. Peers are installed into `.bench/`; one
 * that cannot be installed or run here says so and is left out.
 */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crossner, evaluateNames } from '../eval/crossner.js';
import type { Row } from '../eval/row.js';
import { tableOf } from '../eval/table.js';
import { coreNlpSpeeds } from './corenlp.js';
import { spacyNames, spacySpeeds } from './spacy.js';
import { type Speed, speedTable, type Times } from './speed.js';
import { newsTexts, wordsIn } from './texts.js';
import { watched } from './watched.js';

const rounds = 3;

export async function language(data: string): Promise<void> {
  const texts = newsTexts(data, 500, 500);
  const words = texts.reduce((sum, text) => sum + wordsIn(text), 0);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${load}`,
  );
  console.log(
    `${texts.length} news texts, ${words} words; median of ${rounds} rounds; of CoreNLP and of spaCy's settings one.\n`,
  );
  const speeds = [
    ...(await orNone('demarche', () => ourSpeeds(texts))),
    ...(await orNone('spaCy', () => spacySpeeds(texts, rounds))),
    ...(await orNone('CoreNLP', () => coreNlpSpeeds(texts))),
  ];
  console.log(`${speedTable(speeds, words)}\n`);
  console.log(tableOf(await nameRows(join(data, crossner.folder))));
}

async function ourSpeeds(texts: readonly string[]): Promise<Speed[]> {
  const measure = join(dirname(fileURLToPath(import.meta.url)), 'measure.js');
  const { out, peakMiB } = await watched(process.execPath, [measure, String(rounds)], {
    input: JSON.stringify(texts),
  });
  return [{ program: 'demarche language/, one reader a core', ...(JSON.parse(out) as Times), peakMiB }];
}

async function nameRows(path: string): Promise<Row[]> {
  if (!existsSync(path)) return [];
  const rows = [
    ...(await orNone('demarche', () => crossner.evaluate(path))).map((row) => named(row, 'demarche')),
    ...(await orNone('spaCy', () => evaluateNames(path, spacyNames))).map((row) => named(row, 'spaCy')),
  ];
  return rows.sort((a, b) => a.measure.localeCompare(b.measure));
}

const named = (row: Row, program: string): Row => ({ ...row, corpus: `${row.corpus}: ${program}` });

async function orNone<T>(program: string, measure: () => Promise<readonly T[]>): Promise<readonly T[]> {
  console.error(`measuring ${program}`);
  try {
    return await measure();
  } catch (error) {
    console.error(`${program} is left out: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
