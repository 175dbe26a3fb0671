/** How often the record was written to: what was answered at one revision holds as long as it stands. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.js';

/**
 * One more with every transaction that files, replaces or decides. Its row is held to the transaction's end, and lets in
 * one at a time: merging must see all that was filed before, and two at once would miss each other's reports.
 */
export async function nextRevision(tx: Tx): Promise<void> {
  await sql`insert into meta (name, value) values ('revision', '1')
    on conflict (name) do update set value = (meta.value::bigint + 1)::text`.execute(tx);
}

/** 0: never written to. */
export async function revisionOf(db: Db): Promise<number> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', 'revision').executeTakeFirst();
  return Number(row?.value ?? 0);
}
