/** Disputes of all reports become quarrels: each once, with its names, parties and all who tell of it. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { groupsAround, type Kind, regroup, unlink } from '../linked.js';
import { quarrelOf, type Told } from './conclude.js';
import { type Growth, grow } from './grow.js';
import { type Matter, matterMarks, matterOf, splitMatters, weighMatters } from './matter.js';
import {
  assign,
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
  const added = told.map((each) => ({ ...each, matter: matterOf(each) }));
  const matters = new Map(added.map(({ matter }) => [matter.id, matter]));
  const known = await loadMatters(tx, 'id', [...matters.keys()]);
  await writeMatters(tx, added);
  const isKnown = new Set(known.map(({ id }) => id));
  const fresh = [...matters.values()].filter(({ id }) => !isKnown.has(id));
  const linked = fresh.length === 0 ? [] : await regroup(tx, fresh, kindOf(tx));
  const groups = await withRows(tx, linked);
  const seen = new Set(groups.flat().map(({ id }) => id));
  const rest = known.filter(({ id }) => !seen.has(id)).flatMap(({ quarrel }) => quarrel ?? []);
  const same = grouped(await loadMatters(tx, 'quarrel', rest), ({ quarrel }) => quarrel);
  await store(
    tx,
    [...groups, ...same.values()],
    added.map((each) => ({ ...each, matter: each.matter.id })),
  );
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

/** Groups that only grew take up what is new; the others are made again from all their disputes. */
async function store(tx: Tx, groups: readonly MatterRow[][], added: readonly Told[]): Promise<void> {
  const byMatter = grouped(added, ({ matter }) => matter ?? '');
  const addedTo = (group: readonly MatterRow[]): Told[] => group.flatMap(({ id }) => byMatter.get(id) ?? []);
  const grown = groups.filter((group) => isGrown(group, groups));
  const quarrels = new Map(
    (
      await loadQuarrels(
        tx,
        grown.flatMap((group) => quarrelsOf(group)),
      )
    ).map((quarrel) => [quarrel.id, quarrel]),
  );
  const growths = grown.flatMap((group): Growth[] => {
    const quarrel = quarrels.get(quarrelsOf(group)[0] ?? '');
    return quarrel === undefined ? [] : [{ quarrel, added: addedTo(group) }];
  });
  const now = new Map((await grow(tx, growths)).map((quarrel) => [quarrel.id, quarrel]));
  const kept = grown.filter((group) => now.has(quarrelsOf(group)[0] ?? ''));
  await assign(
    tx,
    kept.flatMap((group) => addedTo(group).map(({ id }) => ({ id, to: quarrelsOf(group)[0] ?? '' }))),
    kept.flatMap((group) =>
      group
        .filter(({ quarrel }) => quarrel === null)
        .map(({ id }) => ({ id, to: quarrelsOf(group)[0] ?? '' })),
    ),
  );
  await writeQuarrels(tx, [...now.values()]);
  await remake(
    tx,
    groups.filter((group) => !kept.includes(group)),
  );
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

/** Makes quarrels from all their disputes. @param before Quarrels that there were, beside those that the matters name. */
async function remake(tx: Tx, groups: readonly MatterRow[][], before: readonly string[] = []): Promise<void> {
  const byMatter = grouped(
    await loadTold(
      tx,
      'matter',
      groups.flat().map(({ id }) => id),
    ),
    ({ matter }) => matter ?? '',
  );
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
  await assign(
    tx,
    made.flatMap(({ told, quarrel }) =>
      told.filter((each) => each.quarrel !== quarrel.id).map(({ id }) => ({ id, to: quarrel.id })),
    ),
    made.flatMap(({ group, quarrel }) =>
      group.filter((each) => each.quarrel !== quarrel.id).map(({ id }) => ({ id, to: quarrel.id })),
    ),
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
  await remake(tx, [...groups, ...touched], before);
}

/** Matters of which no dispute is left. */
async function goneOf(tx: Tx, matters: readonly MatterRow[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${matters.map(({ id }) => id)}::text[]) as lost (id)
    where not exists (select from dispute where dispute.matter = lost.id)`.execute(tx);
  return rows.map(({ id }) => id);
}
