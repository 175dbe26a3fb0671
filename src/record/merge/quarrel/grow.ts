/** New reports of a quarrel that is known: what they add, without reading all others again. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { byTime, type Quarrel, type Told, withFacts } from './conclude.js';

export interface Growth {
  readonly quarrel: Quarrel;
  /** Of new articles. */
  readonly added: readonly Told[];
}

/** @returns quarrels as they are now; not those of which a new report is the first, for they take its id. */
export async function grow(tx: Tx, growths: readonly Growth[]): Promise<Quarrel[]> {
  if (growths.length === 0) return [];
  const [firsts, sources] = [await firstsOf(tx, growths), await knownSources(tx, growths)];
  return growths.flatMap(({ quarrel, added }) => {
    const first = firsts.get(quarrel.id);
    if (quarrel.reports === 0 || first === undefined || added.some((each) => byTime(each, first) < 0))
      return [];
    const standing = added.filter(({ superseded }) => superseded === null);
    const lineages = new Set(standing.map(sourceOf));
    const fresh = [...lineages].filter((lineage) => !sources.has(`${quarrel.id} ${lineage}`));
    return {
      ...withFacts(quarrel, standing),
      reports: quarrel.reports + new Set(standing.map(({ article }) => article)).size,
      sources: quarrel.sources + fresh.length,
    };
  });
}

const sourceOf = ({ lineage, article }: Told): string => lineage ?? article;

/** The dispute that gave each its id, with the day of its report. */
async function firstsOf(tx: Tx, growths: readonly Growth[]): Promise<Map<string, Told>> {
  const rows = await tx
    .selectFrom('dispute')
    .innerJoin('article', 'article.id', 'dispute.article')
    .select(['dispute.id', 'dispute.article', 'article.day'])
    .where(sql<boolean>`dispute.id = any(${growths.map(({ quarrel }) => quarrel.id.slice(1))}::text[])`)
    .execute();
  return new Map(rows.map((row) => [`q${row.id}`, row as Told]));
}

/** Which of the added reports' sources had told of it before, as `quarrel lineage`. */
async function knownSources(tx: Tx, growths: readonly Growth[]): Promise<Set<string>> {
  const pairs = growths.flatMap(({ quarrel, added }) =>
    [...new Set(added.map(sourceOf))].map((lineage) => ({ quarrel: quarrel.id, lineage })),
  );
  const articles = [...new Set(growths.flatMap(({ added }) => added.map(({ article }) => article)))];
  const { rows } = await sql<{ quarrel: string; lineage: string }>`
    select pair.quarrel, pair.lineage
    from unnest(${pairs.map(({ quarrel }) => quarrel)}::text[], ${pairs.map(({ lineage }) => lineage)}::text[])
      as pair (quarrel, lineage)
    where exists (
      select from article join dispute on dispute.article = article.id
      where article.lineage = pair.lineage and article.superseded is null and dispute.quarrel = pair.quarrel
        and article.id <> all(${articles}::text[]))`.execute(tx);
  return new Set(rows.map(({ quarrel, lineage }) => `${quarrel} ${lineage}`));
}
