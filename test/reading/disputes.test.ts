/**
 * Three reports written for this project on other disputes than the reference report's: a lake in Africa, an islet in the
 * Strait of Singapore, a bay of the Adriatic. What must be read in them stands in gold/reports; here every row must come
 * out, and nothing besides.
 */
import { describe, expect, test } from 'vitest';
import { missesOf } from '../../bench/eval/gold-misses.js';
import { type GoldItem, readGold } from '../../bench/eval/gold-read.js';
import { score } from '../../bench/eval/gold-score.js';
import { packageFile } from '../../src/package-root.js';
import { createReader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';
import { all } from '../support/all.js';

const reader = createReader();
const gold = new Map(readGold(packageFile('gold')).map((item) => [item.id, item]));

const itemOf = (id: string): GoldItem => {
  const item = gold.get(id);
  if (!item) throw new Error(`gold/${id} is not there.`);
  return item;
};

async function readingOf({ id, text, published }: GoldItem): Promise<Reading> {
  const [outcome] = await all(reader.read(text, { from: id, published }));
  if (!outcome?.ok) throw new Error(`no Reading: ${JSON.stringify(outcome)}`);
  return outcome.reading;
}

/** Measures of these layers that are not whole, `names of disputes found 1 of 2`. */
function notWhole(item: GoldItem, reading: Reading, layers: RegExp): string[] {
  const sums = new Map<string, { part: number; whole: number }>();
  for (const { measure, part, whole } of score(item, reading.article.text, reading)) {
    if (!layers.test(measure)) continue;
    const sum = sums.get(measure) ?? { part: 0, whole: 0 };
    sums.set(measure, { part: sum.part + part, whole: sum.whole + whole });
  }
  expect(sums.size).toBeGreaterThan(0);
  return [...sums].flatMap(([measure, { part, whole }]) =>
    part === whole ? [] : [`${measure} ${part} of ${whole}`],
  );
}

describe.each(['reports/lake', 'reports/lighthouse', 'reports/bay'])('%s', async (id) => {
  const item = itemOf(id);
  const reading = await readingOf(item);

  test('the article is what the page says of itself', () => {
    const { headline, dek, byline, agency, dateline } = reading.article;
    expect({ headline, dek, byline, agency }).toEqual({ ...item.article, dateline: undefined });
    expect(dateline?.place).toContain(item.article?.dateline);
  });

  test('the dispute: names, whose they are, parties, since when, effects', () => {
    expect(notWhole(item, reading, /disputes/u)).toEqual([]);
  });

  test('who is who, and nobody else is named', () => {
    expect(notWhole(item, reading, /^who/u)).toEqual([]);
  });

  test('who did what to whom: every row, and nothing besides', () => {
    const [, ...misses] = missesOf(item, reading.article.text, reading).trim().split('\n');
    expect(misses).toEqual([]);
    expect(notWhole(item, reading, /must not be read/u)).toEqual([]);
  });

  test('status, voucher, time, place and counts of each event', () => {
    expect(
      notWhole(item, reading, /^(?:status|background|voucher|time|place|counts) of those found/u),
    ).toEqual([]);
  });

  test('who said what, and nothing besides', () => {
    expect(notWhole(item, reading, /^statements (?:precision|recall)|^speaker|^form/u)).toEqual([]);
    const content = score(item, reading.article.text, reading).find(
      ({ measure }) => measure === 'statements content F1',
    );
    expect((content?.part ?? 0) / (content?.whole ?? 1)).toBeGreaterThan(0.97);
  });

  test('the places', () => {
    expect(notWhole(item, reading, /^places/u)).toEqual([]);
  });

  test('what is odd in it, and nothing besides', () => {
    expect(notWhole(item, reading, /^notes/u)).toEqual([]);
    expect(reading.notes).toHaveLength(item.notes?.length ?? 0);
  });
});
