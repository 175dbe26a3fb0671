/**
 * Temporal expressions on AQUAINT TimeML, scored as TempEval-3 does (UzZaman et al. 2013, task A):
 *
 * - gold: the TIMEX3 inside TEXT; the DCT is given as the date of publication and is not scored;
 * - the plain characters of TEXT are the body, its paragraphs split at empty lines and at indented lines;
 * - relaxed F1: a found and a gold expression match when they share a character, one to one, from left to right;
 * - strict F1: they have the same start and end;
 * - value F1: they match relaxed and have the same `value`, compared as strings, without any mending.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { trimmed } from '../../src/span.js';
import { loadTime, timeReader } from '../../src/time/index.js';
import type { Corpus, Row } from './row.js';
import { readTimeml, type Timex } from './timeml.js';

/** Finds the expressions of a text that was published on a date (ISO 8601). */
export type TimeFinder = (text: string, published: string) => readonly Timex[] | Promise<readonly Timex[]>;

interface Count {
  gold: number;
  found: number;
  relaxed: number;
  strict: number;
  value: number;
}

const f1 = ({ gold, found }: Count, right: number): number =>
  gold + found === 0 ? 0 : (2 * right) / (gold + found);

/** Scores a finder on every `.tml` file of a folder. */
export async function evaluateTimes(path: string, finder: TimeFinder): Promise<Row[]> {
  const count: Count = { gold: 0, found: 0, relaxed: 0, strict: 0, value: 0 };
  const files = readdirSync(path).filter((name) => name.endsWith('.tml'));
  for (const name of files.sort()) {
    const report = readTimeml(readFileSync(join(path, name), 'utf8'));
    addScore(count, report.times, await finder(report.text, report.published));
  }
  const row = (measure: string, right: number, floor: number, aim: number): Row => ({
    corpus: 'time/aquaint',
    measure,
    value: f1(count, right),
    n: count.gold,
    floor,
    aim,
  });
  return [
    row('relaxed F1', count.relaxed, 0.87, 0.92),
    row('strict F1', count.strict, 0.76, 0.85),
    row('value F1', count.value, 0.7, 0.8),
  ];
}

function addScore(count: Count, gold: readonly Timex[], found: readonly Timex[]): void {
  count.gold += gold.length;
  count.found += found.length;
  for (const [wanted, got] of pairs(gold, found)) {
    count.relaxed++;
    if (wanted.start === got.start && wanted.end === got.end) count.strict++;
    if (wanted.value === got.value) count.value++;
  }
}

/** Pairs that share a character, one to one; both lists by start. */
export function pairs(gold: readonly Timex[], found: readonly Timex[]): (readonly [Timex, Timex])[] {
  const matched: (readonly [Timex, Timex])[] = [];
  let next = 0;
  for (const wanted of gold) {
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= wanted.start) next++;
    const got = found[next];
    if (got && got.start < wanted.end) {
      matched.push([wanted, got]);
      next++;
    }
  }
  return matched;
}

/** The text as an article's body. */
export function reportOf(text: string, published: string): Article {
  const paragraphs: Article['paragraphs'] = [];
  let start = 0;
  for (const part of text.split(/(\n[ \t]*\n\s*|\n[ \t]+)/u)) {
    const span = trimmed(text, { start, end: start + part.length });
    if (span.end > span.start) paragraphs.push({ kind: 'body', span });
    start += part.length;
  }
  return {
    id: `sha256:${'0'.repeat(64)}`,
    from: 'aquaint',
    headline: '',
    language: 'en',
    published: { value: published, text: published },
    text,
    paragraphs,
  };
}

export function ourFinder(): TimeFinder {
  const language = makeDoc(loadLanguage());
  const times = timeReader(loadTime());
  return async (text, published) => {
    const doc = await language(reportOf(text, published));
    return times(doc, {}).layer.map(({ span, value }) => ({ ...span, value }));
  };
}

export const aquaint: Corpus = {
  name: 'time/aquaint',
  folder: 'time/aquaint',
  evaluate: async (path) => evaluateTimes(path, ourFinder()),
};
