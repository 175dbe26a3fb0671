/** `disputes`: what parties are at odds over, once each, with the names each side uses and the sentences that tell of it. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Span } from '../../span.js';
import type { Db } from '../store/database.js';
import type { QuarrelTable, Tables } from '../store/tables.js';
import { type Source, sourceColumns, sourceOf } from './cite.js';
import { type Filter, onlyWith } from './filter.js';
import { given } from './happening.js';
import { idKey } from './happenings.js';
import { limitOf, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { wantedOf } from './wanted.js';
import { unknownId, wholeId } from './whole-id.js';

export interface Quarrel {
  readonly id: string;
  /** Codes of states, names of others. */
  readonly parties: readonly string[];
  readonly names: readonly { readonly name: string; readonly usedBy: readonly string[] }[];
  /** GeoNames ids. */
  readonly places: readonly number[];
  /** Day or longer, as reports say it. */
  readonly since?: string;
  readonly reports: number;
  readonly sources: number;
  /** The newest reports' sentences, up to 3; of one quarrel up to 1000. */
  readonly told: readonly ToldDispute[];
}

/** A report's sentence on it. The span is of UTF-16 code units into the article's text. */
export interface ToldDispute extends Source {
  readonly dispute: string;
  readonly sentence: string;
  readonly span: Span;
  /** What it has led to, in the report's words. */
  readonly effects: readonly string[];
}

export const disputeFields = ['country', 'minSources'] as const satisfies readonly (keyof Filter)[];

const TOLD = 3;
const TOLD_OF_ONE = 1000;

/** Those that most sources tell of come first. @throws AskError where the filter names what is not known. */
export async function disputes(
  db: Db,
  filter: Filter = {},
  options: PageOptions = {},
): Promise<Page<Quarrel>> {
  onlyWith('disputes', filter, disputeFields);
  const { countries } = await wantedOf(db, filter);
  const limit = limitOf(options);
  const { order, beyond } = ordered([{ by: sql`h.sources`, as: 'integer' }, idKey], 'desc', options.after);
  let query = quarrels(db).where('h.sources', '>=', filter.minSources ?? 1);
  if (countries.length > 0) query = query.where(sql<boolean>`h.parties @> ${countries}::text[]`);
  if (beyond) query = query.where(beyond);
  const rows = await query
    .orderBy(order)
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, ({ sources, id }) => [sources, id]);
  return { ...page, rows: await withTold(db, page.rows, TOLD) };
}

/** @throws AskError `ask/unknown-id`, `ask/ambiguous` */
export async function dispute(db: Db, id: string): Promise<Quarrel> {
  const whole = await wholeId(db, 'quarrel', id);
  const rows = whole === undefined ? [] : await quarrels(db).where('h.id', '=', whole).execute();
  const [found] = await withTold(db, rows, TOLD_OF_ONE);
  if (found === undefined) throw unknownId('quarrel', id);
  return found;
}

const quarrels = (db: Db): SelectQueryBuilder<Tables & { h: QuarrelTable }, 'h', QuarrelRow> =>
  db
    .selectFrom('quarrel as h')
    .select(['h.id', 'h.parties', 'h.names', 'h.places', 'h.since', 'h.reports', 'h.sources']);

type QuarrelRow = Omit<Quarrel, 'since' | 'told'> & { readonly since: string | null };

async function withTold(db: Db, rows: readonly QuarrelRow[], most: number): Promise<Quarrel[]> {
  const told = await toldOf(
    db,
    rows.map(({ id }) => id),
    most,
  );
  return rows.map(({ since, ...row }) => ({
    ...row,
    ...given('since', since),
    told: told.get(row.id) ?? [],
  }));
}

async function toldOf(db: Db, ids: readonly string[], most: number): Promise<Map<string, ToldDispute[]>> {
  const found = new Map<string, ToldDispute[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom(
      sql<{ quarrel: string; dispute: string }>`(select q.id as quarrel, newest.id as dispute
        from unnest(${ids}::text[]) as q (id) cross join lateral (
          select d.id from dispute d join article a on a.id = d.article where d.quarrel = q.id
          order by a.day desc nulls last, d.id collate "C" limit ${most}) as newest)`.as('told'),
    )
    .innerJoin('dispute as d', 'd.id', 'told.dispute')
    .innerJoin('article as a', 'a.id', 'd.article')
    .select(['told.quarrel', 'd.id as dispute', 'd.sentence', 'd.cite_start', 'd.cite_end', 'd.effects'])
    .select(sourceColumns)
    .orderBy('a.day', (day) => day.desc().nullsLast())
    .orderBy(sql`d.id collate "C"`)
    .execute();
  for (const { quarrel, dispute, sentence, cite_start: start, cite_end: end, effects, ...row } of rows)
    found.get(quarrel)?.push({ dispute, ...sourceOf(row), sentence, span: { start, end }, effects });
  return found;
}
