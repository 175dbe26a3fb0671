/** What was filed since a moment: for whoever waits for it. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { given } from './happening.js';

export interface FiledReport {
  readonly id: string;
  readonly headline: string;
  readonly outlet?: string;
}

export interface FiledSince {
  /** The newest first, up to as many as asked for. */
  readonly filed: readonly FiledReport[];
  /** How many the record holds in all. */
  readonly reports: number;
}

/** @param since ISO 8601 */
export async function filedSince(db: Db, since: string, most: number): Promise<FiledSince> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'headline', 'outlet'])
    .where('filed', '>=', since)
    .orderBy('filed', 'desc')
    .orderBy(sql`id collate "C"`)
    .limit(most)
    .execute();
  const total = await sql<{ reports: number }>`
    select coalesce(sum(articles), 0)::integer as reports from outlet`.execute(db);
  return {
    filed: rows.map(({ id, headline, outlet }) => ({ id, headline, ...given('outlet', outlet) })),
    reports: total.rows[0]?.reports ?? 0,
  };
}
