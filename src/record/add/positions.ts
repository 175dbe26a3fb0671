/** How far each input was taken in, kept in the transaction that filed its reports. */
import { sql } from 'kysely';
import type { Db, Tx } from '../store/database.js';
import type { Progressed } from './intake.js';

export async function keepPositions(tx: Tx, progressed: readonly Progressed[]): Promise<void> {
  const last = new Map(progressed.map((each) => [each.input, each]));
  if (last.size === 0) return;
  await tx
    .insertInto('input')
    .values([...last.values()].map(({ input, position, whole }) => ({ id: input, position, whole })))
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({
        position: sql<number>`greatest(input.position, excluded.position)`,
        whole: sql<boolean>`input.whole or excluded.whole`,
        at: sql<string>`now()`,
        id: eb.ref('excluded.id'),
      })),
    )
    .execute();
}

export interface Position {
  readonly position: number;
  readonly whole: boolean;
}

/** Of an input that was never begun: 0. */
export async function positionOf(db: Db, input: string): Promise<Position> {
  const row = await db
    .selectFrom('input')
    .select(['position', 'whole'])
    .where('id', '=', input)
    .executeTakeFirst();
  return row ?? { position: 0, whole: false };
}
