/** What people have decided holds: the tables that the merging asks say what the decisions come to. */
import { sql } from 'kysely';
import { pairKey } from '../decide/rulings.js';
import { ruledNow } from '../decide/standing.js';
import type { Tx } from '../store/database.js';
import { type Finding, Tally } from './finding.js';

export async function checkDecisions(tx: Tx): Promise<Finding> {
  const tally = new Tally('decision/applied', "people's standing decisions are carried out, and no others");
  const { pairs, given, rejected, apart } = await ruledNow(tx);
  const told = await tx.selectFrom('ruling').selectAll().execute();
  const names = await tx.selectFrom('given').selectAll().execute();
  const out = await sql<{ id: string }>`select id from event where rejected union all
    select id from statement where rejected union all select id from form where rejected`.execute(tx);
  const away = await tx.selectFrom('form').select(['id', 'apart']).where('apart', 'is not', null).execute();
  compare(tally, pairs, new Map(told.map(({ a, b, one }) => [pairKey(a, b), one])));
  compare(tally, apart, new Map(away.flatMap(({ id, apart: by }) => (by === null ? [] : [[id, by]]))));
  compare(
    tally,
    new Map([...given].map(([event, { title }]) => [event, title])),
    new Map(names.map(({ event, title }) => [event, title])),
  );
  compare(
    tally,
    new Map([...rejected].map((id) => [id, 'rejected'])),
    new Map(out.rows.map(({ id }) => [id, 'rejected'])),
  );
  return tally.finding();
}

function compare<Value>(
  tally: Tally,
  should: ReadonlyMap<string, Value>,
  is: ReadonlyMap<string, Value>,
): void {
  for (const key of new Set([...should.keys(), ...is.keys()])) {
    const [wanted, held] = [should.get(key), is.get(key)];
    if (wanted !== held) tally.wrong(`${key}: ${held ?? 'nothing'}, decided is ${wanted ?? 'nothing'}`);
  }
}
