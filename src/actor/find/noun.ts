/** Offices and groups by their nouns: `the Japanese foreign minister`, `thousands of students`, `rebels in Chad`. */
import type { Token } from '../../language/doc.js';
import { feature, hasRelation } from '../../language/tree.js';
import { isCapital, lowerAt, touches } from '../../place/index.js';
import { actsAtHome, whereActing } from './acting.js';
import { type Around, wordsOf } from './around.js';
import { behind } from './behind.js';
import { bodyMention, shortOf } from './body.js';
import type { Collector } from './collect.js';
import type { Given, Owner, RoleRead } from './mention.js';
import { type Before, before, trimmed } from './owner.js';
import type { Unit, UnitOf, Units } from './unit.js';

type Noun = UnitOf<'title'> | UnitOf<'group'>;

/** All that one noun group tells. */
interface Description extends Before {
  readonly unit: Noun;
  readonly token: Token;
  /** End of the mention. */
  readonly to: number;
  /** The word that the whole group hangs on: `thousands` of `thousands of students`. */
  readonly top: number;
  readonly through: number;
  readonly plural: boolean;
}

export function takeNoun(setting: Around, units: Units, unit: Noun, found: Collector): void {
  const token = setting.scan.tokens[unit.head];
  if (token === undefined || !(token.upos === 'NOUN' || token.upos === 'PROPN' || isShort(unit))) return;
  const name = unit.sort === 'title' ? nameBehind(setting, units, unit) : undefined;
  if (name === undefined && isAttribute(setting, units, unit, token)) return;
  const description = describe(setting, units, unit, token, name);
  if (description === undefined) return;
  if (unit.sort === 'title' && name !== undefined) {
    take(description, found);
    holdAll(setting, units, name, roleOf(setting, unit, description), unit.entry.plural, found);
  } else if (unit.sort === 'title' && !unit.entry.plural) takeOffice(setting, unit, description, found);
  else takeGroup(setting, units, unit, description, found);
}

const isShort = (unit: Noun): boolean => unit.sort === 'title' && unit.entry.row.short !== undefined;

/** The name right behind: `President Vladimir Putin`. */
function nameBehind({ scan }: Around, units: Units, { to }: Unit): UnitOf<'person'> | undefined {
  const next = units[to];
  return next?.sort === 'person' && next.from === to && touches(scan, to - 1, to) ? next : undefined;
}

/** `police station`, `government troops`: it says of what sort something else is. */
function isAttribute({ scan }: Around, units: Units, unit: Noun, token: Token): boolean {
  if (!hasRelation(token, 'compound', 'amod', 'nmod:desc', 'flat', 'nmod:unmarked', 'obl:unmarked'))
    return false;
  const above = units[token.head];
  if (token.deprel === 'nmod:desc' && above?.sort === 'person') return false;
  if (token.deprel === 'flat') return above !== undefined && above !== unit;
  return token.head >= unit.to && !scan.tokens.slice(unit.to, token.head).some(({ upos }) => upos === 'ADP');
}

function describe(
  setting: Around,
  units: Units,
  unit: Noun,
  token: Token,
  name: Unit | undefined,
): Description | undefined {
  const read = before(setting, units, unit, name?.head);
  const left = isVeteran(unit, read, units) ? withoutOwner(read) : read;
  if (lowerAt(setting.scan, left.from) === 'no' || isOurs(setting, left.from)) return undefined;
  const plural = unit.sort === 'title' ? unit.entry.plural : feature(token, 'Number') === 'Plur';
  const sort = { sender: unit.sort === 'title' && unit.entry.row.sender === true, plural };
  const right =
    behind(setting, units, unit, sort) ??
    (name === undefined ? undefined : behind(setting, units, { head: name.head, to: name.to }, sort));
  const counting = name === undefined ? countedBy(setting, token) : undefined;
  const outer =
    counting === undefined
      ? undefined
      : trimmed(setting, units, setting.tree.subtree(counting.index).from, counting.index);
  const owner = ownerOf(left.owner, right?.owner);
  const inside = right !== undefined && left.owner?.countries.length !== 1 && name === undefined;
  return {
    ...left,
    unit,
    token,
    plural,
    from: outer ?? left.from,
    given: counting === undefined ? left.given : 'counted',
    to: inside ? Math.max(right.to, unit.to) : unit.to,
    through: right !== undefined && right.owner === owner && name === undefined ? right.through : unit.to,
    top: counting?.index ?? token.index,
    ...(owner && { owner }),
  };
}

/** `a Vietnam veteran`, `Iraq victims`: the name of a state says where, of those who hold no office. */
function isVeteran(unit: Noun, { owner, attributes, given }: Before, units: Units): boolean {
  const civil = unit.sort === 'title' ? unit.entry.row.class === 'common' : unit.row.sector === 'CVL';
  if (!civil || owner === undefined || owner.countries.length === 0 || given === 'definite') return false;
  const sorts = units.slice(attributes, unit.from).map((each) => each?.sort);
  return sorts.includes('state') && !sorts.includes('demonym');
}

const withoutOwner = ({ owner: _, ...rest }: Before): Before => rest;

/** What stands before the noun says it rather than what stands behind; somebody's own country rather than where they are. */
function ownerOf(left: Owner | undefined, right: Owner | undefined): Owner | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  if (left.countries.length > 0 || right.countries.length === 0) return left;
  return { ...left, countries: right.countries, located: right.located };
}

/** Counts of counts are no more: `hundreds of thousands of students`. */
const COUNTS = 3;

/** `thousands of students`: the noun in front only counts. */
function countedBy(setting: Around, token: Token): Token | undefined {
  let found: Token | undefined;
  for (let step = 0; step < COUNTS; step++) {
    const above = countAbove(setting, found ?? token);
    if (above === undefined) break;
    found = above;
  }
  return found;
}

function countAbove({ scan, tree, tables }: Around, token: Token): Token | undefined {
  const above = scan.tokens[token.head];
  if (above === undefined || above.index > token.index || !hasRelation(token, 'nmod')) return undefined;
  const [of] = tree.childrenBy(token.index, 'case');
  if (of === undefined || lowerAt(scan, of.index) !== 'of') return undefined;
  const counts = above.upos === 'NUM' || tables.lexicon.partitives.has(above.lemma.toLowerCase());
  return counts ? above : undefined;
}

function take({ from, unit, to }: Description, found: Collector): void {
  found.take(from, unit.from);
  found.take(unit.to, to);
}

function roleOf(setting: Around, unit: UnitOf<'title'>, description: Description): RoleRead {
  const { owner, sector, former, attributes, through } = description;
  const whose = owner ?? (sector === undefined ? undefined : { text: '', countries: [], located: false });
  return {
    row: unit.entry.row,
    title: wordsOf(setting, unit.from, unit.to),
    former,
    from: Math.min(Math.max(attributes, description.from), unit.from),
    to: Math.max(through, unit.to),
    ...(whose && { owner: { ...whose, ...(sector !== undefined && { sector }) } }),
  };
}

/** `Foreign Ministers Jan Lis and Petr Novak`: a plural title is that of each. */
function holdAll(
  { tree }: Around,
  units: Units,
  name: Unit,
  role: RoleRead,
  plural: boolean,
  found: Collector,
): void {
  const heads = plural ? tree.conjuncts(name.head).map(({ index }) => index) : [name.head];
  for (const head of heads) if (units[head]?.sort === 'person') found.hold(head, role);
}

function takeOffice(
  setting: Around,
  unit: UnitOf<'title'>,
  description: Description,
  found: Collector,
): void {
  const { token, given, owner, from, to, top } = description;
  if (unit.entry.row.needs === 'owner' && !isNamed(owner)) return;
  if (!isSomebody(setting, token, given, owner)) return;
  take(description, found);
  const lemma = nounOf(setting, token);
  const role = roleOf(setting, unit, description);
  found.add({ is: 'office', from, to, head: top, sentence: token.sentence, role, given, lemma });
}

/** With an article or an owner, or as the one who does it. `As president`, `in general` are nobody. */
function isSomebody(setting: Around, token: Token, given: Given, owner: Owner | undefined): boolean {
  const { scan, tree } = setting;
  if (isAs(setting, token.index)) return false;
  const cases = tree.childrenBy(token.index, 'case');
  if (given !== 'bare') return true;
  if (owner !== undefined) return true;
  const first = tree.firstConjunct(token.index) ?? token;
  return (
    hasRelation(first, 'nsubj', 'appos', 'obl:agent') && (!isCapital(scan, token.index) || cases.length === 0)
  );
}

/** `as president`, `as advisers`: what somebody else is. */
const isAs = ({ scan, tree }: Around, head: number): boolean =>
  tree.childrenBy(head, 'case').some(({ index }) => lowerAt(scan, index) === 'as');

function takeGroup(
  setting: Around,
  units: Units,
  unit: Noun,
  description: Description,
  found: Collector,
): void {
  const { token, given, owner, from, to, top, body, sector, plural } = description;
  const row = rowOfGroup(unit);
  if (isAs(setting, top) || isMotion(setting, units, unit, row)) return;
  const acts = hasRelation(setting.tree.firstConjunct(token.index) ?? token, 'nsubj', 'obl:agent');
  if (row.needs === 'owner' && !isNamed(owner) && !isBodys(setting, owner)) return;
  if (row.needs === 'act' && !acts) return;
  if (row.needs === 'state' && owner === undefined && given !== 'definite' && !acts) return;
  if (!plural && given === 'bare' && owner === undefined && row.alone !== true && !acts) return;
  take(description, found);
  const words = { from, to, head: top, sentence: token.sentence };
  if (body?.sort === 'body' && body.to <= unit.from && row['acts-for'] === true) {
    found.takeWhole(body.head);
    const short = shortOf(setting, units, body);
    if (short !== undefined && body.to < unit.from) found.takeWhole(short.head);
    found.add(bodyMention(setting, body, words, short?.name));
    return;
  }
  const sort = {
    id: row.id,
    kind: row.kind,
    sector: row['of-sector'] === true && sector ? sector : row.sector,
  };
  const whose = owner ?? (actsAtHome(sort.sector) ? whereActing(setting, units, top) : undefined);
  found.add({
    ...words,
    is: 'group',
    row: { ...sort, ...(row['of-sector'] === true && { 'of-sector': true }) },
    given,
    plural,
    noun: row.synonyms === true ? '' : nounOf(setting, token),
    ...(whose && { owner: whose }),
  });
}

/** `The movement of workers` is none that acts, `a camp for refugees` no more. */
const isMotion = ({ tree }: Around, units: Units, { head }: Noun, row: GroupSort): boolean =>
  row.id === 'group/alliance' &&
  tree.childrenBy(head, 'nmod').some(({ index, upos }) => {
    const unit = units[index];
    return (
      index > head &&
      upos === 'NOUN' &&
      (unit === undefined || unit.sort === 'group' || unit.sort === 'title')
    );
  });

/** `our leaders`: whose they are only the speaker knows, and several may speak. */
const isOurs = ({ scan }: Around, from: number): boolean => {
  const token = scan.tokens[from - 1];
  return token !== undefined && feature(token, 'Poss') === 'Yes' && feature(token, 'Person') === '1';
};

/** Its last word in the singular. */
export const nounOf = ({ scan }: Around, token: Token): string =>
  token.lemma.toLowerCase() || lowerAt(scan, token.index);

/** `his head` is no head of anything. */
const isNamed = (owner: Owner | undefined): boolean =>
  owner !== undefined && (owner.text !== '' || owner.countries.length > 0);

/** `its staff`, `their mission`: a body's, not a person's. */
const isBodys = ({ scan }: Around, owner: Owner | undefined): boolean =>
  owner?.head !== undefined && ['its', 'their'].includes(lowerAt(scan, owner.head));

interface GroupSort {
  readonly id: string;
  readonly kind: 'group' | UnitOf<'group'>['row']['kind'];
  readonly sector: string;
  readonly needs?: 'state' | 'owner' | 'act' | undefined;
  readonly alone?: boolean | undefined;
  readonly 'of-sector'?: boolean | undefined;
  readonly synonyms?: boolean | undefined;
  readonly 'acts-for'?: boolean | undefined;
}

/** Several holders of an office are a group of its sector. */
const rowOfGroup = (unit: Noun): GroupSort =>
  unit.sort === 'group' ? unit.row : { ...unit.entry.row, kind: 'group', alone: true };
