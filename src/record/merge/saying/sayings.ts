/** Statements of all reports become sayings: each utterance once, with all who carry it. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { groupsAround, type Kind, regroup, unlink } from '../linked.js';
import type { Carried } from './conclude.js';
import { weighUtterances } from './likeness.js';
import { utteranceMarks } from './marks.js';
import { loadSayingRules, type SayingRules } from './saying-rules.js';
import { loadCarried, loadWordings, writeSayings } from './store.js';
import { type Utterance, utteranceOf, type Wording, wordingOf } from './utterance.js';

/** Takes in the statements of new articles, which are in the record with their lineages. */
export async function mergeSayings(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const rules = loadSayingRules();
  const loaded = (await loadCarried(tx, 'article', articleIds)).filter(({ wording }) => wording === null);
  if (loaded.length === 0) return;
  const told = loaded.map((each) => ({ each, wording: wordingOf(each, each.day, rules) }));
  const added = told.map(({ each, wording }): Carried => ({ ...each, wording: wording.id }));
  const wordings = earliest(told.map(({ wording }) => wording));
  const known = new Map((await loadWordings(tx, [...wordings.keys()])).map((each) => [each.id, each]));
  const fresh = [...wordings.values()].filter(({ id }) => !known.has(id));
  const moved = [...wordings.values()].filter(({ id, first }) => isEarlier(first, known.get(id)));
  const groups = await relink(tx, fresh, moved, [], rules);
  const grown = new Set(groups.flat());
  const unchanged = [...known.values()].filter(({ id }) => !grown.has(id));
  const same = await groupsOf(
    tx,
    unchanged.flatMap(({ saying }) => saying ?? []),
  );
  const isFresh = new Set(fresh.map(({ id }) => id));
  const all = [...groups, ...same];
  const others = await loadCarried(
    tx,
    'wording',
    all.flat().filter((id) => !isFresh.has(id)),
  );
  await writeSayings(tx, all, [...added, ...others], [...fresh, ...moved]);
}

const isEarlier = (first: string | null, known: Wording | undefined): boolean =>
  known !== undefined && first !== null && (known.first === null || first < known.first);

/** Each once, with its first day. */
function earliest(wordings: readonly Wording[]): Map<string, Wording> {
  const byId = grouped(wordings, ({ id }) => id);
  return new Map(
    [...byId].map(([id, same]) => {
      const first = same.flatMap((each) => each.first ?? []).sort()[0] ?? null;
      return [id, { ...(same[0] as Wording), first }];
    }),
  );
}

/** Makes sayings again whose articles changed: their lineages, or that another replaced them. */
export async function concludeSayings(tx: Tx, sayingIds: readonly string[]): Promise<void> {
  const groups = await groupsOf(tx, sayingIds);
  await writeSayings(tx, groups, await loadCarried(tx, 'wording', groups.flat()), []);
}

/** Wordings of each saying. */
async function groupsOf(tx: Tx, sayingIds: readonly string[]): Promise<string[][]> {
  if (sayingIds.length === 0) return [];
  const rows = await tx
    .selectFrom('wording')
    .select(['id', 'saying'])
    .where(sql<boolean>`saying = any(${[...new Set(sayingIds)]}::text[])`)
    .execute();
  return [...grouped(rows, ({ saying }) => saying).values()].map((same) => same.map(({ id }) => id));
}

/** Takes the statements of articles back, as if they had never been read. Call it while their rows are still there. */
export async function forgetSayings(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const rules = loadSayingRules();
  const lost = (await loadCarried(tx, 'article', articleIds)).filter(({ wording }) => wording !== null);
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
  await writeSayings(tx, all, await loadCarried(tx, 'wording', all.flat()), moved, sayings);
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

/** @returns every group of wordings that is new or may be another than before. */
async function relink(
  tx: Tx,
  fresh: readonly Wording[],
  moved: readonly Wording[],
  gone: readonly string[],
  rules: SayingRules,
): Promise<string[][]> {
  const kind: Kind<Utterance> = {
    marksOf: (utterance) => utteranceMarks(utterance, rules),
    weigh: weighUtterances(rules),
    load: async (ids) => (await loadWordings(tx, ids)).map((wording) => utteranceOf(wording, rules)),
  };
  const leaving = [...moved.map(({ id }) => id), ...gone];
  const old = (leaving.length === 0 ? [] : await groupsAround(tx, leaving, kind)).flat().map(({ id }) => id);
  await unlink(tx, leaving);
  if (gone.length > 0)
    await tx
      .deleteFrom('wording')
      .where('id', 'in', [...gone])
      .execute();
  const entering = [...fresh, ...moved].map((wording) => utteranceOf(wording, rules));
  const groups = entering.length === 0 ? [] : await regroup(tx, entering, kind);
  const seen = new Set([...groups.flat().map(({ id }) => id), ...gone]);
  const rest = old.filter((id) => !seen.has(id));
  const others = rest.length === 0 ? [] : await groupsAround(tx, rest, kind);
  return [...groups, ...others].map((group) => group.map(({ id }) => id));
}
