/** Statements of all reports become sayings: each utterance once, with all who carry it. */
import { insertInto } from '../../filing/insert.js';
import { printedOf, type Rows } from '../../filing/rows.js';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import type { Carried, Made } from './conclude.js';
import { type Growth, grow } from './grow.js';
import { earliest, groupsOf, relink, remade } from './relink.js';
import { loadSayingRules } from './saying-rules.js';
import { loadCarried, loadWordings, type WordingRow, writeSayings } from './store.js';
import { type Wording, wordingOf } from './utterance.js';

/** Takes in the statements of new articles, which are written with what they say. */
export async function takeSayings(tx: Tx, filed: readonly Stated[]): Promise<void> {
  const statements = filed.flatMap((rows) => rows.statements);
  const fresh = new Set(statements.map(({ id }) => id));
  const made = await merge(tx, filed.flatMap(carriedOf), fresh);
  const under = new Map(
    made.flatMap(({ row, carried }) =>
      carried.map(({ id, wording }) => [id, { wording, saying: row.id }] as const),
    ),
  );
  await insertInto(
    tx,
    'statement',
    statements.map((statement) => ({ ...statement, ...under.get(statement.id) })),
  );
}

type Stated = Pick<Rows, 'article' | 'statements'>;

/** What the database would give back. */
function carriedOf(rows: Stated): Carried[] {
  const printed = printedOf(rows);
  return rows.statements.map(({ id, article, form, speakers, content, from = null, to = null }) => {
    const said = { id, article, form, speakers: JSON.parse(speakers), content, from, to };
    return { ...said, wording: null, saying: null, rejected: false, ...printed };
  });
}

/** Takes in the statements of articles of the record that are under no saying, as they are no longer rejected. */
export async function mergeSayings(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const loaded = await loadCarried(tx, 'article', articleIds);
  await merge(
    tx,
    loaded.filter(({ wording, rejected }) => wording === null && !rejected),
  );
}

/** @param unwritten Those of them that the record does not hold yet. @returns sayings with the statements taken in. */
async function merge(
  tx: Tx,
  loaded: readonly Carried[],
  unwritten?: { has(statement: string): boolean },
): Promise<readonly Made[]> {
  if (loaded.length === 0) return [];
  const rules = loadSayingRules();
  const told = loaded.map((each) => ({ each, wording: wordingOf(each, each.day, rules) }));
  const added = told.map(({ each, wording }): Carried => ({ ...each, wording: wording.id }));
  const wordings = earliest(told.map(({ wording }) => wording));
  const known = new Map((await loadWordings(tx, [...wordings.keys()])).map((each) => [each.id, each]));
  const fresh = [...wordings.values()].filter(({ id }) => !known.has(id));
  const moved = [...wordings.values()].filter(({ id, first }) => isEarlier(first, known.get(id)));
  const linked = await relink(tx, fresh, moved, [], rules);
  const others = linked.flat().filter((id) => !wordings.has(id));
  const rows = new Map([...known, ...(await loadWordings(tx, others)).map((row) => [row.id, row] as const)]);
  const groups = linked.map((ids): Group => groupOf(ids, rows, wordings, moved));
  const isLinked = new Set(linked.flat());
  const same = [...known.values()].filter(({ id }) => !isLinked.has(id));
  const made = await conclude(tx, groups, same, added);
  await writeSayings(tx, made, [...fresh, ...moved], [], unwritten);
  return made;
}

/** @param same Wordings that nothing new was linked to. */
async function conclude(
  tx: Tx,
  groups: readonly Group[],
  same: readonly WordingRow[],
  added: readonly Carried[],
): Promise<Made[]> {
  const byWording = grouped(added, ({ wording }) => wording ?? '');
  const addedTo = (ids: readonly string[]): Carried[] => ids.flatMap((id) => byWording.get(id) ?? []);
  const grown = groups.filter((group) => isGrown(group, groups));
  const bySaying = grouped(same, ({ saying }) => saying ?? '');
  const growths: Growth[] = [
    ...grown.map(({ ids, sayings, words }) => ({ id: sayings[0] ?? '', words, added: addedTo(ids) })),
    ...[...bySaying].map(([id, each]) => ({ id, words: [], added: addedTo(each.map((row) => row.id)) })),
  ];
  const made = await grow(tx, growths);
  const done = new Set(made.map(({ row }) => row.id));
  const isDone = (group: Group): boolean => grown.includes(group) && done.has(group.sayings[0] ?? '');
  const left = await groupsOf(
    tx,
    [...bySaying.keys()].filter((id) => !done.has(id)),
  );
  const again = [...groups.filter((group) => !isDone(group)).map(({ ids }) => ids), ...left];
  return [...made, ...(await remade(tx, again, added))];
}

/** Wordings that are one saying now. */
interface Group {
  readonly ids: readonly string[];
  /** Those that they were of before. */
  readonly sayings: readonly string[];
  readonly words: readonly string[];
  readonly isMoved: boolean;
}

function groupOf(
  ids: readonly string[],
  rows: ReadonlyMap<string, WordingRow>,
  fresh: ReadonlyMap<string, Wording>,
  moved: readonly Wording[],
): Group {
  return {
    ids,
    sayings: [...new Set(ids.flatMap((id) => rows.get(id)?.saying ?? []))],
    words: ids.flatMap((id) => (rows.get(id) ?? fresh.get(id))?.words ?? []),
    isMoved: moved.some(({ id }) => ids.includes(id)),
  };
}

/** One saying with something new, and no part of it elsewhere. */
const isGrown = (group: Group, groups: readonly Group[]): boolean =>
  !group.isMoved &&
  group.sayings.length === 1 &&
  groups.every((other) => other === group || !other.sayings.includes(group.sayings[0] ?? ''));

const isEarlier = (first: string | null, known: Wording | undefined): boolean =>
  known !== undefined && first !== null && (known.first === null || first < known.first);

/** Makes sayings again whose articles changed: their lineages, or that another replaced them. */
export async function concludeSayings(tx: Tx, sayingIds: readonly string[]): Promise<void> {
  const groups = await groupsOf(tx, sayingIds);
  await writeSayings(tx, await remade(tx, groups), []);
}
