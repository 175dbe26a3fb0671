/** The decisions that hold, and what they come to in the record as it is now. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';
import type { Anchor } from '../store/tables.js';
import { find } from './anchors.js';
import { type Found, type Ruled, ruledBy, type Standing } from './rulings.js';

export async function ruledNow(tx: Tx): Promise<Ruled> {
  const decisions: Standing[] = await tx
    .selectFrom('decision')
    .select(['id', 'kind', 'subjects', 'value'])
    .where('undone', 'is', null)
    .execute();
  return ruledBy(decisions, await rowsOf(tx, decisions));
}

/** Statements are one saying by their wordings, which other reports share; rejected is a statement by itself. */
async function rowsOf(tx: Tx, decisions: readonly Standing[]): Promise<Map<number, Found>> {
  const found = await foundBy(tx, decisions);
  const isOfWordings = ({ table }: Anchor, { kind }: Standing): boolean =>
    table === 'statement' && kind !== 'reject';
  const statements = decisions.flatMap((decision) =>
    decision.subjects.flatMap((anchor, at) =>
      isOfWordings(anchor, decision) ? (found.get(decision.id)?.[at] ?? []) : [],
    ),
  );
  const wordings = await wordingsOf(tx, statements);
  return new Map(
    decisions.map((decision) => [
      decision.id,
      decision.subjects.map((anchor, at) => {
        const rows = found.get(decision.id)?.[at] ?? [];
        return isOfWordings(anchor, decision) ? rows.flatMap((id) => wordings.get(id) ?? []) : rows;
      }),
    ]),
  );
}

/** Events, statements and forms that stand where the decisions' anchors point. */
export async function foundBy(
  tx: Tx,
  decisions: readonly Pick<Standing, 'id' | 'subjects'>[],
): Promise<Map<number, Found>> {
  const all = await find(
    tx,
    decisions.flatMap(({ subjects }) => subjects),
  );
  let from = 0;
  return new Map(
    decisions.map(({ id, subjects }) => {
      const own = all.slice(from, from + subjects.length);
      from += subjects.length;
      return [id, own];
    }),
  );
}

async function wordingsOf(tx: Tx, statements: readonly string[]): Promise<Map<string, string>> {
  if (statements.length === 0) return new Map();
  const rows = await tx
    .selectFrom('statement')
    .select(['id', 'wording'])
    .where(sql<boolean>`id = any(${[...statements]}::text[])`)
    .execute();
  return new Map(rows.flatMap(({ id, wording }) => (wording === null ? [] : [[id, wording] as const])));
}
