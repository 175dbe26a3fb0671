/** Disputes of all reports become quarrels: each once, with its names, parties and all who tell of it. */
import { insertInto } from '../../filing/insert.js';
import type { Rows } from '../../filing/rows.js';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { regroup } from '../linked.js';
import type { Told } from './conclude.js';
import { type Growth, grow } from './grow.js';
import { matterOf } from './matter.js';
import { kindOf, quarrelsOf, remake, withRows } from './remake.js';
import {
  assignDisputes,
  assignMatters,
  loadMatters,
  loadQuarrels,
  loadTold,
  type MatterRow,
  writeMatters,
  writeQuarrels,
} from './store.js';

/** Takes in the disputes of new articles, which are in the record with their lineages. */
export async function mergeQuarrels(tx: Tx, filed: readonly Pick<Rows, 'disputes'>[]): Promise<void> {
  const disputes = filed.flatMap((rows) => rows.disputes);
  if (disputes.length === 0) return;
  await insertInto(tx, 'dispute', disputes);
  const told = await loadTold(
    tx,
    'article',
    disputes.map(({ article }) => article),
  );
  const matters = new Map(told.map((each) => [each.id, matterOf(each)]));
  const added = told.map((each): Told => ({ ...each, matter: matters.get(each.id)?.id ?? null }));
  const byId = new Map([...matters.values()].map((matter) => [matter.id, matter]));
  const known = await loadMatters(tx, 'id', [...byId.keys()]);
  const isKnown = new Set(known.map(({ id }) => id));
  const fresh = [...byId.values()].filter(({ id }) => !isKnown.has(id));
  await writeMatters(tx, fresh);
  const linked = fresh.length === 0 ? [] : await regroup(tx, fresh, kindOf(tx));
  const groups = await withRows(tx, linked);
  const seen = new Set(groups.flat().map(({ id }) => id));
  const same = grouped(
    known.filter(({ id }) => !seen.has(id)),
    ({ quarrel }) => quarrel,
  );
  await store(tx, [...groups, ...same.values()], added);
}

/**
 * Groups that only grew take up what is new; the others are made again from all their disputes.
 * @param groups Of a quarrel whose matters are the same those suffice that `added` has.
 */
async function store(tx: Tx, groups: readonly MatterRow[][], added: readonly Told[]): Promise<void> {
  const byMatter = grouped(added, ({ matter }) => matter ?? '');
  const addedTo = (group: readonly MatterRow[]): Told[] => group.flatMap(({ id }) => byMatter.get(id) ?? []);
  const grown = new Map(
    groups.filter((group) => isGrown(group, groups)).map((group) => [quarrelsOf(group)[0] ?? '', group]),
  );
  const quarrels = await loadQuarrels(tx, [...grown.keys()]);
  const growths = quarrels.map(
    (quarrel): Growth => ({ quarrel, added: addedTo(grown.get(quarrel.id) ?? []) }),
  );
  const now = await grow(tx, growths);
  const kept = now.flatMap(({ id }) => (grown.get(id) ?? []).map((matter) => ({ ...matter, to: id })));
  await assignDisputes(
    tx,
    kept.flatMap(({ id, to }) => (byMatter.get(id) ?? []).map((each) => ({ id: each.id, matter: id, to }))),
  );
  await assignMatters(
    tx,
    kept.filter(({ quarrel }) => quarrel === null),
  );
  await writeQuarrels(tx, now);
  const done = new Set(now.map(({ id }) => grown.get(id)));
  const left = groups.filter((group) => !done.has(group));
  await remake(tx, await whole(tx, left), added);
}

/** With all matters of the quarrels that these are of. */
async function whole(tx: Tx, groups: readonly MatterRow[][]): Promise<MatterRow[][]> {
  const listed = new Set(groups.flat().map(({ id }) => id));
  const all = await loadMatters(
    tx,
    'quarrel',
    groups.flatMap((group) => quarrelsOf(group)),
  );
  const rest = grouped(
    all.filter(({ id }) => !listed.has(id)),
    ({ quarrel }) => quarrel ?? '',
  );
  return groups.map((group) => [
    ...group,
    ...quarrelsOf(group).flatMap((quarrel) => rest.get(quarrel) ?? []),
  ]);
}

/** One quarrel with something new, and no part of it elsewhere. */
function isGrown(group: readonly MatterRow[], groups: readonly (readonly MatterRow[])[]): boolean {
  const [quarrel, ...others] = quarrelsOf(group);
  if (quarrel === undefined || others.length > 0) return false;
  return groups.every((other) => other === group || !other.some((matter) => matter.quarrel === quarrel));
}

/** Makes quarrels again whose articles changed: their lineages, or that another replaced them. */
export async function concludeQuarrels(tx: Tx, quarrelIds: readonly string[]): Promise<void> {
  const matters = await loadMatters(tx, 'quarrel', quarrelIds);
  await remake(tx, [...grouped(matters, ({ quarrel }) => quarrel).values()]);
}
