/** Later versions of one page take the place of earlier ones, which are kept. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';

/** @returns articles that are now superseded by another, or by none, than before. */
export async function supersede(tx: Tx, articles: readonly string[]): Promise<string[]> {
  const versions = await tx
    .selectFrom('article')
    .select(['id', 'url', 'published', 'updated', 'superseded'])
    .where(sql<boolean>`url in (select url from article where id = any(${[...articles]}::text[]))`)
    .execute();
  const pages = new Map<string, typeof versions>();
  for (const version of versions)
    pages.set(version.url ?? '', [...(pages.get(version.url ?? '') ?? []), version]);
  const changed = [...pages.values()].flatMap((page) => {
    const newest = page.reduce((best, each) => (stampOf(each) > stampOf(best) ? each : best));
    return page
      .map(({ id, superseded }) => ({ id, superseded, by: id === newest.id ? null : newest.id }))
      .filter(({ superseded, by }) => superseded !== by);
  });
  for (const { id, by } of changed) {
    await tx.updateTable('article').set({ superseded: by }).where('id', '=', id).execute();
  }
  return changed.map(({ id }) => id);
}

/** The moment of its last change; of equals the id decides, so that the order of arrival does not. */
const stampOf = ({
  id,
  published,
  updated,
}: {
  id: string;
  published: string | null;
  updated: string | null;
}): string => {
  const moment = Date.parse(updated ?? published ?? '');
  return `${String(Number.isNaN(moment) ? 0 : moment).padStart(16, '0')} ${id}`;
};
