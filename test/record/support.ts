/** Records to test on: an embedded one, and one on a server where DEMARCHE_TEST_POSTGRES names it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type Database, openDatabase } from '../../src/record/store/database.js';

/** Where an administrator may make databases: `postgres://postgres@localhost:5432/postgres`. */
export const testServer = process.env.DEMARCHE_TEST_POSTGRES;

export interface TestRecord {
  /** Open, migrated and empty before each test. */
  readonly database: Database;
  /** Closes it and leaves nothing behind. */
  drop(): Promise<void>;
}

/** PGlite takes seconds to make a folder: a file of tests makes one and empties it. */
export async function embeddedRecord(): Promise<TestRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-record-'));
  const database = await openDatabase(join(folder, 'record'), { create: true });
  return {
    database,
    async drop() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function serverRecord(admin: string): Promise<TestRecord> {
  const name = `demarche_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const database = await openDatabase(url.href);
  return {
    database,
    async drop() {
      await database.close();
      await asAdmin(admin, `drop database ${name}`);
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** All rows of all tables of ours. */
export async function empty({ db }: Database): Promise<void> {
  const tables = (await db.introspection.getTables()).filter(({ schema }) => schema === 'public');
  await sql`truncate ${sql.join(tables.map(({ name }) => sql.table(name)))} restart identity cascade`.execute(
    db,
  );
}

/** The same tests on every database at hand. */
export function onEachDatabase(name: string, suite: (database: () => Database) => void): void {
  const kinds = [
    { kind: 'embedded', make: embeddedRecord },
    ...(testServer === undefined ? [] : [{ kind: 'server', make: () => serverRecord(testServer ?? '') }]),
  ];
  for (const { kind, make } of kinds) {
    describe(`${name} (${kind})`, () => {
      let record: TestRecord | undefined;
      beforeAll(async () => {
        record = await make();
      }, 60_000);
      beforeEach(async () => {
        if (record !== undefined) await empty(record.database);
      });
      afterAll(async () => {
        await record?.drop();
      }, 30_000);
      suite(() => {
        if (record === undefined) throw new Error('The record is not open yet: use it inside a test.');
        return record.database;
      });
    });
  }
}
