/** `statements`: what was said, once each, with its wordings and all who carried it. */
import { type Selectable, sql } from 'kysely';
import type { Span } from '../../span.js';
import type { Db } from '../store/database.js';
import type { Party, SayingTable } from '../store/tables.js';
import { type Source, sourceColumns, sourceOf } from './cite.js';
import { type Filter, onlyWith } from './filter.js';
import { given } from './happening.js';
import { idKey } from './happenings.js';
import { limitOf, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { areRare } from './rarity.js';
import { wantedOf } from './wanted.js';
import { commonConditions, sortDay, throughBranches } from './where.js';

/** A saying of the record. */
export interface Saying {
  readonly id: string;
  readonly speakers: readonly Party[];
  /** direct, indirect or mixed. */
  readonly form: string;
  readonly content: string;
  readonly when?: { readonly from: string; readonly to: string };
  readonly countries: readonly string[];
  readonly reports: number;
  readonly sources: number;
  readonly firstDay?: string;
  /** One a report, by day of publication. */
  readonly wordings: readonly Wording[];
}

/** A report's wording of it. Spans are UTF-16 code units into the article's text. */
export interface Wording extends Source {
  readonly statement: string;
  readonly form: string;
  readonly content: string;
  readonly said: Span;
  readonly sentence: string;
  readonly span: Span;
  /** When the report says that it was translated. */
  readonly language?: string;
}

export const statementFields = [
  'actor',
  'country',
  'since',
  'until',
  'words',
  'minSources',
  'sort',
] as const satisfies readonly (keyof Filter)[];

/** @throws AskError where the filter names what is not known. */
export async function statements(
  db: Db,
  filter: Filter = {},
  options: PageOptions = {},
): Promise<Page<Saying>> {
  onlyWith('statements', filter, statementFields);
  const wanted = await wantedOf(db, filter);
  const limit = limitOf(options);
  const bySources = wanted.sort === 'sources';
  const keys = [
    ...(bySources ? [{ by: sql`h.sources`, as: 'integer' } as const] : []),
    { by: sortDay, as: 'date' } as const,
    idKey,
  ];
  const { order, beyond } = ordered(keys, wanted.sort === 'oldest' ? 'asc' : 'desc', options.after);
  const rare = await areRare(db, 'saying', filter.words);
  const rows = await throughBranches(wanted, limit + 1, (days, most) => {
    let query = db.selectFrom('saying as h').select(sayingColumns);
    for (const condition of [days, ...commonConditions(wanted), ...(beyond ? [beyond] : [])])
      query = query.where(condition);
    if (rare) query = db.selectFrom(query.offset(0).as('h')).selectAll() as typeof query;
    return query.orderBy(order).limit(most).execute();
  });
  const page = pageOf(rows, limit, (row) => [
    ...(bySources ? [row.sources] : []),
    row.from ?? row.first_day ?? '-infinity',
    row.id,
  ]);
  return { ...page, rows: await withWordings(db, page.rows) };
}

export const sayingColumns = [
  'h.id',
  'h.speakers',
  'h.form',
  'h.content',
  'h.from',
  'h.to',
  'h.countries',
  'h.reports',
  'h.sources',
  'h.first_day',
] as const;

type SayingRow = Pick<
  Selectable<SayingTable>,
  'id' | 'speakers' | 'form' | 'content' | 'from' | 'to' | 'countries' | 'reports' | 'sources' | 'first_day'
>;

export async function withWordings(db: Db, rows: readonly SayingRow[]): Promise<Saying[]> {
  const wordings = await wordingsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ from, to, first_day, ...row }) => ({
    ...row,
    ...given('when', from === null || to === null ? undefined : { from, to }),
    ...given('firstDay', first_day),
    wordings: wordings.get(row.id) ?? [],
  }));
}

export async function wordingsOf(db: Db, sayings: readonly string[]): Promise<Map<string, Wording[]>> {
  const found = new Map<string, Wording[]>(sayings.map((id) => [id, []]));
  if (sayings.length === 0) return found;
  const rows = await db
    .selectFrom('statement as s')
    .innerJoin('article as a', 'a.id', 's.article')
    .select(['s.id as statement', 's.saying', 's.form', 's.content', 's.content_start', 's.content_end'])
    .select(['s.sentence', 's.cite_start', 's.cite_end', 's.language', ...sourceColumns])
    .where(sql<boolean>`s.saying = any(${sayings}::text[])`)
    .orderBy('a.day', (day) => day.asc().nullsLast())
    .orderBy(sql`s.id collate "C"`)
    .execute();
  for (const row of rows) {
    found.get(row.saying ?? '')?.push({
      statement: row.statement,
      ...sourceOf(row),
      form: row.form,
      content: row.content,
      said: { start: row.content_start, end: row.content_end },
      sentence: row.sentence,
      span: { start: row.cite_start, end: row.cite_end },
      ...given('language', row.language),
    });
  }
  return found;
}
