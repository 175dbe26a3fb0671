/** Makes a record from a backup, wholly or not at all. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, isServer, openDatabase, type Tx } from '../store/database.js';
import { asRecordError, RecordError } from '../store/error.js';
import { isKnownStep, migrate } from '../store/migrate.js';
import type { BackedUp, OnProgress } from './backup.js';
import { type TableShape, tablesOf } from './catalogue.js';
import { BackupError } from './error.js';
import { backupLines, verified } from './file.js';
import { damaged, type Header } from './format.js';

/**
 * The file is read through before anything is touched. Goes into a record that is not there yet, or is empty.
 * @param where As `openDatabase` takes it.
 * @throws BackupError `backup/not-a-backup`, `backup/damaged`, `backup/newer`, `backup/unreadable`;
 *   RecordError `record/refused` where the record holds something, and those of `openDatabase`.
 */
export async function restoreBackup(
  file: string,
  where: string,
  onProgress: OnProgress = () => {},
): Promise<BackedUp> {
  const header = await verified(file);
  if (!isKnownStep(header.schema)) throw newer(file, header);
  checkTypes(file, header);
  const made = isServer(where) ? undefined : [where, join(where, 'pg')].find((path) => !existsSync(path));
  try {
    return await intoRecord(file, header, where, onProgress);
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw unfit(error, file) ?? asRecordError(error, where);
  }
}

/** PostgreSQL's classes of errors for values, keys and names that do not fit. */
function unfit(error: unknown, file: string): BackupError | undefined {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return /^(?:22|23|42)\w{3}$/u.test(code)
    ? damaged(file, `a row does not fit: ${message}`, error)
    : undefined;
}

const newer = (file: string, { program, schema }: Header): BackupError =>
  new BackupError(
    'backup/newer',
    `${file} was written by a newer version of demarche (${program}, schema step ${schema}). Update the program.`,
  );

async function intoRecord(
  file: string,
  header: Header,
  where: string,
  onProgress: OnProgress,
): Promise<BackedUp> {
  // Rows go into tables of the shape that they had; later steps then change them as they would have changed the record.
  const database = await openDatabase(where, { create: true, upTo: header.schema });
  try {
    const rows = await database.db.transaction().execute((tx) => fill(tx, file, header, where, onProgress));
    await migrate(database.db, database.where);
    await analyse(database);
    return { reports: header.tables.find(({ name }) => name === 'article')?.rows ?? 0, rows };
  } finally {
    await database.close();
  }
}

/** The planner knows nothing of tables that were filled at once. */
const analyse = ({ query }: Database): Promise<unknown> => query('analyze');

async function fill(
  tx: Tx,
  file: string,
  header: Header,
  where: string,
  onProgress: OnProgress,
): Promise<number> {
  const shapes = new Map((await tablesOf(tx)).map((shape) => [shape.name, shape]));
  await refuseFull(tx, [...shapes.values()], where);
  const total = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for await (const { table, rows } of batchesIn(file, header)) {
    await insert(tx, table, rows);
    done += rows.length;
    onProgress(done, total);
  }
  if (done !== total) throw damaged(file, 'it was changed while it was read');
  for (const shape of shapes.values()) await countOn(tx, shape);
  return done;
}

/** Nobody else may begin to fill it meanwhile. */
async function refuseFull(tx: Tx, shapes: readonly TableShape[], where: string): Promise<void> {
  for (const { name } of shapes) {
    await sql`lock table ${sql.table(name)} in share row exclusive mode`.execute(tx);
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(tx);
    if (rows.length > 0) {
      throw new RecordError(
        'record/refused',
        `${where} holds a record already. Restore into a new folder or an empty database.`,
      );
    }
  }
}

type Shape = Header['tables'][number];

/** Characters sent at once. */
const SIZE = 1_000_000;
const MOST = 2000;

async function* batchesIn(file: string, { tables }: Header) {
  const lines = backupLines(file);
  await lines.next();
  const decoder = new TextDecoder();
  for (const table of tables) {
    let rows: string[] = [];
    let size = 0;
    for (let left = table.rows; left > 0; left--) {
      const { value, done } = await lines.next();
      if (done) throw damaged(file, 'it was changed while it was read');
      const row = decoder.decode(value);
      rows.push(row);
      size += row.length;
      if (size < SIZE && rows.length < MOST && left > 1) continue;
      yield { table, rows };
      rows = [];
      size = 0;
    }
  }
  await lines.return();
}

async function insert(tx: Tx, { name, columns }: Shape, rows: readonly string[]): Promise<void> {
  const names = sql.join(columns.map(([column]) => sql.ref(column)));
  const values = sql.join(columns.map(([, type], at) => sql`(row ->> ${sql.lit(at)})::${sql.raw(type)}`));
  await sql`insert into ${sql.table(name)} (${names})
    select ${values} from jsonb_array_elements(${`[${rows.join(',')}]`}::jsonb) as row`.execute(tx);
}

/** As PostgreSQL writes a type's name: nothing else of a file may become a part of a statement. */
const TYPE = /^[a-z][a-z0-9 _]*(?:\(\d+(?:,\d+)?\))?[a-z ]*(?:\[\])*$/u;

function checkTypes(file: string, { tables }: Header): void {
  for (const [, type] of tables.flatMap(({ columns }) => columns)) {
    if (!TYPE.test(type)) throw damaged(file, `'${type}' is no type of a column`);
  }
}

/** Numbers that the database gives go on after those that were restored. */
async function countOn(tx: Tx, { name, columns }: TableShape): Promise<void> {
  for (const [column] of columns) {
    await sql`select setval(sequence, coalesce((select max(${sql.ref(column)}::text::bigint) from ${sql.table(name)}), 0) + 1, false)
      from (select pg_get_serial_sequence(${name}, ${column}) as sequence) found where sequence is not null`.execute(
      tx,
    );
  }
}
