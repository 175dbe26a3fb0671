import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createReader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';

/** A place for a record that is there for one test. */
export interface Place {
  readonly where: string;
  remove(): Promise<void>;
}

export interface Kind {
  readonly name: 'embedded' | 'server';
  place(): Promise<Place>;
}

const embedded: Kind = {
  name: 'embedded',
  async place() {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-record-'));
    return {
      where: join(folder, 'record'),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

const admin = process.env.DEMARCHE_TEST_POSTGRES;

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

let made = 0;

const serverAt = (url: string): Kind => ({
  name: 'server',
  async place() {
    const name = `demarche_test_${process.pid}_${Date.now().toString(36)}_${made++}`;
    await asAdmin(url, `create database ${name}`);
    const where = new URL(url);
    where.pathname = `/${name}`;
    return {
      where: where.href,
      remove: () => asAdmin(url, `drop database if exists ${name} with (force)`),
    };
  },
});

/** Where there is one: `DEMARCHE_TEST_POSTGRES` is the address under which databases may be made. */
export const server: readonly Kind[] = admin === undefined ? [] : [serverAt(admin)];

/** Every kind of database that a record may be in; tests of records run on each. */
export const kinds: readonly Kind[] = [embedded, ...server];

const reader = createReader();

/** What these JSON lines say, one Reading each. */
export async function readingsOf(reports: readonly object[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const [at, report] of reports.entries()) {
    const outcome = await reader.readJsonLine(JSON.stringify(report), { from: 'test', line: at + 1 });
    if (!outcome.ok) throw new Error(outcome.error.message);
    readings.push(outcome.reading);
  }
  return readings;
}
