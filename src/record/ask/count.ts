/** How many rows an answer has, as far as that is worth counting. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { Filter } from './filter.js';
import { wantedOf } from './wanted.js';
import { commonConditions, happeningConditions, throughBranches } from './where.js';

export type Counted = 'happenings' | 'statements' | 'contradictions';

/** Rows that a question with this filter leaves; `most` means so many or more. @throws AskError as the question does. */
export async function countOf(db: Db, counted: Counted, filter: Filter, most: number): Promise<number> {
  const wanted = await wantedOf(db, filter);
  const table =
    counted === 'statements'
      ? sql`saying h`
      : counted === 'happenings'
        ? sql`happening h`
        : sql`happening h join contradiction c on c.happening = h.id`;
  const conditions = counted === 'statements' ? commonConditions(wanted) : happeningConditions(wanted);
  const rows = await throughBranches(wanted, most, async (days, limit) => {
    const found = sql`select 1 from ${table} where ${sql.join([days, ...conditions], sql` and `)} limit ${limit}`;
    return (await found.execute(db)).rows;
  });
  return rows.length;
}
