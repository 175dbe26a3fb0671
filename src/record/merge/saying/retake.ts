/** Sayings made again of wordings on which a person has decided. */
import type { Tx } from '../../store/database.js';
import { groupsOf, relink, remade } from './relink.js';
import { loadSayingRules } from './saying-rules.js';
import { loadWordings, writeSayings } from './store.js';

/** @param ids Of wordings; those that are no more do not matter. */
export async function retakeWordings(tx: Tx, ids: readonly string[]): Promise<void> {
  const moved = await loadWordings(tx, ids);
  if (moved.length === 0) return;
  const sayings = [...new Set(moved.flatMap(({ saying }) => saying ?? []))];
  const before = await groupsOf(tx, sayings);
  const groups = await relink(tx, [], moved, [], loadSayingRules());
  const grouped = new Set(groups.flat());
  // What stood under the same saying without a tie that is left.
  const others = before
    .map((group) => group.filter((id) => !grouped.has(id)))
    .filter(({ length }) => length > 0);
  await writeSayings(tx, await remade(tx, [...groups, ...others]), [], sayings);
}
