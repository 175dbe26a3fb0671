/**
 * The main text of pages, by the official metric of the article-extraction benchmark (its evaluate.py):
 * shingles of four tokens, precision and recall averaged over pages, F1 of the two averages.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadMainText, mainText } from '../../src/article/html/main-text.js';
import { parsePage } from '../../src/article/html/page.js';
import type { Corpus, Row } from './row.js';

type Truth = Readonly<Record<string, { readonly articleBody?: string; readonly url: string }>>;

/** Of one page. A measure is undefined where it has no meaning: no shingle predicted, or none to find. */
export interface PageScore {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
}

const NGRAM = 4;

/** Gives the main text of each page, by its id. */
export type TextExtractor = (pages: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;

export const zyte: Corpus = {
  name: 'article/zyte',
  folder: 'article/zyte',
  evaluate: async (path) => evaluateText(path, ourText),
};

/** Scores an extractor on all pages of the folder. */
export function evaluateText(path: string, extract: TextExtractor): Row[] {
  const truth = JSON.parse(readFileSync(join(path, 'ground-truth.json'), 'utf8')) as Truth;
  const pageOf = (id: string) =>
    gunzipSync(readFileSync(join(path, 'html', `${id}.html.gz`))).toString('utf8');
  const found = extract(new Map(Object.keys(truth).map((id) => [id, pageOf(id)])));
  return rows(
    Object.entries(truth).map(([id, { articleBody = '' }]) => scoreText(articleBody, found.get(id) ?? '')),
  );
}

const ourText: TextExtractor = (pages) => {
  const data = loadMainText();
  const textOf = (html: string) =>
    mainText(parsePage(html), data)
      .blocks.map(({ text }) => text)
      .join('\n\n');
  return new Map([...pages].map(([id, html]) => [id, textOf(html)]));
};

export function scoreText(truth: string, predicted: string): PageScore {
  const expected = shingles(truth);
  const found = shingles(predicted);
  let hits = 0;
  for (const [shingle, count] of found) hits += Math.min(count, expected.get(shingle) ?? 0);
  const total = { expected: sum(expected.values()), found: sum(found.values()) };
  return {
    precision: total.found > 0 ? hits / total.found : undefined,
    recall: total.expected > 0 ? hits / total.expected : undefined,
  };
}

function rows(scores: readonly PageScore[]): Row[] {
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  const row = { corpus: 'article/zyte', n: scores.length };
  return [
    { ...row, measure: 'precision', value: precision },
    { ...row, measure: 'recall', value: recall },
    { ...row, measure: 'F1', value: f1, floor: 0.957, aim: 0.972 },
  ];
}

function shingles(text: string): Map<string, number> {
  // Python's \w: letters, numbers and the underscore, but no combining marks.
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let at = 0; at < Math.max(1, tokens.length - NGRAM + 1); at++) {
    const shingle = tokens.slice(at, at + NGRAM).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

function mean(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? 0 : sum(known) / known.length;
}
