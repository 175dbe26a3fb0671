/**
 * States, their peoples, and capitals that stand for governments. Whether a name is somebody or a place, the tree
 * tells: who acts or is acted upon is somebody, `in`, `near`, `through` it is a place.
 */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import { isHyphen, lowerAt } from '../../place/index.js';
import { type Around, sentenceOf } from './around.js';
import { prepositionOf } from './behind.js';
import type { Collector } from './collect.js';
import { groundUnder } from './ground.js';
import type { Given } from './mention.js';
import { before } from './owner.js';
import type { Unit, UnitOf, Units } from './unit.js';

type StateLike = UnitOf<'state'> | UnitOf<'demonym'> | UnitOf<'people'> | UnitOf<'capital'> | UnitOf<'folk'>;

export function takeState(setting: Around, units: Units, unit: StateLike, found: Collector): void {
  const { scan } = setting;
  const token = scan.tokens[unit.head];
  if (token === undefined || found.isTaken(unit.head)) return;
  if (isHyphen(scan, unit.to) || isHyphen(scan, unit.from - 1)) return;
  const words = { from: unit.from, to: unit.to, head: unit.head, sentence: token.sentence };
  if (unit.sort === 'capital') {
    if (!governs(setting, unit, token)) return;
    const row = { id: 'group/government', kind: 'government' as const, sector: 'GOV' };
    const owner = { text: '', countries: [unit.country], located: false };
    found.add({ ...words, is: 'group', row, owner, given: 'definite', plural: false, noun: '' });
  } else if (unit.sort === 'people' || unit.sort === 'folk') takePeople(setting, units, unit, token, found);
  else takeNamed(setting, units, unit, token, found);
}

function takeNamed(
  setting: Around,
  units: Units,
  unit: UnitOf<'state'> | UnitOf<'demonym'>,
  token: Token,
  found: Collector,
): void {
  const [country, second] = unit.codes;
  if (country === undefined || second !== undefined) return;
  const words = { from: unit.from, to: unit.to, head: unit.head, sentence: token.sentence };
  const attributive = isAttribute(setting, unit, token);
  if (unit.sort === 'demonym' || attributive) {
    if (attributive) found.add({ ...words, is: 'state', country, adjective: true });
    else if (isCollective(setting, unit, token)) takePeople(setting, units, unit, token, found);
    return;
  }
  if (isActedOn(setting, token)) found.add({ ...words, is: 'state', country, adjective: false });
}

/** `Japanese missiles` names Japan by its adjective. A state before a noun only says where: `the Iraq war`. */
function isAttribute({ scan }: Around, unit: Unit, token: Token): boolean {
  const above = scan.tokens[(token.deprel === 'conj' ? scan.tokens[token.head]?.head : token.head) ?? -1];
  const first = token.deprel === 'conj' ? (scan.tokens[token.head] ?? token) : token;
  if (above === undefined || above.index < unit.to) return false;
  const adjective = unit.sort === 'demonym' || /^(?:U\.?S\.?|U\.?K\.?)$/.test(token.form);
  return adjective && hasRelation(first, 'amod', 'compound', 'nmod:unmarked') && above.upos === 'NOUN';
}

/** `the Japanese`: no noun follows. */
const isCollective = ({ scan }: Around, { from, to }: Unit, token: Token): boolean =>
  lowerAt(scan, from - 1) === 'the' &&
  /(?:ese|ish|ch|ss|ois)$/.test(lowerAt(scan, to - 1)) &&
  !hasRelation(token, 'amod', 'compound', 'flat');

function takePeople(setting: Around, units: Units, unit: Unit, token: Token, found: Collector): void {
  const { scan, tree, tables } = setting;
  if (hasRelation(token, 'compound', 'amod', 'flat')) return;
  const left = before(setting, units, unit);
  const above = scan.tokens[token.head];
  const counting =
    above !== undefined &&
    above.index < token.index &&
    hasRelation(token, 'nmod') &&
    prepositionOf(setting, token) === 'of' &&
    (above.upos === 'NUM' || tables.lexicon.partitives.has(above.lemma.toLowerCase()));
  const codes = unit.sort === 'people' || unit.sort === 'demonym' || unit.sort === 'state' ? unit.codes : [];
  const own = codes.length === 1 ? codes[0] : undefined;
  const form = scan.tokens[unit.to - 1]?.form ?? '';
  const folk = tables.lexicon.peoples.get(form) ?? undefined;
  // `ethnic Turks` aren't of Turkey, `Bosnian Serbs` of Bosnia; `Lithuanian Americans` are Americans.
  const isEthnic =
    lowerAt(scan, unit.from - 1) === 'ethnic' ||
    (left.owner !== undefined && (own === undefined || tables.lexicon.peoples.has(form)));
  const around = whereOf(setting, units, unit);
  const country = isEthnic ? (left.owner?.countries[0] ?? around) : (own ?? around ?? folk);
  const given: Given = counting ? 'counted' : left.given;
  const from = counting && above ? tree.subtree(above.index).from : left.owner ? left.from : unit.from;
  found.take(from, unit.from);
  found.add({
    is: 'people',
    from,
    to: unit.to,
    head: counting && above ? above.index : unit.head,
    sentence: token.sentence,
    noun: isEthnic || own === undefined ? lowerAt(scan, unit.to - 1) : '',
    given,
    ...(country !== undefined && { country }),
  });
}

/** `Albanians in Serbia` */
function whereOf(setting: Around, units: Units, { head }: Unit): string | undefined {
  for (const child of setting.tree.childrenBy(head, 'nmod')) {
    const preposition = prepositionOf(setting, child);
    if (preposition !== 'in' && preposition !== 'of' && preposition !== 'from') continue;
    const country = groundUnder(setting, units, child);
    if (country !== undefined) return country;
  }
  return undefined;
}

/** A state is somebody unless it is where something is. */
export function isActedOn(setting: Around, token: Token): boolean {
  const first = setting.tree.firstConjunct(token.index) ?? token;
  if (hasRelation(first, 'compound', 'flat', 'vocative', 'amod')) return false;
  const preposition = prepositionOf(setting, token) ?? prepositionOf(setting, first);
  if (preposition !== undefined && setting.tables.lexicon.where.has(preposition)) return false;
  if (hasRelation(first, 'obl:unmarked', 'nmod:unmarked')) return false;
  if (hasRelation(first, 'appos', 'root', 'parataxis', 'dep', 'list'))
    return setting.placeAt[token.index] === undefined;
  return true;
}

/** A capital is a government only where it acts, is acted upon as one, or two deal with each other. */
function governs(setting: Around, unit: Unit, token: Token): boolean {
  const { scan, tree, placeAt, tables } = setting;
  if (placeAt[unit.head] !== undefined || isDateline(setting, unit)) return false;
  const first = tree.firstConjunct(token.index) ?? token;
  const above = scan.tokens[first.head];
  if (above === undefined) return false;
  const beside = tables.lexicon.besidePlaces.has(above.lemma.toLowerCase());
  const preposition = prepositionOf(setting, token) ?? prepositionOf(setting, first);
  if (hasRelation(first, 'nmod:poss')) return !tables.lexicon.partsOfTowns.has(above.lemma.toLowerCase());
  if (hasRelation(first, 'obl:agent')) return true;
  if (hasRelation(first, 'nsubj'))
    return !(beside && first.deprel === 'nsubj:pass') && !isThing(setting, above);
  if (hasRelation(first, 'obj', 'iobj')) return !beside;
  if (!hasRelation(first, 'obl', 'nmod')) return false;
  return tables.lexicon.toward.has(preposition ?? '') && (!beside || preposition === 'between');
}

/** `Lima is cold`, `Lima is not alone` say it of a town, `Lima is ready to talk`, `Lima is at odds` of a government. */
function isThing({ tree, tables: { lexicon } }: Around, above: Token): boolean {
  const lemma = above.lemma.toLowerCase();
  if (tree.childrenBy(above.index, 'cop').length === 0) return lexicon.townVerbs.has(lemma);
  return !lexicon.dealing.has(lemma) && tree.childrenBy(above.index, 'xcomp', 'ccomp', 'advcl').length === 0;
}

/** `LIMA —`, `Lima (Agency):` at the start of a paragraph. */
function isDateline(setting: Around, { from, to }: Unit): boolean {
  const { scan } = setting;
  if (sentenceOf(setting, from)?.from !== from) return false;
  return (
    ['—', '–', '-', '--', ':', '(', '/', '|'].includes(lowerAt(scan, to)) ||
    /^\p{Lu}{3,}$/u.test(scan.tokens[from]?.form ?? '')
  );
}
