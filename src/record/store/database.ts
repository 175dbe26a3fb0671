/** Opens the database of a record: a folder (PGlite) or a PostgreSQL server. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { asRecordError, RecordError } from './error.js';
import { lockFolder } from './lock.js';
import { migrate } from './migrate.js';
import { asIs, asIso, DATE, MOMENTS } from './parsers.js';
import { type Embedded, embedded } from './pglite.js';
import { openApart } from './pglite-apart.js';
import { poolOf } from './pglite-pool.js';
import type { Tables } from './tables.js';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
  readonly db: Db;
  /** For messages: the folder, or the server without its password. */
  readonly where: string;
  readonly kind: 'embedded' | 'server';
  /** SQL as it is, for the job queue and backups. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Make it where there is none; else an absent one is an error. */
  readonly create?: boolean;
  /** Make it of an earlier step of the schema, for a backup of that step to be restored. */
  readonly upTo?: string;
  /** Milliseconds after which a server ends a statement; if not given, never. */
  readonly patience?: number;
  /** An embedded database answers in a thread of its own, so that this one hears others meanwhile. */
  readonly apart?: boolean;
}

export const isServer = (where: string): boolean => /^postgres(?:ql)?:\/\//u.test(where);

/**
 * @param where A folder, or `postgres://user@host/database`.
 * @throws RecordError `record/in-use`, `record/not-found`, `record/unreachable`, `record/newer`.
 */
export async function openDatabase(where: string, options: OpenOptions = {}): Promise<Database> {
  const opened = await openAt(where, options);
  try {
    await migrate(opened.db, opened.where, options.upTo);
  } catch (error) {
    await opened.close();
    throw asRecordError(error, opened.where);
  }
  return opened;
}

/** A record that is gone when the process ends: for measuring. */
export const inMemory = 'memory://';

function openAt(where: string, options: OpenOptions): Promise<Database> {
  if (where === inMemory) return openMemory();
  return isServer(where) ? openServer(where, options) : openFolder(where, options);
}

function overPglite(pglite: Embedded, where: string, closed: () => void): Database {
  return {
    ...over(poolOf(pglite)),
    where,
    kind: 'embedded',
    query: async (text, values = []) => ({ rows: (await pglite.query(text, values)).rows }),
    async close() {
      await pglite.close();
      closed();
    },
  };
}

const openMemory = async (): Promise<Database> => overPglite(await embedded(), 'memory', () => {});

async function openFolder(folder: string, { create = false, apart = false }: OpenOptions): Promise<Database> {
  if (!create && !existsSync(join(folder, 'pg'))) {
    throw new RecordError(
      'record/not-found',
      `there is no record in ${folder}. 'demarche add PATH…' makes one; --record names another.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const dataDir = join(folder, 'pg');
  try {
    if (!existsSync(dataDir)) await initialise(dataDir);
    return overPglite(await (apart ? openApart(dataDir) : embedded(dataDir)), folder, unlock);
  } catch (error) {
    unlock();
    throw damaged(asRecordError(error, folder), folder);
  }
}

/** Made beside and moved when whole: a process killed in the middle leaves no half of a database. */
async function initialise(dataDir: string): Promise<void> {
  const half = `${dataDir}.making`;
  rmSync(half, { recursive: true, force: true });
  await (await embedded(half)).close();
  renameSync(half, dataDir);
}

function damaged(error: unknown, folder: string): unknown {
  if (error instanceof RecordError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new RecordError('record/damaged', `${folder} could not be opened as a record: ${message}`, {
    cause: error,
  });
}

async function openServer(url: string, { patience = 0 }: OpenOptions): Promise<Database> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: (type: number, format?: 'text' | 'binary') => {
      if (type === DATE) return asIs;
      if (MOMENTS.includes(type)) return asIso;
      return pg.types.getTypeParser(type, format);
    },
  };
  const where = withoutPassword(url);
  // Our questions are short: compiling a query takes longer than answering it. Sets of rows found by words must fit.
  const pool = new pg.Pool({
    connectionString: url,
    types: types as typeof pg.types,
    max: 4,
    options: `-c jit=off -c work_mem=16MB -c statement_timeout=${patience}`,
  });
  // A connection that breaks while idle is replaced; the next query tells if the server is gone.
  pool.on('error', () => {});
  // One that breaks in use fails its query, which tells; without this its event would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    ...over(pool),
    where,
    kind: 'server',
    query: async (text, values) => ({ rows: (await pool.query(text, values)).rows as unknown[] }),
    close: () => pool.end(),
  };
}

const over = (pool: ConstructorParameters<typeof PostgresDialect>[0]['pool']) => ({
  db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
});

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = '';
    return parsed.href;
  } catch {
    throw new RecordError('record/unreachable', `'${url}' is no address of a PostgreSQL server.`);
  }
}
