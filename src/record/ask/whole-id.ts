/** An id as people write it becomes the one that is meant. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { AskError } from './error.js';
import { idPatterns } from './ids.js';

type Table = 'article' | 'saying' | 'actor' | 'quarrel';

const called: Readonly<Record<Table, string>> = {
  article: 'report',
  saying: 'saying',
  actor: 'actor',
  quarrel: 'dispute',
};

/**
 * Itself where it stands so, else the only one that begins so; nothing where none does. The whole id is looked for first:
 * an index has it at once, where the beginning of one may mean a look through the table.
 * @throws AskError `ask/ambiguous`
 */
export async function wholeId(db: Db, table: Table, id: string): Promise<string | undefined> {
  const exact = await sql<{ id: string }>`select id from ${sql.table(table)} where id = ${id}`.execute(db);
  if (exact.rows.length > 0) return id;
  const { begins, ends } = idPatterns(id);
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where id like ${begins} and id like ${ends} order by id collate "C" limit 6`.execute(db);
  if (rows.length <= 1) return rows[0]?.id;
  const some = rows.slice(0, 5).map((row) => row.id);
  const more = rows.length > 5 ? ' and others' : '';
  throw new AskError('ask/ambiguous', `'${id}' begins several ids: ${some.join(', ')}${more}.`, 'id');
}

export const unknownId = (table: Table, id: string): AskError =>
  new AskError('ask/unknown-id', `the record has no ${called[table]} '${id}'.`, 'id');
