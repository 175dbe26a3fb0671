/** What reports disagree on, with both sentences; what was taken back is among it, as settled. */
import { type Selectable, sql } from 'kysely';
import { citedEvents, type Evidence } from '../ask/cite.js';
import { given, type Happening } from '../ask/happening.js';
import type { Db } from '../store/database.js';
import type { ContradictionTable } from '../store/tables.js';
import { type Cites, quoteOf } from './cites.js';
import type { Claim, Disagreement, Quote } from './page.js';

export interface Contradicted extends Selectable<ContradictionTable> {
  readonly claims: { readonly a?: Evidence; readonly b?: Evidence };
}

/** Open and settled. */
export async function contradictionsOf(db: Db, happenings: readonly string[]): Promise<Contradicted[]> {
  const rows = await db
    .selectFrom('contradiction')
    .selectAll()
    .where(sql<boolean>`happening = any(${happenings}::text[])`)
    .orderBy(sql`kind collate "C", a collate "C", b collate "C"`)
    .execute();
  const events = await citedEvents(db, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
  return rows.map((row) => ({
    ...row,
    claims: { ...given('a', events.get(row.a)), ...given('b', events.get(row.b)) },
  }));
}

/** In the order of the happenings. */
export const disagreementsOf = (
  contradictions: readonly Contradicted[],
  happenings: readonly Happening[],
  cites: Cites,
): Disagreement[] =>
  happenings.flatMap((happening) =>
    contradictions
      .filter((each) => each.happening === happening.id)
      .map((each) => disagreementOf(each, happening, cites)),
  );

function disagreementOf(
  row: Contradicted,
  { id, title, evidence = [] }: Happening,
  cites: Cites,
): Disagreement {
  const { kind, claims, settled } = row;
  const claim = (words: string, by: Evidence | undefined): Claim => ({
    claim: words,
    ...given('quote', by && quoteOf(by, cites)),
  });
  const wrong = settled === row.a ? ('a' as const) : ('b' as const);
  const corrector = claims[wrong]?.corrected;
  const taker = evidence.find(({ article }) => article === corrector);
  const by: Quote | undefined = taker && quoteOf(taker, cites);
  return {
    happening: id,
    title,
    kind,
    a: claim(row.claim_a, claims.a),
    b: claim(row.claim_b, claims.b),
    ...(settled === null ? {} : { settled: { wrong, ...given('by', by) } }),
  };
}
