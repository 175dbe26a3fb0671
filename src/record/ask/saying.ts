/** One saying with all its wordings and carriers. */
import type { Db } from '../store/database.js';
import { type Saying, sayingColumns, withWordings } from './statements.js';
import { unknownId, wholeId } from './whole-id.js';

/**
 * @param id Whole or the beginning of one; the id of any report's statement leads to its saying.
 * @throws AskError `ask/unknown-id`, `ask/ambiguous`
 */
export async function saying(db: Db, id: string): Promise<Saying> {
  const whole = (await wholeId(db, 'saying', id)) ?? (await ofStatement(db, id));
  if (whole === undefined) throw unknownId('saying', id);
  const rows = await db.selectFrom('saying as h').select(sayingColumns).where('h.id', '=', whole).execute();
  const [found] = await withWordings(db, rows);
  if (found === undefined) throw unknownId('saying', id);
  return found;
}

async function ofStatement(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('statement').select('saying').where('id', '=', id).executeTakeFirst();
  return row?.saying ?? undefined;
}
