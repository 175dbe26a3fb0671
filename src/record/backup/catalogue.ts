/** The tables of a record as the database describes them. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';
import type { Tables } from '../store/tables.js';

export interface TableShape {
  readonly name: string;
  /** Name and type of each column, but for those that the database makes itself. */
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** All of them, so that none is forgotten: a new table is an error of types here. */
const tables: { readonly [Table in keyof Tables]: true } = {
  article: true,
  event: true,
  mark: true,
  edge: true,
  happening: true,
  contradiction: true,
  follow: true,
  statement: true,
  wording: true,
  saying: true,
  form: true,
  naming: true,
  role: true,
  actor: true,
  dispute: true,
  quarrel: true,
  matter: true,
  decision: true,
  ruling: true,
  given: true,
  failure: true,
  visit: true,
  source: true,
  input: true,
  meta: true,
};

/** Each after those that it refers to. */
export async function tablesOf(tx: Tx): Promise<TableShape[]> {
  const { rows } = await sql<{ name: string; columns: [string, string][] }>`
    select c.relname as name, json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod))
      order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname = any(${Object.keys(tables)}::text[])
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`.execute(tx);
  return inOrder(rows, await referencesOf(tx));
}

/** What a table refers to, by table. */
async function referencesOf(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string; target: string }>`
    select c.relname as name, t.relname as target from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`.execute(tx);
  const references = new Map<string, string[]>();
  for (const { name, target } of rows) references.set(name, [...(references.get(name) ?? []), target]);
  return references;
}

function inOrder(shapes: readonly TableShape[], references: ReadonlyMap<string, string[]>): TableShape[] {
  const placed = new Set<string>();
  const ordered: TableShape[] = [];
  const place = (name: string): void => {
    const shape = shapes.find((each) => each.name === name);
    if (shape === undefined || placed.has(name)) return;
    placed.add(name);
    for (const target of references.get(name) ?? []) place(target);
    ordered.push(shape);
  };
  for (const { name } of shapes) place(name);
  return ordered;
}
