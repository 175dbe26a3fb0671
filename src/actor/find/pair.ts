/** `the two leaders`, `both sides`, `the ministers`: who they are was said before. */
import { feature, hasRelation } from '../../language/tree.js';
import { isPossessive, lowerAt } from '../../place/index.js';
import type { Pair } from '../reference.js';
import type { Around } from './around.js';
import type { Collector } from './collect.js';
import type { UnitOf } from './unit.js';

/** Two nouns at once: a title in the plural, and `the two leaders`. Whether it was one. */
export function takePair(
  setting: Around,
  unit: UnitOf<'title'> | UnitOf<'group'>,
  found: Collector,
): boolean {
  const { scan, tables, tree } = setting;
  const token = scan.tokens[unit.head];
  if (token === undefined || feature(token, 'Number') !== 'Plur') return false;
  if (hasRelation(token, 'compound', 'flat')) return false;
  const opening = openingOf(setting, unit.from);
  if (opening === undefined || isOwned(setting, unit.head, unit.to)) return false;
  const word = scan.lower.text.slice(scan.tokens[unit.from]?.start, scan.tokens[unit.to - 1]?.end);
  const noun = tables.references.nouns.get(word);
  const pair = noun && (opening.two || noun.sort === 'diplomats') ? noun : heldBy(setting, unit, word);
  if (pair === undefined) return false;
  if (tree.childrenBy(token.index, 'amod', 'compound', 'acl').some(({ index }) => index < unit.from))
    return false;
  const { id, sector } = unit.sort === 'title' ? unit.entry.row : unit.row;
  const row = { id, sector, kind: unit.sort === 'group' ? unit.row.kind : ('group' as const) };
  const words = { from: opening.from, to: unit.to, head: unit.head, sentence: token.sentence };
  found.add({ ...words, is: 'pair', pair, row, noun: token.lemma.toLowerCase() });
  return true;
}

/** Pairs whose noun is no title: `both countries`. */
export function takeSides(setting: Around, at: number, found: Collector): void {
  const { scan, tables } = setting;
  const token = scan.tokens[at];
  if (token?.upos !== 'NOUN' || feature(token, 'Number') !== 'Plur') return;
  const pair = tables.references.nouns.get(scan.forms[at] ?? '');
  const opening = pair && openingOf(setting, at);
  if (pair === undefined || !opening?.two || isOwned(setting, at, at + 1)) return;
  found.add({
    is: 'pair',
    from: opening.from,
    to: at + 1,
    head: at,
    sentence: token.sentence,
    pair,
    noun: '',
  });
}

/** The holders of a title: `the ministers`. */
function heldBy({ tables }: Around, unit: UnitOf<'title'> | UnitOf<'group'>, word: string): Pair | undefined {
  if (unit.sort === 'group' && unit.row['of-sector'] !== true) return undefined;
  const entry = unit.sort === 'title' ? unit.entry : tables.lexicon.titles.get(word);
  if (entry?.plural !== true || entry.row.class === 'common') return undefined;
  return { sort: 'holders', title: word.replace(/s$/, '') };
}

function openingOf(
  { scan }: Around,
  at: number,
): { readonly from: number; readonly two: boolean } | undefined {
  const word = lowerAt(scan, at - 1);
  const before = lowerAt(scan, at - 2);
  if (word === 'two') return before === 'the' || before === 'these' ? { from: at - 2, two: true } : undefined;
  if (word === 'both') return { from: at - 1, two: true };
  if (word !== 'the') return undefined;
  return before === 'both' ? { from: at - 2, two: true } : { from: at - 1, two: false };
}

/** `the two leaders of Peru and Chile` says itself who they are; `the two countries' leaders` are others. */
const isOwned = ({ scan, tree }: Around, head: number, to: number): boolean =>
  isPossessive(scan, to) ||
  tree.childrenBy(head, 'nmod').some(({ index }) => {
    const [preposition] = tree.childrenBy(index, 'case');
    return preposition !== undefined && ['of', 'from'].includes(lowerAt(scan, preposition.index));
  });
