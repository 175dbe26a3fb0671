/** The web of wordings: which are one saying, and the sayings made from them. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { rulingsOf } from '../happening/rulings.js';
import { groupsAround, type Kind, regroup, unlink } from '../linked.js';
import { type Carried, type Made, sayingOf } from './conclude.js';
import { weighUtterances } from './likeness.js';
import { utteranceMarks } from './marks.js';
import type { SayingRules } from './saying-rules.js';
import { loadCarried, loadWordings } from './store.js';
import { type Utterance, utteranceOf, type Wording } from './utterance.js';

/** @returns every group of wordings that is new or may be another than before. */
export async function relink(
  tx: Tx,
  fresh: readonly Wording[],
  moved: readonly Wording[],
  gone: readonly string[],
  rules: SayingRules,
): Promise<string[][]> {
  const rulings = rulingsOf(tx);
  const kind: Kind<Utterance> = {
    marksOf: (utterance) => utteranceMarks(utterance, rules),
    weigh: weighUtterances(rules),
    decided: rulings.decided,
    joined: rulings.read,
    async load(ids) {
      await rulings.read(ids);
      return (await loadWordings(tx, ids)).map((wording) => utteranceOf(wording, rules));
    },
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

/** Each once, with its first day. */
export function earliest(wordings: readonly Wording[]): Map<string, Wording> {
  const byId = grouped(wordings, ({ id }) => id);
  return new Map(
    [...byId].map(([id, same]) => {
      const first = same.flatMap((each) => each.first ?? []).sort()[0] ?? null;
      return [id, { ...(same[0] as Wording), first }];
    }),
  );
}

/** Wordings of each saying. */
export async function groupsOf(tx: Tx, sayingIds: readonly string[]): Promise<string[][]> {
  if (sayingIds.length === 0) return [];
  const rows = await tx
    .selectFrom('wording')
    .select(['id', 'saying'])
    .where(sql<boolean>`saying = any(${[...new Set(sayingIds)]}::text[])`)
    .execute();
  return [...grouped(rows, ({ saying }) => saying).values()].map((same) => same.map(({ id }) => id));
}

/** Sayings of groups of wordings from all their statements. @param added Those that are not yet written to their wordings. */
export async function remade(
  tx: Tx,
  groups: readonly (readonly string[])[],
  added: readonly Carried[] = [],
): Promise<Made[]> {
  const byWording = grouped(
    [...(await loadCarried(tx, 'wording', groups.flat())), ...added],
    ({ wording }) => wording ?? '',
  );
  return groups
    .map((group) => group.flatMap((id) => byWording.get(id) ?? []))
    .filter((carried) => carried.length > 0)
    .map((carried) => ({ row: sayingOf(carried), carried }));
}
