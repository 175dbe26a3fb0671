/** A generated record in a folder or on a server; one that is there already and was made alike is used again. */
import { join } from 'node:path';
import pg from 'pg';
import { isServer, openDatabase } from '../../src/record/store/database.js';
import { outletsCounted } from '../../src/record/store/outlets.js';
import { type Column, type Copier, copierOfPglite, copierOfServer, lineOf } from './copy.js';
import { generate, type Size } from './generate.js';

/** Changes with what the generator makes: an older record is not measured. */
const GENERATOR = 2;

/** Straight into the database, past the pool. */
interface Direct {
  query(text: string): Promise<{ rows: unknown[] }>;
  readonly copy: Copier;
  close(): Promise<void>;
}

/** @returns seconds that loading took; 0 where the record was there. */
export async function load(where: string, size: Size, log: (line: string) => void): Promise<number> {
  const made = JSON.stringify({ generator: GENERATOR, ...size });
  const state = await prepare(where, made);
  if (state === 'there') return 0;
  const started = performance.now();
  const direct = await openDirect(where);
  try {
    await fill(direct, size, log);
    await direct.query(`insert into meta values ('generated', '${made}')`);
  } finally {
    await direct.close();
  }
  return (performance.now() - started) / 1000;
}

/** Makes the tables. @throws Error where something else is in them. */
async function prepare(where: string, made: string): Promise<'empty' | 'there'> {
  const database = await openDatabase(where, { create: true });
  try {
    const { rows } = await database.query(`select value from meta where name = 'generated'`);
    const [before] = rows as { value: string }[];
    if (before?.value === made) return 'there';
    const articles = await database.query('select 1 from article limit 1');
    if (before !== undefined || articles.rows.length > 0)
      throw new Error(`${where} holds other reports: name an empty record.`);
    return 'empty';
  } finally {
    await database.close();
  }
}

async function openDirect(where: string): Promise<Direct> {
  if (isServer(where)) {
    const client = new pg.Client({ connectionString: where });
    await client.connect();
    return { query: (text) => client.query(text), copy: copierOfServer(client), close: () => client.end() };
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create({ dataDir: join(where, 'pg'), relaxedDurability: true });
  return { query: (text) => pglite.query(text), copy: copierOfPglite(pglite), close: () => pglite.close() };
}

/** Indexes are made after the rows: far less work than keeping them while rows come. */
async function fill(direct: Direct, size: Size, log: (line: string) => void): Promise<void> {
  // References hold by the way rows are made: checking each of millions would take longer than loading.
  await direct.query('set session_replication_role = replica');
  const indexes = await dropIndexes(direct);
  const columns = new Map<string, Column[]>();
  let done = 0;
  let next = 0;
  for (const tables of batched(generate(size))) {
    await direct.query('begin');
    for (const [table, rows] of tables) {
      const known = columns.get(table) ?? (await columnsOf(direct, table, rows[0] as object));
      columns.set(table, known);
      const names = known.map(({ name }) => `"${name}"`).join(', ');
      const text = rows.map((row) => lineOf(row as Record<string, unknown>, known)).join('\n');
      await direct.copy(`copy "${table}" (${names})`, `${text}\n`);
    }
    await direct.query('commit');
    done += tables.get('happening')?.length ?? 0;
    if (done < next) continue;
    log(`${done} happenings`);
    next += Math.max(1, size.happenings / 20);
  }
  await direct.query(`set maintenance_work_mem = '256MB'`);
  for (const statement of indexes) {
    log(statement);
    await direct.query(statement);
  }
  // Triggers slept.
  await direct.query(
    `insert into outlet (id, outlet, articles, lineages, first_day, last_day) ${outletsCounted}`,
  );
  log('analyze');
  await direct.query('vacuum analyze');
}

const BATCH = 8000;

/** Parts together, in the order of the tables' references. */
function* batched(parts: ReturnType<typeof generate>): Generator<Map<string, object[]>> {
  let batch = new Map<string, object[]>(ORDER.map((table) => [table, []]));
  const whole = () => new Map([...batch].filter(([, rows]) => rows.length > 0));
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) for (const row of rows) batch.get(table)?.push(row);
    if ((batch.get('happening')?.length ?? 0) < BATCH) continue;
    yield whole();
    batch = new Map(ORDER.map((table) => [table, []]));
  }
  yield whole();
}

const ORDER = [
  'article',
  'event',
  'statement',
  'wording',
  'naming',
  'mark',
  'edge',
  'happening',
  'contradiction',
  'saying',
  'follow',
  'form',
  'role',
  'actor',
  'visit',
  'failure',
];

async function columnsOf(direct: Direct, table: string, row: object): Promise<Column[]> {
  const { rows } = await direct.query(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = '${table}' order by ordinal_position`,
  );
  return (rows as Column[]).filter(({ name }) => name in row);
}

/** @returns the statements that make them again. */
async function dropIndexes(direct: Direct): Promise<string[]> {
  const { rows } = await direct.query(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = 'public'
      and tablename <> 'meta' and indexname not in (select conname from pg_constraint)`,
  );
  const indexes = rows as { name: string; made: string }[];
  for (const { name } of indexes) await direct.query(`drop index "${name}"`);
  return indexes.map(({ made }) => made);
}
