/**
 * Are words rare? A database that takes them for common looks through all rows in their order until enough have them; its
 * statistics do not hold rare words, so it is asked first.
 */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';

/** So many rows are sorted at once without a wait. */
const FEW = 2000;

export async function areRare(
  db: Db,
  table: 'happening' | 'saying' | 'article',
  words: string | undefined,
): Promise<boolean> {
  if (words === undefined) return false;
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (select 1 from ${sql.table(table)}
      where words @@ websearch_to_tsquery('english', ${words}) limit ${FEW}) as found`.execute(db);
  return (rows[0]?.count ?? FEW) < FEW;
}
