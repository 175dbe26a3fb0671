/** Later versions of one page take the place of earlier ones, which are kept. */
import { sql } from 'kysely';
import { grouped } from '../merge/grouped.js';
import type { Tx } from '../store/database.js';
import type { ArticleTable } from '../store/tables.js';

export interface Versions {
  /** By new article: the one that replaces it. */
  readonly of: ReadonlyMap<string, string>;
  /** Articles of the record that are now superseded by another, or by none, than before. */
  readonly changed: readonly string[];
}

type Version = Pick<ArticleTable, 'id' | 'url' | 'published' | 'updated' | 'superseded'>;

/** @param fresh Articles that are about to be written. */
export async function supersede(tx: Tx, fresh: readonly Version[]): Promise<Versions> {
  const paged = fresh.filter(({ url }) => url !== null);
  if (paged.length === 0) return { of: new Map(), changed: [] };
  const known = await tx
    .selectFrom('article')
    .select(['id', 'url', 'published', 'updated', 'superseded'])
    .where(sql<boolean>`url = any(${paged.map(({ url }) => url)}::text[])`)
    .execute();
  const pages = grouped([...known, ...paged], ({ url }) => url);
  const replaced = [...pages.values()].flatMap(replacements);
  const isKnown = new Set(known.map(({ id }) => id));
  const changed = replaced.filter(({ id, superseded, by }) => isKnown.has(id) && superseded !== by);
  for (const { id, by } of changed) {
    await tx.updateTable('article').set({ superseded: by }).where('id', '=', id).execute();
  }
  return {
    of: new Map(replaced.flatMap(({ id, by }) => (by === null || isKnown.has(id) ? [] : [[id, by]]))),
    changed: changed.map(({ id }) => id),
  };
}

/** All versions of a page but the newest are replaced by it. */
function replacements(page: readonly Version[]) {
  const newest = page.reduce((best, each) => (stampOf(each) > stampOf(best) ? each : best));
  return page.map(({ id, superseded }) => ({ id, superseded, by: id === newest.id ? null : newest.id }));
}

/** The moment of its last change; of equals the id decides, so that the order of arrival does not. */
const stampOf = ({ id, published, updated }: Version): string => {
  const moment = Date.parse(updated ?? published ?? '');
  return `${String(Number.isNaN(moment) ? 0 : moment).padStart(16, '0')} ${id}`;
};
