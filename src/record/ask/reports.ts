/** `reports`: what was filed, each with how much was read from it and how many copy it. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { type Source, sourceColumns, sourceOf } from './cite.js';
import { type Filter, onlyWith } from './filter.js';
import { given } from './happening.js';
import { limitOf, type OrderKey, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { areRare } from './rarity.js';
import { dayConditions, nameConditions, reportDay } from './report-where.js';
import { wantedOf } from './wanted.js';
import type { Condition } from './where.js';

export interface ReportRow extends Omit<Source, 'article'> {
  readonly id: string;
  /** ISO 8601 as stated, with its precision. */
  readonly published?: string;
  /** Path, URL or id it was given under. */
  readonly origin: string;
  /** How many other reports are of its lineage. */
  readonly copies: number;
  /** It says of itself that it corrects an earlier report. */
  readonly correction: boolean;
  /** The later version of the same page. */
  readonly superseded?: string;
  readonly events: number;
  readonly statements: number;
}

export interface ReportsOptions extends PageOptions {
  /** Exactly so. */
  readonly outlet?: string;
  readonly lineage?: string;
}

/** Days are of publication; actor and country are whom a report names. */
export const reportFields = [
  'actor',
  'country',
  'since',
  'until',
  'words',
  'sort',
] as const satisfies readonly (keyof Filter)[];

const keys: readonly OrderKey[] = [
  { by: reportDay, as: 'date' },
  { by: sql`a.id collate "C"`, as: 'text' },
];

/** @throws AskError where the filter names what is not known. */
export async function reports(
  db: Db,
  filter: Filter = {},
  options: ReportsOptions = {},
): Promise<Page<ReportRow>> {
  onlyWith('reports', filter, reportFields);
  const wanted = await wantedOf(db, filter);
  const limit = limitOf(options);
  const { order, beyond } = ordered(keys, wanted.sort === 'oldest' ? 'asc' : 'desc', options.after);
  const conditions = [...dayConditions(wanted), ...nameConditions(wanted), ...partOf(filter, options)];
  let query = db.selectFrom('article as a').select(['a.id', 'a.day']);
  for (const condition of [...conditions, ...(beyond ? [beyond] : [])]) query = query.where(condition);
  // Found first, then put in order: `offset` keeps the two apart.
  if (await areRare(db, 'article', filter.words))
    query = db.selectFrom(query.offset(0).as('a')).select(['a.id', 'a.day']) as typeof query;
  const found = await query
    .orderBy(order)
    .limit(limit + 1)
    .execute();
  const page = pageOf(found, limit, ({ day, id }) => [day ?? '-infinity', id]);
  return {
    ...page,
    rows: await reportsById(
      db,
      page.rows.map(({ id }) => id),
    ),
  };
}

const partOf = ({ words }: Filter, { outlet, lineage }: ReportsOptions): Condition[] => [
  ...(words === undefined ? [] : [sql<boolean>`a.words @@ websearch_to_tsquery('english', ${words})`]),
  ...(outlet === undefined ? [] : [sql<boolean>`a.outlet = ${outlet}`]),
  ...(lineage === undefined ? [] : [sql<boolean>`a.lineage = ${lineage}`]),
];

/** In the order of the ids; what is not there is left out. */
export async function reportsById(db: Db, ids: readonly string[]): Promise<ReportRow[]> {
  if (ids.length === 0) return [];
  const count = (table: 'event' | 'statement') =>
    sql<number>`(select count(*)::integer from ${sql.table(table)} part where part.article = a.id)`;
  const rows = await db
    .selectFrom('article as a')
    .select([...sourceColumns, 'a.published', 'a.origin', 'a.correction', 'a.superseded'])
    .select([
      count('event').as('events'),
      count('statement').as('statements'),
      sql<number>`(select count(*)::integer from article copy where copy.lineage = a.lineage and copy.id <> a.id)`.as(
        'copies',
      ),
    ])
    .where(sql<boolean>`a.id = any(${ids}::text[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.article, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [rowOf(row)];
  });
}

type Row = Parameters<typeof sourceOf>[0] & {
  readonly published: string | null;
  readonly origin: string;
  readonly correction: boolean;
  readonly superseded: string | null;
  readonly copies: number;
  readonly events: number;
  readonly statements: number;
};

function rowOf(row: Row): ReportRow {
  const { article: id, ...source } = sourceOf(row);
  const { origin, copies, correction, events, statements } = row;
  return {
    id,
    ...source,
    ...given('published', row.published),
    origin,
    copies,
    correction,
    ...given('superseded', row.superseded),
    events,
    statements,
  };
}
