/** Writes reports' rows as merging hands them over; the names in them are written by the merging of actors. */
import { type Insertable, sql } from 'kysely';
import type { Tx } from '../store/database.js';
import type { Tables } from '../store/tables.js';
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

type Table = 'article' | 'event' | 'statement' | 'dispute' | 'happening' | 'contradiction' | 'follow';

/** However many they are. A row that stands there already is an error, or left as it is where `known` says so. */
export async function insertInto<Name extends Table>(
  tx: Tx,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  { known }: { readonly known?: 'stays' } = {},
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(VALUES / Object.keys(first).length);
  for (let at = 0; at < rows.length; at += size) {
    const insert = tx.insertInto<Table>(table).values(rows.slice(at, at + size) as never);
    await (known === 'stays' ? insert.onConflict((oc) => oc.doNothing()) : insert).execute();
  }
}
