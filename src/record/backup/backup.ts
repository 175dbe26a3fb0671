/** Writes all of a record into one file that any kind of database can be made from again. */
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { packageFile } from '../../package-root.js';
import { batchesOf } from '../store/batches.js';
import type { Database, Tx } from '../store/database.js';
import { asRecordError } from '../store/error.js';
import { schemaVersion } from '../store/migrate.js';
import { type TableShape, tablesOf } from './catalogue.js';
import { BackupError } from './error.js';
import { type Header, headerOf } from './format.js';

/** Rows done of all. */
export type OnProgress = (done: number, total: number) => void;

export interface BackedUp {
  readonly reports: number;
  readonly rows: number;
}

/**
 * One moment of the record; others may go on writing. The file is there when it is whole: it is written beside and moved.
 * Jobs that wait in a server's queue are no part of it.
 * @throws BackupError `backup/unwritable`; RecordError `record/unreachable`
 */
export async function writeBackup(
  { db, where }: Pick<Database, 'db' | 'where'>,
  file: string,
  onProgress: OnProgress = () => {},
): Promise<BackedUp> {
  const beside = `${file}.part`;
  try {
    const header = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const described = await describe(tx);
        const lines = Readable.from(linesOf(tx, described, onProgress));
        await pipeline(lines, createGzip(), createWriteStream(beside, { flush: true }));
        return described;
      });
    await rename(beside, file);
    return { reports: header.tables.find(({ name }) => name === 'article')?.rows ?? 0, rows: sum(header) };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw unwritable(error, file) ?? asRecordError(error, where);
  }
}

/** A failure of the file, not of the database. */
function unwritable(error: unknown, file: string): BackupError | undefined {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined || !['open', 'write', 'fsync', 'rename', 'close'].includes(syscall))
    return undefined;
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : message;
  return new BackupError('backup/unwritable', `${file} could not be written: ${why}`, { cause: error });
}

async function describe(tx: Tx): Promise<Header> {
  // Values are written as text: the same text whatever the server is set to.
  await sql`select set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true),
    set_config('extra_float_digits', '1', true)`.execute(tx);
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
  const tables: Header['tables'] = [];
  for (const shape of await tablesOf(tx)) {
    const { rows } = await sql<{
      rows: string;
    }>`select count(*)::text as rows from ${sql.table(shape.name)}`.execute(tx);
    tables.push({
      ...shape,
      columns: shape.columns.map(([name, type]): [string, string] => [name, type]),
      rows: Number(rows[0]?.rows),
    });
  }
  return headerOf({
    program: `demarche ${version}`,
    schema: schemaVersion,
    at: new Date().toISOString(),
    tables,
  });
}

async function* linesOf(tx: Tx, header: Header, onProgress: OnProgress): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const total = sum(header);
  let done = 0;
  const told = (lines: string): string => {
    digest.update(lines);
    return lines;
  };
  yield told(`${JSON.stringify(header)}\n`);
  for (const table of header.tables) {
    for await (const batch of rowsOf(tx, table)) {
      yield told(batch.map(({ line }) => `${line}\n`).join(''));
      done += batch.length;
      onProgress(done, total);
    }
  }
  yield `${JSON.stringify({ end: true, rows: done, sha256: digest.digest('hex') })}\n`;
}

/** Rows at a time; a report comes with its Reading, some hundred kilobytes. */
const size = (table: string): number => (table === 'article' ? 50 : 2000);

function rowsOf(tx: Tx, { name, columns }: TableShape): AsyncGenerator<{ line: string }[]> {
  const values = sql.join(columns.map(([column]) => sql`${sql.ref(column)}::text`));
  const select = sql`select array_to_json(array[${values}])::text as line from ${sql.table(name)}`;
  return batchesOf<{ line: string }>(tx, 'backup', select, size(name));
}

const sum = ({ tables }: Header): number => tables.reduce((all, { rows }) => all + rows, 0);
