/** Writes a report's rows; the names in it are written by the merging of actors. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';
import type { Rows } from './rows.js';

/** @returns those that the record does not hold yet, each text once. */
export async function unknownOf(tx: Tx, batch: readonly Rows[]): Promise<Rows[]> {
  const byId = new Map(batch.map((rows) => [rows.article.id, rows]));
  const known = await tx
    .selectFrom('article')
    .select('id')
    .where(sql<boolean>`id = any(${[...byId.keys()]}::text[])`)
    .execute();
  for (const { id } of known) byId.delete(id);
  return [...byId.values()];
}

/** PostgreSQL takes at most this many values in one statement. */
const VALUES = 30_000;

export async function insertRows(tx: Tx, batch: readonly Rows[]): Promise<void> {
  await insertInto(
    tx,
    'article',
    batch.map(({ article }) => article),
  );
  await insertInto(
    tx,
    'event',
    batch.flatMap(({ events }) => events),
  );
  await insertInto(
    tx,
    'statement',
    batch.flatMap(({ statements }) => statements),
  );
  await insertInto(
    tx,
    'dispute',
    batch.flatMap(({ disputes }) => disputes),
  );
}

async function insertInto(
  tx: Tx,
  table: 'article' | 'event' | 'statement' | 'dispute',
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(VALUES / Object.keys(first).length);
  for (let at = 0; at < rows.length; at += size) {
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + size) as never)
      .execute();
  }
}
