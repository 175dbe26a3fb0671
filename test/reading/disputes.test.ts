/**
 * Three reports written for this project on other disputes than the reference report's: a lake in Africa, an islet in the
 * Strait of Singapore, a bay of the Adriatic. What must be read in them stands in gold/reports.
 */
import { describe, expect, test } from 'vitest';
import { type GoldItem, readGold } from '../../bench/eval/gold-read.js';
import { score, wrongEvents } from '../../bench/eval/gold-score.js';
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

/** Rows of the gold report that come out. */
const read: Readonly<Record<string, readonly string[]>> = {
  'reports/lake': [
    'met Tanzanian President',
    'agreed to accept mediators',
    'is due to visit Dar es Salaam',
    'will meet Kisanga',
    'detained 14 Malawian fishermen',
    'condemned Tanzania',
    'protested to Malawi',
  ],
  'reports/lighthouse': [
    'lodged a protest',
    'will visit Kuala Lumpur',
    'arrested three fishermen',
    'offered to mediate',
    'thanked Indonesia',
  ],
  'reports/bay': [
    'met Croatian President',
    'agreed to set up a group of experts',
    'seized a Slovenian trawler',
    'telephoned Vidmar',
    'urged Croatia to hold talks',
    'marched through Piran',
    'signed an agreement on arbitration',
  ],
};

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

  test('what is odd in it, as far as it rests on events that are read', () => {
    const found = notWhole(item, reading, /^notes/u);
    expect(found).toEqual(id === 'reports/bay' ? ['notes found 1 of 2'] : []);
    expect(reading.notes).toHaveLength((item.notes?.length ?? 0) - found.length);
  });

  test('events that are read whole', () => {
    const { missing } = wrongEvents(item, reading.article.text, reading);
    const words = missing.map((event) => event.words);
    expect(read[id]?.filter((one) => words.includes(one))).toEqual([]);
  });
});
