/** The subject of a verb, where the parse has it and where it slips. */
import type { Doc, Token } from '../language/doc.js';
import { feature, hasRelation, relation, type Tree } from '../language/tree.js';

/** Who does what the verb says: of passives who stands after "by". */
export function agentOf(doc: Doc, tree: Tree, verb: Token): Token | undefined {
  const below = tree.children(verb.index);
  if (isPassive(tree, verb)) return below.find((child) => isBy(tree, child));
  const subject = nearest(doc, tree, verb) ?? strayedSubject(tree, verb);
  if (subject) return hostOf(doc, tree, subject);
  // Inverted after marks, where the parse may take the subject for an object: "…," said Kovac.
  const next = below.find((child) => child.index > verb.index && hasRelation(child, 'obj', 'iobj'));
  return next && next.upos !== 'NOUN' && closesMarks(doc, verb.index - 1) ? next : undefined;
}

/** "He must go," said his daughter: the parse may hang her on the words that she said. */
const strayedSubject = (tree: Tree, verb: Token): Token | undefined =>
  tree
    .childrenBy(verb.index, 'ccomp')
    .filter(({ index }) => index < verb.index)
    .flatMap(({ index }) => tree.childrenBy(index, 'nsubj'))
    .find(({ index }) => index > verb.index);

/** The subject as it stands, of passives too: who was quoted in "was quoted as saying". */
export const surfaceSubject = (doc: Doc, tree: Tree, verb: Token): Token | undefined => {
  const subject = nearest(doc, tree, verb);
  return subject && hostOf(doc, tree, subject);
};

/** Of two subjects the one after the verb, if that follows marks or a comma; else the nearest before it. */
function nearest(doc: Doc, tree: Tree, verb: Token): Token | undefined {
  const subjects = tree.childrenBy(verb.index, 'nsubj');
  const inverted = doc.tokens[verb.index - 1]?.form === ',' || closesMarks(doc, verb.index - 1);
  const after = subjects.find(({ index }) => index > verb.index);
  const before = subjects.filter(({ index }) => index < verb.index).at(-1);
  return inverted ? (after ?? before) : (before ?? after);
}

const closesMarks = (doc: Doc, at: number): boolean =>
  /["”’'»]$/u.test((doc.tokens[at]?.form === ',' ? doc.tokens[at - 1] : doc.tokens[at])?.form ?? '');

/** A subject behind a preposition is a slip of the parse: the noun before it speaks, a diplomat in | Lima. */
function hostOf(doc: Doc, tree: Tree, subject: Token): Token {
  const preposition = tree
    .children(subject.index)
    .find(({ deprel, upos }) => deprel === 'case' && upos === 'ADP');
  const before = preposition && doc.tokens[preposition.index - 1];
  return before && before.sentence === subject.sentence && isNominal(before) ? before : subject;
}

export const isNominal = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON';

export const isPassive = (tree: Tree, verb: Token): boolean =>
  tree.children(verb.index).some(({ deprel }) => deprel === 'nsubj:pass' || deprel === 'aux:pass') ||
  (feature(verb, 'Voice') === 'Pass' && feature(verb, 'VerbForm') === 'Part');

export const isBy = (tree: Tree, child: Token): boolean =>
  child.deprel === 'obl:agent' ||
  (hasRelation(child, 'obl', 'nmod') &&
    tree.children(child.index).some(({ deprel, form }) => deprel === 'case' && form.toLowerCase() === 'by'));

/** Whom a verb makes do it: urged him to say. */
export const controlled = (tree: Tree, verb: Token): Token | undefined =>
  tree.childrenBy(verb.index, 'obj', 'iobj').find(({ upos }) => upos !== 'PUNCT');

/**
 * The verb that this one is coordinated with. Only what has the same form can be: in "said he would order it and
 * warned against them" the parse may join "warned" to "order", but it goes with "said".
 */
export function coordinate(doc: Doc, verb: Token): Token | undefined {
  let at = doc.tokens[verb.head];
  for (let step = 0; step < farthest && at && !isAlike(at, verb); step++) {
    if (!hasRelation(at, 'ccomp', 'xcomp', 'conj', 'advcl')) break;
    at = doc.tokens[at.head];
  }
  return at && isAlike(at, verb) ? at : doc.tokens[verb.head];
}

const farthest = 4;

const isAlike = (one: Token, other: Token): boolean =>
  one.upos !== 'VERB' ||
  other.upos !== 'VERB' ||
  (feature(one, 'VerbForm') === feature(other, 'VerbForm') &&
    feature(one, 'Tense') === feature(other, 'Tense'));

/** Where the parse has no subject: the noun phrase right before a finite verb. */
export function nounBefore(doc: Doc, tree: Tree, verb: Token): Token | undefined {
  if (feature(verb, 'VerbForm') !== 'Fin' || relation(verb) === 'conj' || isPassive(tree, verb))
    return undefined;
  let to = verb.index;
  while (/^(?:ADV|AUX)$/u.test(doc.tokens[to - 1]?.upos ?? '')) to--;
  let from = to;
  while (to - from < longest && inPhrase.has(doc.tokens[from - 1]?.upos ?? '')) from--;
  const last = doc.tokens[to - 1];
  if (!last || !isNominal(last) || last.sentence !== verb.sentence) return undefined;
  const head = tree.headOf(from, to);
  return head && isNominal(head) ? head : last;
}

const longest = 12;
const inPhrase: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM']);

/** "who" stands for the noun before its clause. */
export function antecedent(doc: Doc, verb: Token, subject: Token): { head: Token; relative?: Token } {
  if (feature(subject, 'PronType') !== 'Rel' && !relatives.has(subject.form.toLowerCase()))
    return { head: subject };
  let at = verb;
  for (let step = 0; step < farthest && relation(at) === 'conj'; step++) at = doc.tokens[at.head] ?? at;
  const noun = relation(at) === 'acl' ? doc.tokens[at.head] : undefined;
  return noun ? { head: noun, relative: subject } : { head: subject };
}

const relatives = new Set(['who', 'which', 'that']);
