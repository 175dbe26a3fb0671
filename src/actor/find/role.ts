/** What a sentence says somebody is: in apposition, by `is`, by who they lead. */
import type { Token } from '../../language/doc.js';
import { feature, hasRelation, type Tree } from '../../language/tree.js';
import { lowerAt } from '../../place/index.js';
import { type Around, wordsOf } from './around.js';
import type { Collector } from './collect.js';
import type { Owner } from './mention.js';
import type { Unit, Units } from './unit.js';

/** `X, the minister,`, `X (ABC)`, `X is the minister`, `X, who is the minister`, `X became minister`. */
export function takeTies(setting: Around, token: Token, found: Collector): void {
  const { tree, scan } = setting;
  if (hasRelation(token, 'appos')) found.tie(token.index, besides(setting, token));
  const subject = subjectOfCopula(tree, scan.tokens, token);
  if (subject === undefined) return;
  if (tree.childrenBy(token.index, 'aux').some(({ lemma }) => MODAL.has(lemma))) return;
  if (tree.childrenBy(token.index, 'advmod').some(({ lemma }) => NOT.has(lemma.toLowerCase()))) return;
  found.tie(token.index, subject.index);
}

/** The last of `A and B, a spokesman`, where the tree has it at A; the office in `envoy to Peru, A`. */
function besides({ tree, scan }: Around, token: Token): number {
  const head = scan.tokens[token.head];
  if (head === undefined) return token.head;
  if (feature(token, 'Number') !== 'Plur') {
    const near = tree.conjuncts(head.index).filter(({ index }) => index < token.index);
    const last = near.at(-1);
    if (last !== undefined && last !== head) return last.index;
  }
  const sent =
    token.upos === 'PROPN' &&
    head.upos === 'PROPN' &&
    hasRelation(head, 'nmod') &&
    lowerAt(scan, head.index - 1) === 'to';
  return sent ? head.head : head.index;
}

const MODAL: ReadonlySet<string> = new Set([
  'could',
  'would',
  'may',
  'might',
  'should',
  'can',
  'must',
  'will',
]);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never', 'no']);
/** Passive of these makes somebody what they are: `was elected president`. */
const MAKING: ReadonlySet<string> = new Set(['become', 'elect', 'appoint', 'name', 'remain']);

function subjectOfCopula(tree: Tree, tokens: readonly Token[], token: Token): Token | undefined {
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return undefined;
  const [subject] = tree.childrenBy(token.index, 'nsubj');
  if (tree.childrenBy(token.index, 'cop').length > 0) return subject;
  const above = tokens[token.head];
  if (above === undefined || !MAKING.has(above.lemma.toLowerCase()) || !hasRelation(token, 'xcomp'))
    return undefined;
  const [made] = tree.childrenBy(above.index, 'nsubj');
  return made;
}

/** `Soto, who leads the party`: an office told by a verb. */
export function takeLeading(setting: Around, units: Units, verb: Token, found: Collector): void {
  const { tree, tables, scan } = setting;
  if (verb.upos !== 'VERB' || !tables.lexicon.leading.has(verb.lemma.toLowerCase())) return;
  if (verb.deprel !== 'acl:relcl' || units[verb.head]?.sort !== 'person') return;
  const [led] = tree.childrenBy(verb.index, 'obj');
  const unit = led === undefined ? undefined : units[led.index];
  const entry = tables.lexicon.titles.get('leader');
  if (unit === undefined || entry === undefined || tree.childrenBy(verb.index, 'aux:pass').length > 0) return;
  const owner = ledBy(setting, unit);
  if (owner === undefined) return;
  const former =
    feature(verb, 'Tense') === 'Past' && scan.tokens[verb.index]?.feats.includes('VerbForm=Fin') === true;
  const title = wordsOf(setting, verb.index, verb.index + 1);
  found.hold(verb.head, { row: entry.row, title, owner, former, from: verb.index, to: unit.to });
}

function ledBy(setting: Around, unit: Unit): Owner | undefined {
  const from = lowerAt(setting.scan, unit.from - 1) === 'the' ? unit.from - 1 : unit.from;
  const text = wordsOf(setting, from, unit.to);
  if (unit.sort === 'body') {
    const { country, sectors } = unit.body;
    const [sector] = sectors;
    const countries = country === undefined ? [] : [country];
    return { text, countries, located: false, head: unit.head, ...(sector !== undefined && { sector }) };
  }
  if (unit.sort === 'group')
    return { text, countries: [], located: false, head: unit.head, sector: unit.row.sector };
  if (unit.sort === 'state')
    return { text, countries: unit.codes.length === 1 ? unit.codes : [], located: false };
  return undefined;
}
