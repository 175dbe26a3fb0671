/** Databases to test a record on: the embedded one, and a server where DEMARCHE_TEST_POSTGRES names one (as admin). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/record/store/database.js';

export interface TestDatabase extends Database {
  /** Empties every table. */
  clear(): Promise<void>;
}

const server = process.env.DEMARCHE_TEST_POSTGRES;

/** `embedded`, and `server` where there is one. */
export const kinds: readonly Database['kind'][] =
  server === undefined || server === '' ? ['embedded'] : ['embedded', 'server'];

/** A fresh record, gone when it is closed. */
export async function openTestDatabase(kind: Database['kind']): Promise<TestDatabase> {
  const { where, remove } = kind === 'server' ? await makeOnServer(server ?? '') : makeFolder();
  const database = await openDatabase(where, { create: true });
  return {
    ...database,
    async clear() {
      const { rows } = await database.query(
        `select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
      );
      // Of a few rows this is much faster than truncate.
      const names = (rows as { tablename: string }[]).map(({ tablename }) => tablename);
      for (const name of names) await database.query(`delete from "${name}"`);
    },
    async close() {
      await database.close();
      await remove();
    },
  };
}

function makeFolder(): { where: string; remove(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'));
  return {
    where: join(folder, 'record'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makeOnServer(admin: string): Promise<{ where: string; remove(): Promise<void> }> {
  const name = `demarche_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const ask = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: admin });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await ask(`create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { where: url.href, remove: () => ask(`drop database ${name} with (force)`) };
}
