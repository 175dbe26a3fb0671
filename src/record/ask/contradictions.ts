/** `contradictions`: where reports of one happening cannot both be right, with both sentences. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { ContradictionTable } from '../store/tables.js';
import { citedEvents, type Evidence } from './cite.js';
import { type Filter, onlyWith } from './filter.js';
import { given } from './happening.js';
import { happeningFields, idKey } from './happenings.js';
import { limitOf, type OrderKey, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { wantedOf } from './wanted.js';
import { happeningConditions, sortDay, throughBranches } from './where.js';

export interface Contradiction {
  readonly kind: ContradictionTable['kind'];
  readonly happening: { readonly id: string; readonly title: string; readonly from?: string };
  readonly a: Claim;
  readonly b: Claim;
  /** The event whose claim was taken back. */
  readonly settled?: string;
}

export interface Claim {
  /** As words: `3 dead`. */
  readonly claim: string;
  readonly event: string;
  readonly evidence?: Evidence;
}

/** Of those happenings that the filter leaves. @throws AskError where the filter names what is not known. */
export async function contradictions(
  db: Db,
  filter: Filter = {},
  options: PageOptions = {},
): Promise<Page<Contradiction>> {
  onlyWith('contradictions', filter, happeningFields);
  const wanted = await wantedOf(db, filter);
  const limit = limitOf(options);
  const bySources = wanted.sort === 'sources';
  const keys: OrderKey[] = [
    ...(bySources ? [{ by: sql`h.sources`, as: 'integer' } as const] : []),
    { by: sortDay, as: 'date' },
    idKey,
    ...['c.kind', 'c.a', 'c.b'].map((column) => ({ by: bytes(column), as: 'text' }) as const),
  ];
  const { order, beyond } = ordered(keys, wanted.sort === 'oldest' ? 'asc' : 'desc', options.after);
  const rows = await throughBranches(wanted, limit + 1, (days, most) => {
    let query = db
      .selectFrom('happening as h')
      .innerJoin('contradiction as c', 'c.happening', 'h.id')
      .select(['c.kind', 'c.a', 'c.b', 'c.claim_a', 'c.claim_b', 'c.settled'])
      .select(['h.id', 'h.title', 'h.from', 'h.first_day', 'h.sources'])
      .where('h.contradictions', '>', 0);
    for (const condition of [days, ...happeningConditions(wanted), ...(beyond ? [beyond] : [])])
      query = query.where(condition);
    return query.orderBy(order).limit(most).execute();
  });
  const page = pageOf(rows, limit, (row) => [
    ...(bySources ? [row.sources] : []),
    row.from ?? row.first_day ?? '-infinity',
    row.id,
    row.kind,
    row.a,
    row.b,
  ]);
  return { ...page, rows: await withClaims(db, page.rows) };
}

/** Of happenings that one report tells of, where its own claim is one of the two; the first 100. */
export async function contradictionsOf(db: Db, article: string): Promise<Contradiction[]> {
  const rows = await db
    .selectFrom('contradiction as c')
    .innerJoin('happening as h', 'h.id', 'c.happening')
    .select(['c.kind', 'c.a', 'c.b', 'c.claim_a', 'c.claim_b', 'c.settled', 'h.id', 'h.title', 'h.from'])
    .where(sql<boolean>`c.happening in (select happening from event where article = ${article})`)
    .where(sql<boolean>`exists (select 1 from event e where e.article = ${article} and e.id in (c.a, c.b))`)
    .orderBy(sql`h.id collate "C", c.kind collate "C", c.a collate "C", c.b collate "C"`)
    .limit(100)
    .execute();
  return withClaims(db, rows);
}

type Row = Pick<ContradictionTable, 'kind' | 'a' | 'b' | 'claim_a' | 'claim_b' | 'settled'> & {
  readonly id: string;
  readonly title: string;
  readonly from: string | null;
};

async function withClaims(db: Db, rows: readonly Row[]): Promise<Contradiction[]> {
  const events = await citedEvents(db, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
  const claim = (event: string, words: string): Claim => ({
    claim: words,
    event,
    ...given('evidence', events.get(event)),
  });
  return rows.map((row) => ({
    kind: row.kind,
    happening: { id: row.id, title: row.title, ...given('from', row.from) },
    a: claim(row.a, row.claim_a),
    b: claim(row.b, row.claim_b),
    ...given('settled', row.settled),
  }));
}

const bytes = (column: string): RawBuilder<unknown> => sql`${sql.ref(column)} collate "C"`;
