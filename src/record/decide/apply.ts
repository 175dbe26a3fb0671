/** Brings the tables that the merging asks (`ruling`, `given`, `event.rejected`) to what the decisions say now. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';
import { find } from './anchors.js';
import { type Ruled, ruledBy } from './rulings.js';

export interface Applied {
  /** Rows whose grouping or name may have changed. */
  readonly touched: readonly string[];
  /** Events that are out from now on, and those that are back. */
  readonly out: readonly string[];
  readonly back: readonly string[];
}

export async function applyDecisions(tx: Tx): Promise<Applied> {
  const decisions = await tx.selectFrom('decision').selectAll().where('undone', 'is', null).execute();
  const found = new Map(
    await Promise.all(decisions.map(async ({ id, subjects }) => [id, await find(tx, subjects)] as const)),
  );
  const ruled = ruledBy(decisions, found);
  const pairs = await applyPairs(tx, ruled);
  const names = await applyNames(tx, ruled);
  const { out, back } = await applyRejections(tx, ruled);
  return { touched: [...new Set([...pairs, ...names])], out, back };
}

/** Has anybody decided anything on these articles? */
export async function hasDecisions(tx: Tx, articles: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (
    select from decision, jsonb_array_elements(subjects) subject
    where subject->>'article' = any(${[...articles]}::text[])) as any`.execute(tx);
  return rows[0]?.any === true;
}

async function applyPairs(tx: Tx, { pairs }: Ruled): Promise<string[]> {
  const before = await tx.selectFrom('ruling').selectAll().execute();
  const old = new Map(before.map(({ a, b, one }) => [`${a} ${b}`, one]));
  const changed = [
    ...[...pairs].filter(([key, one]) => old.get(key) !== one).map(([key]) => key),
    ...[...old.keys()].filter((key) => !pairs.has(key)),
  ];
  if (changed.length === 0) return [];
  await tx.deleteFrom('ruling').execute();
  const rows = [...pairs].map(([key, one]) => ({ key: key.split(' ') as [string, string], one }));
  await sql`insert into ruling (a, b, one) select * from unnest(${rows.map(({ key }) => key[0])}::text[],
    ${rows.map(({ key }) => key[1])}::text[], ${rows.map(({ one }) => one)}::boolean[])`.execute(tx);
  // What was joined by a person's word alone must be looked at again when the word is taken back, with its edge.
  await sql`delete from edge where weight >= 1e6 and not exists (
    select from ruling where ruling.a = edge.a and ruling.b = edge.b and one)`.execute(tx);
  await sql`insert into edge (a, b, weight) select a, b, 1e6 from ruling where one
    on conflict (a, b) do update set weight = excluded.weight`.execute(tx);
  return [...new Set(changed.flatMap((key) => key.split(' ')))];
}

async function applyNames(tx: Tx, { given }: Ruled): Promise<string[]> {
  const before = await tx.selectFrom('given').selectAll().execute();
  const old = new Map(before.map(({ event, title }) => [event, title]));
  const changed = [
    ...[...given].filter(([event, { title }]) => old.get(event) !== title).map(([event]) => event),
    ...[...old.keys()].filter((event) => !given.has(event)),
  ];
  if (changed.length === 0) return [];
  await tx.deleteFrom('given').execute();
  if (given.size > 0) {
    await tx
      .insertInto('given')
      .values([...given].map(([event, { title, decision }]) => ({ event, title, decision })))
      .execute();
  }
  return changed;
}

async function applyRejections(tx: Tx, { rejected }: Ruled): Promise<Pick<Applied, 'out' | 'back'>> {
  const wanted = [...rejected];
  const out = await sql<{ id: string }>`update event set rejected = true
    where id = any(${wanted}::text[]) and not rejected returning id`.execute(tx);
  const back = await sql<{ id: string }>`update event set rejected = false
    where rejected and not id = any(${wanted}::text[]) returning id`.execute(tx);
  return { out: out.rows.map(({ id }) => id), back: back.rows.map(({ id }) => id) };
}
