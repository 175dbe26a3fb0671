/** What is disputed: a noun group as a name, without its article and what is told about it. */
import type { Token } from '../language/doc.js';
import { feature, hasRelation } from '../language/tree.js';
import type { Span } from '../span.js';
import { caseOf, type Ground, lemmaOf } from './ground.js';
import { countryAt } from './party.js';

export interface Thing {
  readonly head: Token;
  readonly name: string;
  readonly span: Span;
  /** It has a proper name; else it is only described: `the islands`. */
  readonly named: boolean;
  /** Land, water, a border. */
  readonly territory: boolean;
  /** Its common noun, in the singular: `island` of `southern Kuril islands`. */
  readonly kind?: string;
  /** The country that it is said to be a part of: `Guyana` of `the Essequibo region of Guyana`. */
  readonly country?: string;
}

/** The thing that the noun group of `head` names; nothing where it is not a certain one ("a dam"). */
export function thingAt(ground: Ground, head: Token): Thing | undefined {
  let at: Token | undefined = head;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    if (!at || !isNominal(ground, at)) return undefined;
    const inner = behindAspect(ground, at);
    if (inner === at) break;
    at = inner;
  }
  if (!at || ground.timeAt.has(at.index)) return undefined;
  const thing = groupOf(ground, at);
  return isSpecific(ground, thing) ? thing : undefined;
}

/** A noun, or "all" and "most" of something. */
const isNominal = ({ words }: Ground, token: Token): boolean =>
  token.upos === 'NOUN' || token.upos === 'PROPN' || words.aspects.has(lemmaOf(token));

/** "The status of the sovereignty of the isle of …" is no news. */
const MAX_DEPTH = 4;

/** "The sovereignty of the rock", "the islands' ownership" and "the isle of Imia" are about rock, islands and Imia. */
function behindAspect(ground: Ground, head: Token): Token | undefined {
  const { tree, words } = ground;
  const of = tree.childrenBy(head.index, 'nmod').filter((child) => !hasRelation(child, 'nmod:poss'));
  if (words.aspects.has(lemmaOf(head))) {
    const owned = of.find((child) => ['of', 'over', 'to'].includes(caseOf(ground, child) ?? ''));
    return owned ?? tree.childrenBy(head.index, 'nmod:poss')[0] ?? behindVerb(ground, head);
  }
  if (head.upos !== 'NOUN' || !words.appositive.has(lemmaOf(head)) || isNamed(ground, head)) return head;
  const name = of.find((child) => caseOf(ground, child) === 'of' && child.upos === 'PROPN');
  return name && countryAt(ground, name) === undefined ? name : head;
}

/** In "claim sovereignty over the rock" the rock may hang on the verb. */
function behindVerb({ tree, doc, ...ground }: Ground, head: Token): Token | undefined {
  const next = doc.tokens[head.index + 1];
  if (next === undefined || !['of', 'over', 'to'].includes(lemmaOf(next))) return undefined;
  const owned = doc.tokens[next.head];
  return owned && owned.index > next.index && !ground.actorAt.has(owned.index) ? owned : undefined;
}

const PARTS = ['amod', 'compound', 'flat', 'nummod', 'nmod:unmarked', 'nmod:desc'];

function groupOf(ground: Ground, head: Token): Thing {
  const { tree, doc, words, placeAt } = ground;
  const named = isNamed(ground, head);
  let from = head.index;
  let to = head.index + 1;
  for (const child of tree.children(head.index)) {
    const owner = !named && hasRelation(child, 'nmod:poss') && child.upos === 'PROPN';
    const part = owner || hasRelation(child, ...PARTS) || (child.upos === 'PROPN' && child.index === to);
    const range = tree.subtree(child.index);
    if (part && child.index < head.index) from = Math.min(from, range.from);
    else if (range.from === to && (part || isInner(ground, child, named))) to = range.to;
  }
  while (from < head.index && isOutside(ground, doc.tokens[from], named)) from++;
  const span = { start: doc.tokens[from]?.start ?? head.start, end: doc.tokens[to - 1]?.end ?? head.end };
  const last = doc.tokens.slice(from, to).findLast((token) => words.kinds.has(lemmaOf(token)));
  const owner = tree.childrenBy(head.index, 'nmod').find((child) => caseOf(ground, child) === 'of');
  const country = (owner && countryAt(ground, owner)) ?? placeAt.get(head.index)?.country;
  return {
    head,
    name: doc.text.slice(span.start, span.end).replaceAll(/\s+/gu, ' '),
    span,
    named,
    territory: last !== undefined || isPlace(ground, from, to),
    ...(last && { kind: lemmaOf(last) }),
    ...(country !== undefined && { country }),
  };
}

/** Words before a name that are no part of it: articles, "disputed", "fertile". */
function isOutside({ words }: Ground, token: Token | undefined, named: boolean): boolean {
  if (!token || token.upos === 'DET' || token.upos === 'PUNCT' || token.upos === 'ADP') return true;
  const form = token.form.toLowerCase();
  if (words.adjectives.has(form)) return true;
  const small = named && token.form === form && (token.upos === 'ADJ' || token.upos === 'VERB');
  return small && !words.directions.has(form);
}

/** "The water of the Syr Darya", "a dam on the Nile": told by where it is. A proper name needs no more than its "of". */
function isInner(ground: Ground, child: Token, named: boolean): boolean {
  if (!hasRelation(child, 'nmod') || hasRelation(child, 'nmod:poss')) return false;
  const preposition = caseOf(ground, child);
  if (preposition === 'of') return !named || countryAt(ground, child) === undefined;
  return !named && ['on', 'in', 'off', 'around', 'near', 'at', 'along'].includes(preposition ?? '');
}

/** A proper noun in it that is no state's: "U.S. tariffs" are no name, "Falkland Islands" are. */
function isNamed(ground: Ground, head: Token): boolean {
  const { tree } = ground;
  const parts = [head, ...tree.childrenBy(head.index, 'amod', 'compound', 'flat')];
  return parts.some((part) => isCapital(ground, part));
}

/** Written as a name: `Bay` of "the Bay of Piran", not the first word of a sentence that is no name. */
function isCapital({ doc, states }: Ground, { upos, form, sentence, index }: Token): boolean {
  if (!/^\p{Lu}/u.test(form) || (upos === 'ADJ' && states.demonyms.get(form) !== undefined)) return false;
  return upos === 'PROPN' || (upos !== 'DET' && doc.sentences[sentence]?.from !== index);
}

const PLACES: readonly (string | undefined)[] = ['GPE', 'LOC', 'FAC'];

const isPlace = ({ placeAt, nameAt, doc }: Ground, from: number, to: number): boolean =>
  doc.tokens
    .slice(from, to)
    .some(({ index }) => placeAt.has(index) || PLACES.includes(nameAt.get(index)?.type));

function isSpecific(ground: Ground, thing: Thing): boolean {
  const { tree, words } = ground;
  const { head } = thing;
  if (thing.named) return true;
  const determiner = tree.childrenBy(head.index, 'det')[0];
  const owned = tree.childrenBy(head.index, 'nmod:poss').length > 0;
  if (owned || (determiner && (feature(determiner, 'Definite') === 'Def' || /^th/iu.test(determiner.form))))
    return true;
  if (tree.childrenBy(head.index, 'nmod').some((child) => child.upos === 'PROPN')) return true;
  return determiner === undefined && words.bare.has(lemmaOf(head)) && thing.name.includes(' ');
}

/** First word of a relative clause or participle: what it is about stands right before it, wherever the parse hangs it. */
export function clauseStart({ tree, doc }: Ground, verb: Token): number {
  const { from } = tree.subtree(verb.index);
  for (let at = verb.index; at >= from; at--) {
    const token = doc.tokens[at];
    if (token && /^(?:which|that)$/iu.test(token.form)) {
      const before = doc.tokens[at - 1];
      return before?.upos === 'ADP' ? at - 1 : at;
    }
  }
  return from;
}

/** The noun group that ends right before a word, across a comma, a dash or a bracket. */
export function thingBefore(ground: Ground, at: number): Thing | undefined {
  const { doc } = ground;
  const sentence = doc.tokens[at]?.sentence;
  let index = at - 1;
  while (doc.tokens[index]?.upos === 'PUNCT') index--;
  const last = doc.tokens[index];
  if (!last || last.sentence !== sentence) return undefined;
  let head = last;
  for (;;) {
    const above = doc.tokens[head.head];
    if (!above || !(hasRelation(head, 'flat', 'compound', 'amod', 'nummod') || isOfName(ground, head, above)))
      break;
    head = above;
  }
  return thingAt(ground, head);
}

/** `Piran` of "the Bay of Piran", `Imia` of "the islet of Imia". */
const isOfName = (ground: Ground, token: Token, above: Token): boolean =>
  hasRelation(token, 'nmod') &&
  caseOf(ground, token) === 'of' &&
  (isCapital(ground, above) || ground.words.appositive.has(lemmaOf(above)));
