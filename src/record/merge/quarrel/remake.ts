/** The web of matters, and the quarrels made from all their disputes. */
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import type { Kind } from '../linked.js';
import { quarrelOf, type Told } from './conclude.js';
import { type Matter, matterMarks, splitMatters, weighMatters } from './matter.js';
import {
  assignDisputes,
  assignMatters,
  loadMatters,
  loadTold,
  type MatterRow,
  removeQuarrels,
  writeQuarrels,
} from './store.js';

export const kindOf = (tx: Tx): Kind<Matter> => ({
  marksOf: matterMarks,
  weigh: weighMatters,
  split: splitMatters,
  load: (ids) => loadMatters(tx, 'id', ids),
});

/** With the quarrels that they are of now. */
export async function withRows(tx: Tx, groups: readonly (readonly Matter[])[]): Promise<MatterRow[][]> {
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

export const quarrelsOf = (group: readonly MatterRow[]): string[] => [
  ...new Set(group.flatMap(({ quarrel }) => quarrel ?? [])),
];

/**
 * Makes quarrels from all their disputes.
 * @param added Disputes that are not yet written to their matters.
 * @param before Quarrels that there were, beside those that the matters name.
 */
export async function remake(
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
