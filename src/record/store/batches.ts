/** A question's rows in batches, by a cursor of the transaction: no answer is held whole, on either kind of database. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.js';

/** @param name Of the cursor; one at a time may bear it. @param select Without parameters. */
export async function* batchesOf<Row>(
  tx: Tx,
  name: string,
  select: RawBuilder<unknown>,
  size: number,
): AsyncGenerator<Row[], void, undefined> {
  const cursor = sql.id(name);
  await sql`declare ${cursor} no scroll cursor for ${select}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(size)} from ${cursor}`.execute(tx);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close ${cursor}`.execute(tx);
}
