/** The record is a function of the set of reports: in whatever order and batches they come, it says the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMerging } from '../../bench/eval/merging-read.js';
import { packageFile } from '../../src/package-root.js';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { kinds, type Place, readingsOf } from './kinds.js';
import { empty } from './support.js';

/** What the record concluded, without the moments of filing. */
const tables = ['happening', 'contradiction', 'follow', 'saying', 'actor', 'role', 'quarrel'] as const;

async function conclusionsOf({ query }: Record): Promise<{ readonly [table: string]: readonly string[] }> {
  const sets: { [table: string]: readonly string[] } = {};
  for (const table of tables) {
    const { rows } = await query(`select to_jsonb(t)::text as row from ${table} t`);
    sets[table] = (rows as { row: string }[]).map(({ row }) => row).sort();
  }
  const { rows } = await query('select id, happening, corrected from event');
  sets.event = rows.map((row) => JSON.stringify(row)).sort();
  const articles = await query('select id, lineage, superseded from article');
  sets.article = articles.rows.map((row) => JSON.stringify(row)).sort();
  return sets;
}

/** The same for the same seed. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const left = [...items];
  let state = seed;
  const order: Item[] = [];
  while (left.length > 0) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    order.push(...left.splice(state % left.length, 1));
  }
  return order;
}

describe.each(kinds)('$name', (kind) => {
  let readings: Reading[] = [];
  let expected: { readonly [table: string]: readonly string[] } = {};
  let place: Place;
  let record: Record;

  const file = async (order: readonly Reading[], batch: number): Promise<void> => {
    await empty(record);
    for (let at = 0; at < order.length; at += batch) await record.file(batchOf(order.slice(at, at + batch)));
  };

  beforeAll(async () => {
    const { reports } = readMerging(packageFile('gold', 'merging'));
    readings = await readingsOf(
      reports
        .slice(0, 45)
        .map(({ id, outlet, url, published, text }) => ({ id, outlet, url, published, text })),
    );
    place = await kind.place();
    record = await openRecord(place.where, { create: true });
    await file(readings, readings.length);
    expected = await conclusionsOf(record);
  }, 180_000);

  afterAll(async () => {
    await record.close();
    await place.remove();
  }, 60_000);

  test('something was merged', () => {
    expect(expected.happening?.length).toBeGreaterThan(50);
    expect(expected.event?.length).toBeGreaterThan((expected.happening?.length ?? 0) + 30);
  });

  test.each([
    { batch: 1, seed: 7 },
    { batch: 6, seed: 99 },
  ])(
    'in another order, $batch at a time',
    async ({ batch, seed }) => {
      await file(shuffled(readings, seed), batch);
      expect(await conclusionsOf(record)).toEqual(expected);
    },
    120_000,
  );

  test('with reports taken out and read again', async () => {
    await file(readings, 20);
    await record.replace(readings.slice(3, 12));
    await record.replace(shuffled(readings, 3).slice(0, 20));
    expect(await conclusionsOf(record)).toEqual(expected);
  }, 120_000);
});
