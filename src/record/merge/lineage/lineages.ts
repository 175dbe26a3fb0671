/** Reports that are one text, or copies of one agency's, form a lineage: one source, however many print it. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { type Kind, regroup } from '../linked.js';
import { type Copy, copyMarks, weighCopies } from './copies.js';

/** @returns articles whose lineage is another than before, the new ones among them. */
export async function mergeLineages(tx: Tx, articles: readonly string[]): Promise<string[]> {
  const kind: Kind<Copy> = { marksOf: copyMarks, weigh: weighCopies, load: (ids) => load(tx, ids) };
  const groups = await regroup(tx, await load(tx, articles), kind);
  const wanted = groups.flatMap((group) => group.map(({ id }) => ({ id, lineage: group[0]?.id ?? id })));
  return changeLineages(tx, wanted);
}

const load = (tx: Tx, ids: readonly string[]): Promise<Copy[]> =>
  tx
    .selectFrom('article')
    .select(['id', 'text', 'agency', 'sketch'])
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
