/** Generated records: the same on every run, whole by the record's own rules, and answered by every question. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineOf } from '../../bench/record/copy.js';
import { generate, type Rows } from '../../bench/record/generate.js';
import { load } from '../../bench/record/load.js';
import { questionsOf } from '../../bench/record/questions.js';
import { randomOf, skewed } from '../../bench/record/random.js';
import { recipe } from '../../bench/record/spark.js';
import { checkRecord } from '../../src/record/check/check.js';
import { type Record as OpenRecord, openRecord } from '../../src/record/record.js';

const rowsOf = (parts: Iterable<Rows>, table: keyof Rows): Record<string, unknown>[] =>
  [...parts].flatMap((part) => (part[table] ?? []) as Record<string, unknown>[]);

describe('generating', () => {
  test('one seed and size give the same rows, another seed others', () => {
    const events = (seed: number) => rowsOf(generate({ happenings: 30, seed }), 'event');
    expect(events(1)).toEqual(events(1));
    expect(events(2)).not.toEqual(events(1));
  });

  test('a sentence, and the word for the act in it, stand where the row says', () => {
    const parts = [...generate({ happenings: 200 })];
    const texts = new Map(rowsOf(parts, 'article').map(({ id, text }) => [id, text as string]));
    const events = rowsOf(parts, 'event');
    expect(events.length).toBeGreaterThan(250);
    for (const { article, sentence, cite_start, cite_end, trigger_start, trigger_end } of events) {
      const text = texts.get(article) ?? '';
      expect(text.slice(cite_start as number, cite_end as number)).toBe(sentence);
      expect(text.slice(trigger_start as number, trigger_end as number)).toMatch(/^\p{L}[\p{L} ]+$/u);
    }
  });

  test('few are in the news most days, most seldom; happenings are reported one to four times', () => {
    const happenings = rowsOf(generate({ happenings: 1000 }), 'happening');
    const counts = new Map<string, number>();
    for (const country of happenings.flatMap(({ countries }) => countries as string[]))
      counts.set(country, (counts.get(country) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(20 * (sorted[Math.floor(sorted.length / 2)] ?? 0));
    expect(new Set(happenings.map(({ reports }) => reports))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('what is drawn with a skew comes about as often as its place says', () => {
    const draw = skewed(['often', 'half as often', 'seldom']);
    const random = randomOf(3);
    const drawn = Array.from({ length: 11_000 }, () => draw(random));
    expect(drawn.filter((each) => each === 'often').length / 6000).toBeCloseTo(1, 1);
    expect(drawn.filter((each) => each === 'seldom').length / 2000).toBeCloseTo(1, 1);
  });
});

test('a row is a line of COPY with nothing lost', () => {
  const columns = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    name,
    type: name === 'e' ? 'jsonb' : name === 'c' ? 'ARRAY' : 'text',
  }));
  const row = { a: 'tab\tand \\ and\nline', b: null, c: ['"x"', 'y\\'], d: 0, e: { words: ['a\tb'] } };
  expect(lineOf(row, columns).split('\t')).toEqual([
    'tab\\tand \\\\ and\\nline',
    '\\N',
    '{"\\\\"x\\\\"","y\\\\\\\\"}',
    '0',
    '{"words":["a\\\\tb"]}',
  ]);
});

describe('a generated record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-generated-'));
  const where = join(folder, 'record');
  let record: OpenRecord;
  beforeAll(async () => {
    expect(await load(where, { happenings: 300, marks: true }, () => {})).toBeGreaterThan(0);
    record = await openRecord(where);
  }, 120_000);
  afterAll(async () => {
    await record?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps the rules that every record keeps, but for whole Readings, which would fill the disk', async () => {
    const findings = await checkRecord(record);
    const broken = findings.filter(({ ok }) => !ok).map(({ check }) => check);
    expect(findings.length).toBeGreaterThan(10);
    expect(broken).toEqual(['article/id', 'article/reading']);
  }, 120_000);

  test('has all indexes of the schema again', async () => {
    const { rows } = await record.query(
      `select count(*)::integer as count from pg_indexes where schemaname = 'public'`,
    );
    const fresh = await openRecord('memory://', { create: true });
    const { rows: wanted } = await fresh.query(
      `select count(*)::integer as count from pg_indexes where schemaname = 'public'`,
    );
    await fresh.close();
    expect(rows).toEqual(wanted);
  }, 60_000);

  test('answers every question', async () => {
    const questions = await questionsOf(record.db);
    let answered = 0;
    for (const { ask } of questions) if ((await ask(randomOf(5))) > 0) answered++;
    expect(questions.length).toBeGreaterThan(70);
    expect(answered).toBeGreaterThan(questions.length / 2);
  }, 120_000);

  test('that is there is used again; another is not overwritten', async () => {
    await record.close();
    expect(await load(where, { happenings: 300, marks: true }, () => {})).toBe(0);
    await expect(load(where, { happenings: 301 }, () => {})).rejects.toThrow('holds other reports');
    record = await openRecord(where);
  }, 60_000);
});

test('the recipe of docs/scale.md is there to run', () => {
  expect(recipe()).toContain('lines.pipe(command');
});
