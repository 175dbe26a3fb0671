/** docs/record.md describes every table and column of a record, and every check of the doctor, and nothing else. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import { checkRecord } from '../../src/record/check/check.js';
import { loadMerging } from '../../src/record/merge/merging.js';
import { openRecord, type Record } from '../../src/record/record.js';

const page = readFileSync(packageFile('docs', 'record.md'), 'utf8');

/** Names in code marks in the first cell of each row of a table. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]*) \|/gmu)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
  );

/** What the section under each heading of a table describes. */
function described(): string[] {
  const sections = page.split(/^#{2,4} /mu).flatMap((section) => {
    const table = /^`(\w+)`\n/u.exec(section)?.[1];
    return table === undefined ? [] : [{ table, columns: namesIn(section) }];
  });
  return sections.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)).sort();
}

let record: Record;
beforeAll(async () => {
  record = await openRecord('memory://', { create: true });
}, 60_000);
afterAll(() => record.close());

test('every column of every table, each once', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'`.execute(record.db);
  expect(rows.length).toBeGreaterThan(150);
  expect(described()).toEqual(rows.map(({ name }) => name).sort());
});

test('every check of the doctor, each once', async () => {
  const checks = (await checkRecord(record)).map(({ check }) => check);
  const [, section = ''] = /^\| checks \|.*\n([\s\S]*?)\n\n/mu.exec(page) ?? [];
  expect(namesIn(section).sort()).toEqual(checks.sort());
});

test('the weights of the example, and their sum', () => {
  const [, example = '', sum = ''] = /by today's weights: ([\s\S]*?) Together ([\d.]+)/u.exec(page) ?? [];
  const weights: { readonly [name: string]: number } = loadMerging().weights;
  let total = 0;
  for (const [, name = '', sign, value, times = 1, of = 1] of example.matchAll(
    /`([\w-]+)` (−?)([\d.]+)(?: × (\d+)(?:\/(\d+))?)?/gu,
  )) {
    const weight = Number(value) * (sign ? -1 : 1);
    expect([name, weight]).toEqual([name, weights[name]]);
    total += (weight * Number(times)) / Number(of);
  }
  expect(total.toFixed(1)).toBe(sum);
});
