/** What people have decided holds: the tables that the merging asks say what the decisions come to. */
import { find } from '../decide/anchors.js';
import { ruledBy } from '../decide/rulings.js';
import type { Tx } from '../store/database.js';
import { type Finding, Tally } from './finding.js';

export async function checkDecisions(tx: Tx): Promise<Finding> {
  const tally = new Tally('decision/applied', "people's standing decisions are carried out, and no others");
  const { pairs, given, rejected } = await ruledNow(tx);
  const told = await tx.selectFrom('ruling').selectAll().execute();
  const names = await tx.selectFrom('given').selectAll().execute();
  const out = await tx.selectFrom('event').select('id').where('rejected', '=', true).execute();
  compare(tally, pairs, new Map(told.map(({ a, b, one }) => [`${a} ${b}`, one])));
  compare(
    tally,
    new Map([...given].map(([event, { title }]) => [event, title])),
    new Map(names.map(({ event, title }) => [event, title])),
  );
  compare(
    tally,
    new Map([...rejected].map((id) => [id, 'rejected'])),
    new Map(out.map(({ id }) => [id, 'rejected'])),
  );
  return tally.finding();
}

async function ruledNow(tx: Tx) {
  const decisions = await tx.selectFrom('decision').selectAll().where('undone', 'is', null).execute();
  const found = new Map<number, Awaited<ReturnType<typeof find>>>();
  for (const { id, subjects } of decisions) found.set(id, await find(tx, subjects));
  return ruledBy(decisions, found);
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
