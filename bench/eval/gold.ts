/** The gold set as figures: what `demarche eval` without a folder measures, and the figures accepted last. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.js';
import { createReader } from '../../src/reading/index.js';
import { loadLayers } from '../../src/reading/layers.js';
import { missesOf } from './gold-misses.js';
import { type GoldItem, readGold } from './gold-read.js';
import { type Layers, type Mark, score } from './gold-score.js';
import type { Row } from './row.js';

/** A figure may fall by this much below the one accepted. */
export const SLACK = 0.01;

export interface GoldFigures {
  readonly rows: readonly Row[];
  /** For each item whose events are not all right, what is missing and what is too much. */
  readonly misses: readonly string[];
}

/** Figures of the sentences and of the reports. */
export async function evaluateGold(folder: string): Promise<GoldFigures> {
  const marks = new Map<string, Mark[]>([
    ['gold/sentences', []],
    ['gold/reports', []],
  ]);
  const misses: string[] = [];
  const read = makeRead();
  for (const item of readGold(folder)) {
    const [text, layers] = await read(item);
    marks.get(item.kind === 'report' ? 'gold/reports' : 'gold/sentences')?.push(...score(item, text, layers));
    misses.push(missesOf(item, text, layers));
  }
  const rows = [...marks].flatMap(([corpus, all]) => rowsOf(corpus, all));
  return { rows, misses: misses.filter((lines) => lines !== '') };
}

/** Sentences are read as such, without guessing their language; reports as a user's are. */
function makeRead(): (item: GoldItem) => Promise<readonly [text: string, Layers]> {
  const readSentence = loadLayers();
  const reader = createReader();
  return async (item) => {
    if (item.kind !== 'report') return [item.text, await readSentence(articleOf(item, item.kind))];
    for await (const outcome of reader.read(item.text, { from: item.id, published: item.published })) {
      if (!outcome.ok) throw new Error(`${item.id}: ${outcome.error.message}`);
      return [outcome.reading.article.text, outcome.reading];
    }
    throw new Error(`${item.id}: there is no report in it.`);
  };
}

/** A sentence as an article, without guessing its language. */
export const articleOf = ({ id, text, published }: GoldItem, kind: 'headline' | 'body'): Article => ({
  id,
  from: id,
  headline: kind === 'headline' ? text : '',
  language: 'en',
  published: { value: published, text: published },
  text,
  paragraphs: [{ kind, span: { start: 0, end: text.length } }],
});

/** A measure that nothing was measured on is left out. */
export function rowsOf(corpus: string, marks: readonly Mark[]): Row[] {
  const sums = new Map<string, { part: number; whole: number; n: number }>();
  for (const { measure, part, whole, n } of marks) {
    const sum = sums.get(measure) ?? { part: 0, whole: 0, n: 0 };
    sums.set(measure, { part: sum.part + part, whole: sum.whole + whole, n: sum.n + n });
  }
  return [...sums].flatMap(([measure, { part, whole, n }]) =>
    whole === 0 ? [] : [{ corpus, measure, value: part / whole, n }],
  );
}

// --- the figures accepted last: corpus, measure and value, parted by tabs

const figuresFile = (folder: string): string => join(folder, 'figures.tsv');
const keyOf = ({ corpus, measure }: Pick<Row, 'corpus' | 'measure'>): string => `${corpus}\t${measure}`;

/** The rows with one point below their accepted figures as floors. */
export function withFloors(folder: string, rows: readonly Row[]): Row[] {
  const accepted = readFigures(folder);
  return rows.map((row) => {
    const value = accepted.get(keyOf(row));
    return value === undefined ? row : { ...row, floor: Math.max(0, value - SLACK) };
  });
}

function readFigures(folder: string): Map<string, number> {
  if (!existsSync(figuresFile(folder))) return new Map();
  const [, ...lines] = readFileSync(figuresFile(folder), 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [corpus = '', measure = '', value = ''] = line.split('\t');
      return [keyOf({ corpus, measure }), Number(value)];
    }),
  );
}

export function acceptFigures(folder: string, rows: readonly Row[]): void {
  const lines = rows.map((row) => `${keyOf(row)}\t${row.value.toFixed(4)}`);
  writeFileSync(figuresFile(folder), `${['corpus\tmeasure\tvalue', ...lines].join('\n')}\n`);
}
