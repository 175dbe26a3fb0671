/** Unnamed people are of where they act: `Prisoners rioted at a jail in Dili`. */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import type { Around } from './around.js';
import { prepositionOf } from './behind.js';
import { groundUnder } from './ground.js';
import type { Owner } from './mention.js';
import type { Units } from './unit.js';

/** PLOVER's sectors of who acts at home: no army, no government, no refugees, nobody's agency. */
const AT_HOME: ReadonlySet<string> = new Set(
  'CVL OPP LAB EDU REL COP REB UAF CRM SOC MED AGR JUD PTY'.split(' '),
);

export const actsAtHome = (sector: string): boolean => AT_HOME.has(sector);

const WHERE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'through',
  'across',
  'near',
  'throughout',
  'outside',
]);
/** A clause names no more places. */
const MOST = 6;

/** Where the clause is in which they act or are acted upon, when it names one state alone. `head`: their word in the tree. */
export function whereActing(setting: Around, units: Units, head: number): Owner | undefined {
  const { tree, scan } = setting;
  const token = scan.tokens[head];
  const first = token && (tree.firstConjunct(head) ?? token);
  if (first === undefined || !hasRelation(first, 'nsubj', 'obj', 'obl:agent')) return undefined;
  if (isAway(setting, first.head)) return undefined;
  const countries = new Set<string>();
  for (const place of placesOf(setting, first.head).slice(0, MOST)) {
    const country = groundUnder(setting, units, place);
    if (country !== undefined) countries.add(country);
  }
  return countries.size === 1
    ? { text: '', countries: [...countries], located: true, loose: true }
    : undefined;
}

/** `resumed talks in Geneva`: what they do there is done by people of anywhere. */
const isAway = ({ tree, scan, tables }: Around, verb: number): boolean =>
  [scan.tokens[verb], ...tree.childrenBy(verb, 'obj')].some(
    (token) => token !== undefined && tables.lexicon.awayFromHome.has(token.lemma.toLowerCase()),
  );

/** What says where, of the verb and of what it is done to: `blocked roads in Lagos`. */
function placesOf(setting: Around, verb: number): Token[] {
  const { tree } = setting;
  const own = tree.childrenBy(verb, 'obl');
  const ofObjects = tree
    .childrenBy(verb, 'obj', 'obl')
    .flatMap(({ index }) => tree.childrenBy(index, 'nmod'));
  return [...own, ...ofObjects]
    .filter((child) => WHERE.has(prepositionOf(setting, child) ?? ''))
    .flatMap(({ index }) => tree.conjuncts(index));
}
