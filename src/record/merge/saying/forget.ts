/** Takes articles' statements back, as if they had never been read. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import type { Carried } from './conclude.js';
import { earliest, groupsOf, relink, remade } from './relink.js';
import { loadSayingRules, type SayingRules } from './saying-rules.js';
import { loadCarried, loadWordings, writeSayings } from './store.js';
import { type Wording, wordingOf } from './utterance.js';

/** Call it while the articles' rows are still there. */
export async function forgetSayings(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await forget(tx, await loadCarried(tx, 'article', articleIds));
}

/** The same of single statements, which a person has rejected. */
export async function forgetStatements(tx: Tx, ids: readonly string[]): Promise<void> {
  await forget(tx, await loadCarried(tx, 'id', ids));
}

async function forget(tx: Tx, carried: readonly Carried[]): Promise<void> {
  const rules = loadSayingRules();
  const lost = carried.filter(({ wording }) => wording !== null);
  if (lost.length === 0) return;
  await sql`update statement set wording = null, saying = null where id = any(${lost.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  const before = await loadWordings(tx, [...new Set(lost.flatMap(({ wording }) => wording ?? []))]);
  const firsts = await firstsOf(tx, before, lost, rules);
  const gone = before.filter(({ id }) => !firsts.has(id)).map(({ id }) => id);
  const moved = before
    .filter(({ id, first }) => firsts.has(id) && firsts.get(id) !== first)
    .map((each) => ({ ...each, first: firsts.get(each.id) ?? null }));
  const sayings = before.flatMap(({ saying }) => saying ?? []);
  const touched = (await groupsOf(tx, sayings)).map((group) => group.filter((id) => !gone.includes(id)));
  const groups = await relink(tx, [], moved, gone, rules);
  const grown = new Set(groups.flat());
  const all = [...groups, ...touched.filter((group) => !group.some((id) => grown.has(id)))];
  await writeSayings(tx, await remade(tx, all), moved, sayings);
}

/** First days of the wordings that other statements still have. */
async function firstsOf(
  tx: Tx,
  before: readonly Wording[],
  lost: readonly Carried[],
  rules: SayingRules,
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${before.map(({ id }) => id)}::text[]) as lost (id)
    where exists (select from statement where statement.wording = lost.id)`.execute(tx);
  const left = new Set(rows.map(({ id }) => id));
  const lostDays = new Set(lost.map((each) => `${each.wording} ${wordingOf(each, each.day, rules).first}`));
  const firsts = new Map(before.filter(({ id }) => left.has(id)).map(({ id, first }) => [id, first]));
  const open = [...firsts]
    .filter(([id, first]) => first !== null && lostDays.has(`${id} ${first}`))
    .map(([id]) => id);
  for (const [id, same] of grouped(await loadCarried(tx, 'wording', open), ({ wording }) => wording ?? '')) {
    firsts.set(
      id,
      earliest(same.map((each) => ({ ...wordingOf(each, each.day, rules), id }))).get(id)?.first ?? null,
    );
  }
  return firsts;
}
