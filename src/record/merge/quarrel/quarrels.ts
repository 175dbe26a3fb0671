/** Disputes of all reports become quarrels: each once, with its names, parties and all who tell of it. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { groupsAround, type Kind, regroup, unlink } from '../linked.js';
import { quarrelOf, type Told } from './conclude.js';
import { type Growth, grow } from './grow.js';
import { type Matter, matterMarks, matterOf, splitMatters, weighMatters } from './matter.js';
import {
  assignDisputes,
  assignMatters,
  loadMatters,
  loadQuarrels,
  loadTold,
  type MatterRow,
  removeQuarrels,
  writeMatters,
  writeQuarrels,
} from './store.js';

const kindOf = (tx: Tx): Kind<Matter> => ({
  marksOf: matterMarks,
  weigh: weighMatters,
  split: splitMatters,
  load: (ids) => loadMatters(tx, 'id', ids),
});

/** Takes in the disputes of new articles, which are in the record with their lineages. */
export async function mergeQuarrels(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const told = (await loadTold(tx, 'article', articleIds)).filter(({ matter }) => matter === null);
  if (told.length === 0) return;
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

/** With the quarrels that they are of now. */
async function withRows(tx: Tx, groups: readonly (readonly Matter[])[]): Promise<MatterRow[][]> {
  const rows = new Map(
    (
      await loadMatters(
        tx,
        'id',
        groups.flat().map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return groups.map((group) => group.flatMap(({ id }) => rows.get(id) ?? []));
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

const quarrelsOf = (group: readonly MatterRow[]): string[] => [
  ...new Set(group.flatMap(({ quarrel }) => quarrel ?? [])),
];

/** One quarrel with something new, and no part of it elsewhere. */
function isGrown(group: readonly MatterRow[], groups: readonly (readonly MatterRow[])[]): boolean {
  const [quarrel, ...others] = quarrelsOf(group);
  if (quarrel === undefined || others.length > 0) return false;
  return groups.every((other) => other === group || !other.some((matter) => matter.quarrel === quarrel));
}

/**
 * Makes quarrels from all their disputes.
 * @param added Disputes that are not yet written to their matters.
 * @param before Quarrels that there were, beside those that the matters name.
 */
async function remake(
  tx: Tx,
  groups: readonly MatterRow[][],
  added: readonly Told[] = [],
  before: readonly string[] = [],
): Promise<void> {
  if (groups.length + before.length === 0) return;
  const written = await loadTold(
    tx,
    'matter',
    groups.flat().map(({ id }) => id),
  );
  const byMatter = grouped([...written, ...added], ({ matter }) => matter ?? '');
  const made = groups
    .map((group) => ({ group, told: group.flatMap(({ id }) => byMatter.get(id) ?? []) }))
    .filter(({ told }) => told.length > 0)
    .map(({ group, told }) => ({ group, told, quarrel: quarrelOf(told) }));
  const kept = new Set(made.map(({ quarrel }) => quarrel.id));
  const old = new Set([...before, ...groups.flatMap((group) => quarrelsOf(group))]);
  await removeQuarrels(
    tx,
    [...old].filter((id) => !kept.has(id)),
  );
  const movedTo = <Row extends { readonly quarrel: string | null }>(rows: readonly Row[], to: string) =>
    rows.filter(({ quarrel }) => quarrel !== to).map((row) => ({ ...row, to }));
  await assignDisputes(
    tx,
    made.flatMap(({ told, quarrel }) => movedTo(told, quarrel.id)),
  );
  await assignMatters(
    tx,
    made.flatMap(({ group, quarrel }) => movedTo(group, quarrel.id)),
  );
  await writeQuarrels(
    tx,
    made.map(({ quarrel }) => quarrel),
  );
}

/** Makes quarrels again whose articles changed: their lineages, or that another replaced them. */
export async function concludeQuarrels(tx: Tx, quarrelIds: readonly string[]): Promise<void> {
  const matters = await loadMatters(tx, 'quarrel', quarrelIds);
  await remake(tx, [...grouped(matters, ({ quarrel }) => quarrel).values()]);
}

/** Takes the disputes of articles back, as if they had never been read. Call it while their rows are still there. */
export async function forgetQuarrels(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const lost = (await loadTold(tx, 'article', articleIds)).filter(({ matter }) => matter !== null);
  if (lost.length === 0) return;
  await sql`update dispute set matter = null, quarrel = null where id = any(${lost.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  const matters = await loadMatters(
    tx,
    'id',
    lost.flatMap(({ matter }) => matter ?? []),
  );
  const gone = await goneOf(tx, matters);
  const old = gone.length === 0 ? [] : (await groupsAround(tx, gone, kindOf(tx))).flat().map(({ id }) => id);
  await unlink(tx, gone);
  if (gone.length > 0) await tx.deleteFrom('matter').where('id', 'in', gone).execute();
  const left = old.filter((id) => !gone.includes(id));
  const groups = left.length === 0 ? [] : await withRows(tx, await groupsAround(tx, left, kindOf(tx)));
  const seen = new Set(groups.flat().map(({ id }) => id));
  const before = matters.flatMap(({ quarrel }) => quarrel ?? []);
  const same = grouped(await loadMatters(tx, 'quarrel', before), ({ quarrel }) => quarrel);
  const touched = [...same.values()].filter((group) => !group.some(({ id }) => seen.has(id)));
  await remake(tx, [...groups, ...touched], [], before);
}

/** Matters of which no dispute is left. */
async function goneOf(tx: Tx, matters: readonly MatterRow[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${matters.map(({ id }) => id)}::text[]) as lost (id)
    where not exists (select from dispute where dispute.matter = lost.id)`.execute(tx);
  return rows.map(({ id }) => id);
}
