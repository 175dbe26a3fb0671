/** The words that name the source of a cue: its subject on the parse, wherever that stands. */
import type { Doc, Token } from '../language/doc.js';
import { feature, hasRelation, relation, type Tree } from '../language/tree.js';
import type { CueWord, Words } from './cue.js';
import type { SpeechData } from './data.js';

export interface Source extends Words {
  readonly head: Token;
  /** It belongs to another verb: "…, adding that". */
  readonly shared: boolean;
}

export type Asked = Pick<CueWord, 'token' | 'sort' | 'from' | 'to'>;
export type SourceFinder = (word: Asked) => Source | undefined;

interface Found {
  readonly head: Token;
  readonly shared: boolean;
  /** "who", where that's the subject and `head` what it stands for. */
  readonly relative?: Token;
}

/** A subject may stand so many verbs above: "said, while admitting, without saying". */
const steps = 6;

export function sourceFinder(doc: Doc, tree: Tree, data: SpeechData): SourceFinder {
  const subjects = new Map<number, Token | undefined>();

  /** The subject that is spelled out with the verb itself. */
  const own = (verb: Token): Token | undefined => {
    if (!subjects.has(verb.index)) subjects.set(verb.index, ownSubject(doc, tree, verb));
    return subjects.get(verb.index);
  };

  const ofVerb = (verb: Token): Found | undefined => {
    const first = own(verb);
    if (first) return { ...antecedent(doc, verb, first), shared: false };
    // "asked by reporters": who was asked did not ask.
    if (isPassive(tree, verb)) return undefined;
    let at = verb;
    for (let step = 0; step < steps; step++) {
      const above = doc.tokens[at.head];
      if (!above) return undefined;
      if (hasRelation(at, 'acl')) return { head: issuer(above) ?? above, shared: false };
      if (!hasRelation(at, 'conj', 'advcl', 'xcomp', 'parataxis', 'ccomp', 'dep')) return undefined;
      const subject = relation(at) === 'xcomp' ? (controlled(tree, above) ?? own(above)) : own(above);
      if (subject) return { head: antecedent(doc, above, subject).head, shared: true };
      at = above;
    }
    return undefined;
  };

  /** "Kovac issued a statement saying": not the statement speaks, but who issued it. */
  const issuer = (noun: Token): Token | undefined => {
    const verb = doc.tokens[noun.head];
    if (!verb || relation(noun) !== 'obj' || !data.issuing.has(verb.lemma.toLowerCase())) return undefined;
    return own(verb);
  };

  const ofNoun = (noun: Token): Found | undefined => {
    const below = tree.children(noun.index);
    const owner =
      below.find((child) => child.deprel === 'nmod:poss') ?? below.find((child) => isBy(tree, child));
    if (owner) return { head: owner, shared: false };
    const head = issuer(noun);
    return head && { head, shared: true };
  };

  return (word) => {
    const found =
      word.sort === 'preposition'
        ? { head: word.token, shared: false }
        : word.sort === 'noun'
          ? ofNoun(word.token)
          : ofVerb(word.token);
    return found && { ...found, ...phraseOf(doc, tree, found, word) };
  };
}

function ownSubject(doc: Doc, tree: Tree, verb: Token): Token | undefined {
  const below = tree.children(verb.index);
  if (isPassive(tree, verb)) {
    // "was quoted as saying" is looked up from "saying"; the one who is quoted, asked or told is its subject.
    return below.find((child) => child.deprel === 'obl:agent') ?? below.find((child) => isBy(tree, child));
  }
  const subjects = below.filter((child) => relation(child) === 'nsubj');
  // `The talks, said Kovac, had failed`: of two the one right after the verb.
  const inverted = doc.tokens[verb.index - 1]?.form === ',' || closesMarks(doc, verb.index - 1);
  const after = inverted ? subjects.find(({ index }) => index > verb.index) : undefined;
  const subject = after ?? subjects[0];
  if (subject) return hostOf(doc, tree, subject);
  // Inverted after marks, where the parse may take the subject for an object: "…," said Kovac.
  const next = below.find(
    ({ index, deprel }) => index > verb.index && (deprel === 'obj' || deprel === 'iobj'),
  );
  return next && next.upos !== 'NOUN' && closesMarks(doc, verb.index - 1) ? next : undefined;
}

const closesMarks = (doc: Doc, at: number): boolean =>
  /["”’'»]$/u.test((doc.tokens[at]?.form === ',' ? doc.tokens[at - 1] : doc.tokens[at])?.form ?? '');

/** A subject behind a preposition is a slip of the parse: the noun before it speaks, a diplomat in | Lima. */
function hostOf(doc: Doc, tree: Tree, subject: Token): Token {
  const preposition = tree
    .children(subject.index)
    .find(({ deprel, upos }) => deprel === 'case' && upos === 'ADP');
  const before = preposition && doc.tokens[preposition.index - 1];
  return before && before.sentence === subject.sentence && nouns.has(before.upos) ? before : subject;
}

const nouns: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

export const isPassive = (tree: Tree, verb: Token): boolean =>
  tree.children(verb.index).some(({ deprel }) => deprel === 'nsubj:pass' || deprel === 'aux:pass') ||
  (feature(verb, 'Voice') === 'Pass' && feature(verb, 'VerbForm') === 'Part');

const isBy = (tree: Tree, child: Token): boolean =>
  hasRelation(child, 'obl', 'nmod') &&
  tree.children(child.index).some(({ deprel, form }) => deprel === 'case' && form.toLowerCase() === 'by');

/** Whom a verb makes do it: urged him to say. */
const controlled = (tree: Tree, verb: Token): Token | undefined =>
  tree.childrenBy(verb.index, 'obj', 'iobj').find(({ upos }) => upos !== 'PUNCT');

/** "who" stands for the noun before its clause. */
function antecedent(doc: Doc, verb: Token, subject: Token): { head: Token; relative?: Token } {
  if (feature(subject, 'PronType') !== 'Rel' && !relatives.has(subject.form.toLowerCase()))
    return { head: subject };
  let at = verb;
  for (let step = 0; step < steps && relation(at) === 'conj'; step++) at = doc.tokens[at.head] ?? at;
  const noun = relation(at) === 'acl' ? doc.tokens[at.head] : undefined;
  return noun ? { head: noun, relative: subject } : { head: subject };
}

const relatives = new Set(['who', 'which', 'that']);

/** The whole phrase, without an aside ("Kovac, who …") and without what is not its own. */
function phraseOf(doc: Doc, tree: Tree, { head, relative }: Found, word: Asked): Words {
  const whole = tree.subtree(head.index);
  let { from, to } = whole;
  for (const child of tree.children(head.index)) {
    if (child.index > head.index && isAside(doc, tree, child))
      to = Math.min(to, tree.subtree(child.index).from);
    if (
      child.index < head.index &&
      hasRelation(child, 'cc', 'mark', 'case', 'punct', 'discourse', 'advcl', 'parataxis')
    )
      from = Math.max(from, tree.subtree(child.index).to);
  }
  if (relative && relative.index > head.index)
    return { from: Math.min(from, head.index), to: relative.index + 1 };
  if (word.from >= head.index && word.from < to) to = Math.max(head.index + 1, word.from);
  if (word.to <= head.index && word.to > from) from = word.to;
  while (to > head.index + 1 && loose.has(doc.tokens[to - 1]?.upos ?? '')) to--;
  return { from: Math.min(from, head.index), to: Math.max(to, head.index + 1) };
}

const loose = new Set(['PUNCT', 'CCONJ', 'SCONJ', 'ADP']);

/** A clause after a comma, or anything that hangs on the noun without being of its phrase. */
function isAside(doc: Doc, tree: Tree, child: Token): boolean {
  if (hasRelation(child, 'parataxis', 'advcl', 'ccomp', 'case')) return true;
  if (!hasRelation(child, 'acl')) return false;
  const { from } = tree.subtree(child.index);
  return doc.tokens[from]?.upos === 'PUNCT' || doc.tokens[from - 1]?.upos === 'PUNCT';
}
