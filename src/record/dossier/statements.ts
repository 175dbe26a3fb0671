/** What the parties have said on it. */
import { type Selectable, sql } from 'kysely';
import type { Side, WantedDossier } from '../ask/wanted.js';
import type { Db } from '../store/database.js';
import type { Party, StatementTable } from '../store/tables.js';
import type { DossierFile } from './file.js';
import { anyPhrase } from './phrases.js';

export type StatementRow = Pick<
  Selectable<StatementTable>,
  | 'id'
  | 'article'
  | 'form'
  | 'speakers'
  | 'content'
  | 'sentence'
  | 'cite_start'
  | 'cite_end'
  | 'from'
  | 'to'
  | 'countries'
  | 'who'
  | 'saying'
> & { readonly day: string | null; readonly lineage: string | null };

/**
 * Statements of a party's speakers that name the thing in question; and all that they say in reports that are about it
 * and tell of its parties, since a report names the subject once and speakers speak of it afterwards.
 * @param articles Reports that tell of happenings or disputes of the dossier.
 */
export async function statementsOf(
  db: Db,
  { since }: DossierFile,
  { sides, phrases }: WantedDossier,
  articles: readonly string[],
): Promise<readonly StatementRow[]> {
  const [countries, who] = [codesOf(sides), sides.flatMap((side) => ('who' in side ? side.who : []))];
  const query = anyPhrase(phrases);
  const known = sql`statement.article = any(${articles}::text[])`;
  const about =
    query === undefined
      ? known
      : sql`article.words @@ ${query} and (${known} or to_tsvector('english', statement.sentence) @@ ${query})`;
  return db
    .selectFrom('statement')
    .innerJoin('article', 'article.id', 'statement.article')
    .select(['statement.id', 'statement.article', 'statement.form', 'statement.speakers'])
    .select(['statement.content', 'statement.sentence', 'statement.cite_start', 'statement.cite_end'])
    .select(['statement.from', 'statement.to'])
    .select(['statement.countries', 'statement.who', 'statement.saying', 'article.day', 'article.lineage'])
    .where('article.superseded', 'is', null)
    .where('statement.rejected', '=', false)
    .where(
      sql<boolean>`(statement.countries && ${countries}::text[] or statement.who && ${who}::text[]) and ${about}`,
    )
    .where(
      since === undefined
        ? sql<boolean>`true`
        : sql<boolean>`coalesce(statement."from", article.day) >= ${since}::date`,
    )
    .orderBy('article.day', (day) => day.asc().nullsLast())
    .orderBy(sql`statement.id collate "C"`)
    .execute();
}

const codesOf = (sides: readonly Side[]): string[] =>
  sides.flatMap((side) => ('country' in side ? [side.country] : []));

export interface Speaker {
  readonly party: Party;
  readonly lineage: string;
}

export async function speakersIn(db: Db, articles: readonly string[]): Promise<Speaker[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('article', 'article.id', 'statement.article')
    .select(['statement.speakers', 'statement.article', 'article.lineage'])
    .where(sql<boolean>`statement.article = any(${articles}::text[])`)
    .execute();
  return rows.flatMap(({ speakers, article, lineage }) =>
    speakers.map((party) => ({ party, lineage: lineage ?? article })),
  );
}
