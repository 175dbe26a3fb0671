/** Brings what the merging asks (`ruling`, `given`, what is rejected or apart) to what the decisions say now. */
import { sql } from 'kysely';
import { isDecided } from '../merge/decided.js';
import type { Tx } from '../store/database.js';
import { isForm, pairOf, type Ruled } from './rulings.js';

/** Has anybody decided anything on these articles, or on a name that is in no others? */
export async function hasDecisions(tx: Tx, articles: readonly string[]): Promise<boolean> {
  if (!(await isDecided(tx))) return false;
  const here = sql`any(${[...articles]}::text[])`;
  const { rows } = await sql<{ any: boolean }>`select exists (
    select from decision, jsonb_array_elements(subjects) subject
    where undone is null and (subject->>'article' = ${here}
      or subject->>'form' in (select form from naming n where article = ${here} and not exists (
        select from naming other where other.form = n.form and not other.article = ${here})))) as any`.execute(
    tx,
  );
  return rows[0]?.any === true;
}

/** @returns the events, wordings and forms of which something else holds now. */
export async function applyPairs(tx: Tx, { pairs }: Ruled): Promise<string[]> {
  const before = await tx.selectFrom('ruling').selectAll().execute();
  const old = new Map(before.map(({ a, b, one }) => [`${a}\n${b}`, one]));
  const changed = [
    ...[...pairs].filter(([key, one]) => old.get(key) !== one).map(([key]) => key),
    ...[...old.keys()].filter((key) => !pairs.has(key)),
  ];
  if (changed.length === 0) return [];
  await tx.deleteFrom('ruling').execute();
  const rows = [...pairs].map(([key, one]) => ({ key: pairOf(key), one }));
  await sql`insert into ruling (a, b, one) select * from unnest(${rows.map(({ key }) => key[0])}::text[],
    ${rows.map(({ key }) => key[1])}::text[], ${rows.map(({ one }) => one)}::boolean[])`.execute(tx);
  // What was joined by a person's word alone must be looked at again when the word is taken back, with its edge.
  await sql`delete from edge where weight >= 1e6 and not exists (
    select from ruling where ruling.a = edge.a and ruling.b = edge.b and one)`.execute(tx);
  // Names are grouped by families, without edges.
  await sql`insert into edge (a, b, weight) select a, b, 1e6 from ruling where one and strpos(a, '|') = 0
    on conflict (a, b) do update set weight = excluded.weight`.execute(tx);
  return [...new Set(changed.flatMap(pairOf))];
}

/** @returns the events and forms that have another name now. */
export async function applyNames(tx: Tx, { given }: Ruled): Promise<string[]> {
  const before = await tx.selectFrom('given').selectAll().execute();
  const old = new Map(before.map(({ event, title, decision }) => [event, `${decision} ${title}`]));
  const changed = [
    ...[...given]
      .filter(([row, { title, decision }]) => old.get(row) !== `${decision} ${title}`)
      .map(([row]) => row),
    ...[...old.keys()].filter((row) => !given.has(row)),
  ];
  if (changed.length === 0) return [];
  await tx.deleteFrom('given').execute();
  const rows = [...given].map(([event, { title, decision }]) => ({ event, title, decision }));
  await sql`insert into given (event, title, decision) select * from unnest(${rows.map(({ event }) => event)}::text[],
    ${rows.map(({ title }) => title)}::text[], ${rows.map(({ decision }) => decision)}::integer[])`.execute(
    tx,
  );
  return changed;
}

/** @returns the forms that are apart from now on or no longer. */
export async function applyApart(tx: Tx, { apart }: Ruled): Promise<string[]> {
  const back = await sql<{ id: string }>`update form set apart = null
    where apart is not null and not id = any(${[...apart.keys()]}::text[]) returning id`.execute(tx);
  const out = await sql<{ id: string }>`update form set apart = wanted.apart
    from unnest(${[...apart.keys()]}::text[], ${[...apart.values()]}::integer[]) as wanted (id, apart)
    where form.id = wanted.id and form.apart is distinct from wanted.apart returning form.id`.execute(tx);
  return [...back.rows, ...out.rows].map(({ id }) => id);
}

export interface Rejections {
  /** Rows that are out from now on, and those that are back. */
  readonly out: readonly string[];
  readonly back: readonly string[];
}

export async function applyRejections(
  tx: Tx,
  table: 'event' | 'statement' | 'form',
  { rejected }: Ruled,
): Promise<Rejections> {
  const wanted = [...rejected].filter((row) => isForm(row) === (table === 'form'));
  const name = sql.table(table);
  const out = await sql<{ id: string }>`update ${name} set rejected = true
    where id = any(${wanted}::text[]) and not rejected returning id`.execute(tx);
  const back = await sql<{ id: string }>`update ${name} set rejected = false
    where rejected and not id = any(${wanted}::text[]) returning id`.execute(tx);
  return { out: out.rows.map(({ id }) => id), back: back.rows.map(({ id }) => id) };
}
