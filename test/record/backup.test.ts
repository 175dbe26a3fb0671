import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchOf } from '../../src/record/add/intake.js';
import { writeBackup } from '../../src/record/backup/backup.js';
import { restoreBackup } from '../../src/record/backup/restore.js';
import { checkRecord } from '../../src/record/check/check.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { demarche } from '../support/command.js';
import { kinds, type Place, readingsOf } from './kinds.js';
import { reports } from './reports.js';

const tables =
  'article event mark edge happening contradiction follow statement wording saying form naming role actor dispute matter quarrel decision ruling given failure visit source input meta'.split(
    ' ',
  );

/** Every table's rows as text, in an order that no collation changes. */
async function rowsOf({ query }: Record): Promise<unknown> {
  const all: [string, string[]][] = [];
  for (const table of tables) {
    const { rows } = await query(`select to_jsonb(t)::text as row from "${table}" t`);
    all.push([table, (rows as { row: string }[]).map(({ row }) => row).sort()]);
  }
  return all;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

describe.each(kinds)('backup, $name', (kind) => {
  let place: Place;
  let record: Record;
  let file: string;
  beforeAll(async () => {
    place = await kind.place();
    record = await openRecord(place.where, { create: true });
    await record.file({
      ...batchOf(await readingsOf(reports)),
      failures: [{ code: 'input/binary', from: 'picture.png', message: 'This is a PNG image.' }],
    });
    await record.query(
      `insert into source (id, kind, state, next) values ('https://feed.example', 'feed', 'null', now())`,
    );
    const { rows } = await record.query('select id from happening order by id limit 1');
    const [{ id }] = rows as [{ id: string }];
    await record.decide({ kind: 'rename', ids: [id], value: 'The “talks”\\n\t{"x"}', author: 'A. Reader' });
    file = at(`${kind.name}.jsonl.gz`);
    await writeBackup(record, file);
  }, 120_000);
  afterAll(async () => {
    await record.close();
    await place.remove();
  });

  test.each(kinds)('the same rows again, $name', { timeout: 120_000 }, async (other) => {
    const target = await other.place();
    try {
      const steps: number[] = [];
      const { reports: restored } = await restoreBackup(file, target.where, (done, total) =>
        steps.push(done / total),
      );
      expect(restored).toBe(reports.length);
      expect(steps.at(-1)).toBe(1);
      const again = await openRecord(target.where);
      expect(await rowsOf(again)).toEqual(await rowsOf(record));
      expect((await checkRecord(again)).filter(({ ok }) => !ok)).toEqual([]);
      // Numbers go on after those that were restored.
      const { rows } = await again.query('select id from event order by id limit 1');
      const [{ id }] = rows as [{ id: string }];
      expect(await again.decide({ kind: 'reject', ids: [id], author: 'A. Reader' })).toBe(2);
      await again.close();
    } finally {
      await target.remove();
    }
  });

  test('goes into no record that holds something, which stays as it is', async () => {
    const before = await rowsOf(record);
    if (kind.name === 'embedded') await record.close();
    await expect(restoreBackup(file, place.where)).rejects.toMatchObject({
      code: 'record/refused',
      message: expect.stringContaining('holds a record already'),
    });
    if (kind.name === 'embedded') record = await openRecord(place.where);
    expect(await rowsOf(record)).toEqual(before);
  });

  test('replaces a file only by a whole one', async () => {
    const kept = at('kept.jsonl.gz');
    writeFileSync(kept, 'before');
    const broken = new Proxy(record.db, {
      get: (db, name) =>
        name === 'transaction'
          ? () => {
              throw new Error('gone');
            }
          : Reflect.get(db, name),
    });
    await expect(writeBackup({ db: broken, where: record.where }, kept)).rejects.toThrow('gone');
    expect(readFileSync(kept, 'utf8')).toBe('before');
    await expect(writeBackup(record, at('nowhere/x.gz'))).rejects.toMatchObject({
      code: 'backup/unwritable',
    });
    await writeBackup(record, kept);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(gunzipSync(readFileSync(kept)).toString()).toMatch(/^\{"demarche":"backup","format":1,/u);
  });
});

describe('a file that is no whole backup', () => {
  let whole: Buffer;
  beforeAll(async () => {
    const record = await openRecord(at('small'), { create: true });
    await record.query(
      `insert into input (id, position, whole) values ('a|1|1', 1, true), ('b|1|1', 2, true)`,
    );
    await writeBackup(record, at('small.gz'));
    await record.close();
    whole = readFileSync(at('small.gz'));
  }, 60_000);

  const lines = (): string[] => gunzipSync(whole).toString().trimEnd().split('\n');
  const packed = (...rows: string[]): Buffer => gzipSync(`${rows.join('\n')}\n`);
  /** With a digest that fits. */
  const sealed = (...rows: string[]): Buffer => {
    const sha256 = createHash('sha256')
      .update(`${rows.join('\n')}\n`)
      .digest('hex');
    return packed(...rows, JSON.stringify({ end: true, rows: rows.length - 1, sha256 }));
  };
  const [header, first, second] = [() => lines()[0] ?? '', () => lines()[1] ?? '', () => lines()[2] ?? ''];

  const cases: readonly [what: string, code: string, make: () => Buffer | string][] = [
    ['a text', 'backup/not-a-backup', () => 'Ministers met in Tallinn.'],
    ['an empty file', 'backup/damaged', () => ''],
    ['another compressed file', 'backup/not-a-backup', () => packed('{"id":1}', '{"id":2}')],
    ['one that is cut', 'backup/damaged', () => whole.subarray(0, whole.length - 20)],
    ['one that is cut early', 'backup/damaged', () => whole.subarray(0, 12)],
    [
      'one with other bytes',
      'backup/damaged',
      () => Buffer.concat([whole.subarray(0, 60), Buffer.alloc(40, 7), whole.subarray(100)]),
    ],
    ['one without its last line', 'backup/damaged', () => packed(...lines().slice(0, -1))],
    ['one with a row less', 'backup/damaged', () => sealed(header(), first())],
    [
      'one with a row changed',
      'backup/damaged',
      () => packed(...lines().map((line) => line.replace('b|1|1', 'c|1|1'))),
    ],
    [
      'one of a newer schema',
      'backup/newer',
      () => sealed(header().replace('001-record', '999-later'), first(), second()),
    ],
    [
      'one of a newer format',
      'backup/newer',
      () => sealed(header().replace('"format":1', '"format":2'), first(), second()),
    ],
    [
      'one with a statement for a type',
      'backup/damaged',
      () => sealed(header().replace('"boolean"', '"boolean); drop table input; --"'), first(), second()),
    ],
    [
      'one with a row that does not fit',
      'backup/damaged',
      () => sealed(header(), first(), '["c", "no number", "true", null]'),
    ],
  ];

  test.each(cases)('%s: %s', { timeout: 60_000 }, async (_, code, make) => {
    const [file, target] = [at('bad.gz'), at('target')];
    writeFileSync(file, make());
    await expect(restoreBackup(file, target)).rejects.toMatchObject({ code });
    expect(existsSync(target)).toBe(false);
  });

  test('the command says so and ends with 1', async () => {
    writeFileSync(at('bad.gz'), 'Ministers met.');
    const { code, err } = await demarche(['restore', at('bad.gz'), '--record', at('target')]);
    expect(err).toBe(
      `demarche: ${at('bad.gz')} is no backup of a record: 'demarche backup FILE' makes one.\n`,
    );
    expect(code).toBe(1);
  });

  test('one that is not there', async () => {
    await expect(restoreBackup(at('none.gz'), at('target'))).rejects.toMatchObject({
      code: 'backup/unreadable',
    });
    expect(existsSync(at('target'))).toBe(false);
  });
});
