/** Reports that are one text, or copies of one agency's, form a lineage: one source, however many print it. */
import { sql } from 'kysely';
import type { Rows } from '../../filing/rows.js';
import type { Tx } from '../../store/database.js';
import { type Kind, regroup } from '../linked.js';
import { type Copy, copyMarks, weighCopies } from './copies.js';

export interface Lineages {
  /** The new articles' lineage, by article. */
  readonly of: ReadonlyMap<string, string>;
  /** Articles of the record that have another lineage than before. */
  readonly changed: readonly string[];
}

/** Finds the lineages of articles that are about to be written. */
export async function mergeLineages(tx: Tx, rows: readonly Rows[]): Promise<Lineages> {
  const texts = new Map(rows.map(({ article }) => [article.id, article.text]));
  const fresh = rows.map(
    ({ article: { id, agency = null, sketch } }): Copy => ({
      id,
      agency,
      sketch: sketch as readonly number[],
    }),
  );
  const kind: Kind<Copy> = {
    marksOf: ({ id }) => copyMarks(texts.get(id) ?? ''),
    weigh: weighCopies,
    load: (ids) => load(tx, ids),
  };
  const groups = await regroup(tx, fresh, kind);
  const wanted = groups.flatMap((group) => group.map(({ id }) => ({ id, lineage: group[0]?.id ?? id })));
  const old = wanted.filter(({ id }) => !texts.has(id));
  return {
    of: new Map(wanted.map(({ id, lineage }) => [id, lineage])),
    changed: old.length === 0 ? [] : await changeLineages(tx, old),
  };
}

const load = (tx: Tx, ids: readonly string[]): Promise<Copy[]> =>
  tx
    .selectFrom('article')
    .select(['id', 'agency', 'sketch'])
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();

async function changeLineages(tx: Tx, wanted: readonly { id: string; lineage: string }[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update article set lineage = wanted.lineage
    from unnest(${wanted.map(({ id }) => id)}::text[], ${wanted.map(({ lineage }) => lineage)}::text[])
      as wanted (id, lineage)
    where article.id = wanted.id and article.lineage is distinct from wanted.lineage
    returning article.id`.execute(tx);
  return rows.map(({ id }) => id);
}
