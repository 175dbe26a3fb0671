/** New reports of a saying that is known: what they add, without reading all others again. */
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import type { SayingTable } from '../../store/tables.js';
import { byTime, type Carried, type Made, withCarried } from './conclude.js';
import { loadCarried } from './store.js';

export interface Growth {
  readonly id: string;
  /** Statements of new articles. */
  readonly added: readonly Carried[];
  /** All its wordings' words, where there are new ones. */
  readonly words: readonly string[];
}

/** @returns sayings as they are now; not those of which a new report is the first, for they take its id. */
export async function grow(tx: Tx, growths: readonly Growth[]): Promise<Made[]> {
  if (growths.length === 0) return [];
  const sayings = new Map((await loadSayings(tx, growths)).map((saying) => [saying.id, saying]));
  const told = await loadCarried(
    tx,
    'id',
    [...sayings.values()].flatMap(({ id, best }) => [id.slice(1), best]),
  );
  const byId = new Map(told.map((each) => [each.id, each]));
  const sources = await knownSources(tx, growths);
  return growths.flatMap(({ id, added, words }): Made[] => {
    const saying = sayings.get(id);
    const [first, best] = [byId.get(id.slice(1)), byId.get(saying?.best ?? '')];
    if (saying === undefined || first === undefined || best === undefined || saying.reports === 0) return [];
    if (added.some((each) => byTime(each, first) < 0)) return [];
    const standing = added.filter(({ superseded }) => superseded === null);
    const lineages = [...new Set(standing.map(sourceOf))].filter(
      (lineage) => !sources.has(`${id} ${lineage}`),
    );
    const row = {
      ...withCarried(saying, best, standing),
      wordings: words.length === 0 ? saying.wordings : new Set(words).size,
      reports: saying.reports + new Set(standing.map(({ article }) => article)).size,
      sources: saying.sources + lineages.length,
    };
    return [{ row, carried: added }];
  });
}

const sourceOf = ({ lineage, article }: Carried): string => lineage ?? article;

const loadSayings = (tx: Tx, growths: readonly Growth[]): Promise<Selectable<SayingTable>[]> =>
  tx
    .selectFrom('saying')
    .selectAll()
    .where(sql<boolean>`id = any(${growths.map(({ id }) => id)}::text[])`)
    .execute();

/** Which of the added reports' sources had carried it before, as `saying lineage`. */
async function knownSources(tx: Tx, growths: readonly Growth[]): Promise<Set<string>> {
  const pairs = growths.flatMap(({ id, added }) =>
    [...new Set(added.map(sourceOf))].map((lineage) => ({ saying: id, lineage })),
  );
  const articles = [...new Set(growths.flatMap(({ added }) => added.map(({ article }) => article)))];
  const { rows } = await sql<{ saying: string; lineage: string }>`
    select pair.saying, pair.lineage
    from unnest(${pairs.map(({ saying }) => saying)}::text[], ${pairs.map(({ lineage }) => lineage)}::text[])
      as pair (saying, lineage)
    where exists (
      select from article join statement on statement.article = article.id
      where article.lineage = pair.lineage and article.superseded is null and statement.saying = pair.saying
        and article.id <> all(${articles}::text[]))`.execute(tx);
  return new Set(rows.map(({ saying, lineage }) => `${saying} ${lineage}`));
}
