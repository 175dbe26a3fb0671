/** Matters and quarrels in the database. */
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import type { MatterTable } from '../../store/tables.js';
import type { Quarrel, Told } from './conclude.js';
import type { Matter } from './matter.js';

export type MatterRow = Selectable<MatterTable>;

export async function loadTold(
  tx: Tx,
  by: 'article' | 'matter' | 'quarrel',
  ids: readonly string[],
): Promise<Told[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('dispute')
    .innerJoin('article', 'article.id', 'dispute.article')
    .select([
      'dispute.id',
      'dispute.article',
      'dispute.parties',
      'dispute.names',
      'dispute.places',
      'dispute.since',
      'dispute.matter',
      'dispute.quarrel',
      'article.day',
      'article.lineage',
      'article.superseded',
    ])
    .where(sql<boolean>`${sql.ref(`dispute.${by}`)} = any(${[...ids]}::text[])`)
    .execute();
}

export async function loadMatters(
  tx: Tx,
  by: 'id' | 'quarrel',
  ids: readonly string[],
): Promise<MatterRow[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('matter')
    .selectAll()
    .where(sql<boolean>`${sql.ref(by)} = any(${[...new Set(ids)]}::text[])`)
    .execute();
}

export async function writeMatters(tx: Tx, matters: readonly Matter[]): Promise<void> {
  if (matters.length === 0) return;
  await sql`insert into matter (id, parties, names, places)
    select * from jsonb_to_recordset(${JSON.stringify(matters)}::jsonb) as made
      (id text, parties text[], names text[], places integer[])
    on conflict (id) do nothing`.execute(tx);
}

/** @param moves Disputes and what they are about and of which quarrel. */
export async function assignDisputes(
  tx: Tx,
  moves: readonly { readonly id: string; readonly matter: string | null; readonly to: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await sql`update dispute set quarrel = moved.quarrel, matter = moved.matter
    from unnest(${moves.map(({ id }) => id)}::text[], ${moves.map(({ to }) => to)}::text[],
      ${moves.map(({ matter }) => matter)}::text[]) as moved (id, quarrel, matter)
    where dispute.id = moved.id`.execute(tx);
}

export async function assignMatters(
  tx: Tx,
  moves: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await sql`update matter set quarrel = moved.quarrel
    from unnest(${moves.map(({ id }) => id)}::text[], ${moves.map(({ to }) => to)}::text[]) as moved (id, quarrel)
    where matter.id = moved.id`.execute(tx);
}

export async function loadQuarrels(tx: Tx, ids: readonly string[]): Promise<Quarrel[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('quarrel')
    .selectAll()
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::text[])`)
    .execute();
}

export async function removeQuarrels(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('quarrel')
    .where('id', 'in', [...ids])
    .execute();
}

export async function writeQuarrels(tx: Tx, quarrels: readonly Quarrel[]): Promise<void> {
  if (quarrels.length === 0) return;
  await sql`insert into quarrel (id, parties, names, places, since, reports, sources)
    select * from jsonb_to_recordset(${JSON.stringify(quarrels)}::jsonb) as made
      (id text, parties text[], names jsonb, places integer[], since text, reports integer, sources integer)
    on conflict (id) do update set parties = excluded.parties, names = excluded.names, places = excluded.places,
      since = excluded.since, reports = excluded.reports, sources = excluded.sources`.execute(tx);
}
