/** What people have decided, as merging asks for it; in most records that is nothing, or little. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';

/** A person's name for a happening or an actor. */
export interface Given {
  readonly title: string;
  /** Of several the last counts. */
  readonly decision: number;
}

/** @returns names that people gave, by event or form. */
export async function givenTo(tx: Tx, ids: readonly string[]): Promise<Map<string, Given>> {
  if (ids.length === 0 || !(await isDecided(tx))) return new Map();
  const rows = await tx
    .selectFrom('given')
    .selectAll()
    .where(sql<boolean>`event = any(${[...ids]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.event, row]));
}

const answers = new WeakMap<object, Promise<boolean>>();

/** Does any decision stand? Asked once a transaction. */
export function isDecided(tx: Tx): Promise<boolean> {
  const known = answers.get(tx) ?? ask(tx);
  if (tx.isTransaction) answers.set(tx, known);
  return known;
}

async function ask(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from decision where undone is null) as any`.execute(tx);
  return rows[0]?.any === true;
}
