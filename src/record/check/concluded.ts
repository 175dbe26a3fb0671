/** Sayings, quarrels and actors are what concluding their members gives. */
import { sql } from 'kysely';
import { fullestOf } from '../merge/actor/form.js';
import { actorOf } from '../merge/actor/settle.js';
import { givenTo } from '../merge/decided.js';
import { grouped } from '../merge/grouped.js';
import { quarrelOf } from '../merge/quarrel/conclude.js';
import { loadTold } from '../merge/quarrel/store.js';
import { sayingOf } from '../merge/saying/conclude.js';
import { loadCarried } from '../merge/saying/store.js';
import { batchesOf } from '../store/batches.js';
import type { Tx } from '../store/database.js';
import { differences, type Row } from './differences.js';
import { type Finding, Tally } from './finding.js';

interface Concluding {
  readonly table: 'saying' | 'quarrel' | 'actor';
  readonly what: string;
  /** What the members of each of these give; nothing of one without members. */
  conclude(tx: Tx, ids: readonly string[]): Promise<Map<string, Row>>;
}

const rowsOf = <Member>(
  members: readonly Member[],
  groupOf: (member: Member) => string | null,
  conclude: (same: readonly Member[]) => object,
): Map<string, Row> =>
  new Map(
    [...grouped(members, (each) => groupOf(each) ?? '')].map(([id, same]) => [id, conclude(same) as Row]),
  );

export const concluding: readonly Concluding[] = [
  {
    table: 'saying',
    what: 'a saying is what the statements that carry it give',
    conclude: async (tx, ids) =>
      rowsOf(await loadCarried(tx, 'saying', ids), ({ saying }) => saying, sayingOf),
  },
  {
    table: 'quarrel',
    what: 'a quarrel is what the disputes that reports tell of give',
    conclude: async (tx, ids) =>
      rowsOf(await loadTold(tx, 'quarrel', ids), ({ quarrel }) => quarrel, quarrelOf),
  },
  {
    table: 'actor',
    what: 'an actor is what its names give',
    async conclude(tx, ids) {
      const forms = await tx
        .selectFrom('form')
        .selectAll()
        .where(sql<boolean>`actor = any(${[...ids]}::text[])`)
        .execute();
      const given = await givenTo(
        tx,
        forms.map(({ id }) => id),
      );
      return rowsOf(
        forms,
        ({ actor }) => actor,
        (same) => actorOf(fullestOf(same).id, same, given),
      );
    },
  },
];

const SIZE = 1000;

export async function checkConcluded(
  tx: Tx,
  { table, what, conclude }: Concluding,
  onRows: (more: number) => void,
): Promise<Finding> {
  const tally = new Tally(`${table}/conclusion`, what);
  // The words are made by the database itself.
  const select = sql`select to_jsonb(t) - 'words' as row from ${sql.table(table)} t`;
  for await (const batch of batchesOf<{ row: Row }>(tx, `${table}s`, select, SIZE)) {
    const wanted = await conclude(
      tx,
      batch.map(({ row }) => String(row.id)),
    );
    for (const { row } of batch) {
      for (const { field, is, should } of differences(row, wanted.get(String(row.id)) ?? {})) {
        tally.wrong(`${row.id}: ${field} is ${is}, its members give ${should}`);
      }
    }
    onRows(batch.length);
  }
  return tally.finding();
}
