/** The embedded database in a thread of its own, as the built program has it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import type { Database } from '../../src/record/store/database.js';

type Module = typeof import('../../src/record/store/database.js');
const { openDatabase } = (await import(
  packageFile('dist', 'src', 'record', 'store', 'database.js')
)) as Module;

const folder = mkdtempSync(join(tmpdir(), 'demarche-apart-'));
let database: Database;
const open = () => openDatabase(join(folder, 'record'), { create: true, apart: true });

beforeAll(async () => {
  database = await open();
}, 120_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an embedded database in a thread of its own', () => {
  it('answers while its thread is at work elsewhere', async () => {
    const long = database.query('select count(*)::int as count from generate_series(1, 3000000)');
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    expect((await long).rows).toEqual([{ count: 3_000_000 }]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  it('gives days as text and moments as ISO 8601, and keeps the code of an error', async () => {
    const { rows } = await database.query(
      `select date '2021-03-04' as day, timestamptz '2021-03-04 05:06:07+00' as moment, $1::text[] as names`,
      [['a', 'b']],
    );
    expect(rows).toEqual([{ day: '2021-03-04', moment: '2021-03-04T05:06:07.000Z', names: ['a', 'b'] }]);
    await expect(database.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
  });

  it('takes back what a transaction did that fails, and lets the next one in', async () => {
    const failing = database.db.transaction().execute(async (tx) => {
      await tx.insertInto('meta').values({ name: 'apart', value: 'x' }).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const rows = await database.db.selectFrom('meta').select('value').where('name', '=', 'apart').execute();
    expect(rows).toEqual([]);
  });

  it('holds what it held when it is opened again', async () => {
    await database.db.insertInto('meta').values({ name: 'kept', value: 'y' }).execute();
    await database.close();
    await expect(database.query('select 1')).rejects.toMatchObject({ code: 'record/unreachable' });
    database = await open();
    const rows = await database.db.selectFrom('meta').select('value').where('name', '=', 'kept').execute();
    expect(rows).toEqual([{ value: 'y' }]);
  }, 60_000);
});
