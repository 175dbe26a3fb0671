/** The reports that a dossier stands on, and how much was read beside them. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { ArticleTable } from '../store/tables.js';

export type ArticleRow = Pick<
  ArticleTable,
  'id' | 'outlet' | 'agency' | 'day' | 'url' | 'origin' | 'headline' | 'lineage' | 'correction' | 'superseded'
>;

/** By day of publication; what has none comes last. */
export const articlesOf = (db: Db, ids: readonly string[]): Promise<ArticleRow[]> =>
  db
    .selectFrom('article')
    .select(['id', 'outlet', 'agency', 'day', 'url', 'origin', 'headline', 'lineage'])
    .select(['correction', 'superseded'])
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .orderBy('day', (day) => day.asc().nullsLast())
    .orderBy(sql`id collate "C"`)
    .execute();

/** How many articles of the record were printed in each month, whatever they tell; later versions of a page count once. */
export async function coverage(db: Db, since: string | undefined): Promise<Map<string, number>> {
  const { rows } = await sql<{ month: string; read: number }>`
    select to_char(day, 'YYYY-MM') as month, count(*)::integer as read from article
    where day is not null and superseded is null and day >= ${since ?? '0001-01-01'}::date
    group by 1 order by 1`.execute(db);
  return new Map(rows.map(({ month, read }) => [month, read]));
}

/** What a source is called that names no outlet: its agency, else the name of the file. */
export const outletOf = ({ outlet, agency, origin }: ArticleRow): string =>
  outlet ?? agency ?? origin.split(/[/\\]/u).at(-1) ?? origin;

export const lineageOf = ({ id, lineage }: Pick<ArticleRow, 'id' | 'lineage'>): string => lineage ?? id;
