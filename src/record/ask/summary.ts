/** How much the record holds. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../store/database.js';

export interface Counts {
  readonly reports: number;
  readonly outlets: number;
  readonly happenings: number;
  readonly statements: number;
  readonly actors: number;
  readonly disputes: number;
  readonly failures: number;
}

/** Reports and outlets are counted as they come; the others by a walk of an index. */
export async function counts(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    ${reportCount} as reports,
    (select count(*) from outlet where outlet is not null)::integer as outlets,
    ${rowsOf('happening')} as happenings, ${rowsOf('saying')} as statements, ${rowsOf('actor')} as actors,
    ${rowsOf('quarrel')} as disputes, ${rowsOf('failure')} as failures`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('a select without from gives one row.');
  return found;
}

const rowsOf = (table: string): RawBuilder<number> =>
  sql`(select count(*) from ${sql.table(table)})::integer`;

const reportCount = sql<number>`(select coalesce(sum(articles), 0) from outlet)::integer`;
