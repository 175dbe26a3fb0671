/** Matters and quarrels in the database. */
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import type { MatterTable } from '../../store/tables.js';
import type { Quarrel, Told } from './conclude.js';
import type { Matter } from './matter.js';

export type MatterRow = Selectable<MatterTable>;

export async function loadTold(tx: Tx, by: 'article' | 'matter', ids: readonly string[]): Promise<Told[]> {
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

/** Sets what each dispute is about; makes matters that there were not. */
export async function writeMatters(
  tx: Tx,
  told: readonly { readonly id: string; readonly matter: Matter }[],
): Promise<void> {
  await sql`update dispute set matter = told.matter
    from unnest(${told.map(({ id }) => id)}::text[], ${told.map(({ matter }) => matter.id)}::text[]) as told (id, matter)
    where dispute.id = told.id`.execute(tx);
  await sql`insert into matter (id, parties, names, places)
    select * from jsonb_to_recordset(${JSON.stringify(told.map(({ matter }) => matter))}::jsonb) as made
      (id text, parties text[], names text[], places integer[])
    on conflict (id) do nothing`.execute(tx);
}

export interface Move {
  readonly id: string;
  readonly to: string;
}

export async function assign(tx: Tx, disputes: readonly Move[], matters: readonly Move[]): Promise<void> {
  for (const [table, moves] of [
    ['dispute', disputes],
    ['matter', matters],
  ] as const) {
    if (moves.length === 0) continue;
    await sql`update ${sql.table(table)} as row set quarrel = moved.quarrel
      from unnest(${moves.map(({ id }) => id)}::text[], ${moves.map(({ to }) => to)}::text[]) as moved (id, quarrel)
      where row.id = moved.id`.execute(tx);
  }
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
