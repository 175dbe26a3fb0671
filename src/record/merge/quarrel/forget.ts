/** Takes articles' disputes back, as if they had never been read. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { groupsAround, unlink } from '../linked.js';
import { kindOf, remake, withRows } from './remake.js';
import { loadMatters, loadTold, type MatterRow } from './store.js';

/** Call it while the articles' rows are still there. */
export async function forgetQuarrels(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const lost = (await loadTold(tx, 'article', articleIds)).filter(({ matter }) => matter !== null);
  if (lost.length === 0) return;
  await sql`update dispute set matter = null, quarrel = null where id = any(${lost.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  const matters = await loadMatters(
    tx,
    'id',
    lost.flatMap(({ matter }) => matter ?? []),
  );
  const gone = await goneOf(tx, matters);
  const old = gone.length === 0 ? [] : (await groupsAround(tx, gone, kindOf(tx))).flat().map(({ id }) => id);
  await unlink(tx, gone);
  if (gone.length > 0) await tx.deleteFrom('matter').where('id', 'in', gone).execute();
  const left = old.filter((id) => !gone.includes(id));
  const groups = left.length === 0 ? [] : await withRows(tx, await groupsAround(tx, left, kindOf(tx)));
  const seen = new Set(groups.flat().map(({ id }) => id));
  const before = matters.flatMap(({ quarrel }) => quarrel ?? []);
  const same = grouped(await loadMatters(tx, 'quarrel', before), ({ quarrel }) => quarrel);
  const touched = [...same.values()].filter((group) => !group.some(({ id }) => seen.has(id)));
  await remake(tx, [...groups, ...touched], [], before);
}

/** Matters of which no dispute is left. */
async function goneOf(tx: Tx, matters: readonly MatterRow[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${matters.map(({ id }) => id)}::text[]) as lost (id)
    where not exists (select from dispute where dispute.matter = lost.id)`.execute(tx);
  return rows.map(({ id }) => id);
}
