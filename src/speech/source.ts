/** The words that name the source of a cue: its subject on the parse, wherever that stands. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, relation, type Tree } from '../language/tree.js';
import type { CueWord, Words } from './cue.js';
import type { SpeechData } from './data.js';
import { phraseOf } from './phrase.js';
import {
  agentOf,
  antecedent,
  controlled,
  coordinate,
  isBy,
  isPassive,
  nounBefore,
  surfaceSubject,
} from './subject.js';

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
  const surface = remembered((verb) => surfaceSubject(doc, tree, verb));

  const ofVerb = (verb: Token): Found | undefined => {
    const first = agentOf(doc, tree, verb);
    if (first) return { ...antecedent(doc, verb, first), shared: false };
    // "asked by reporters": who was asked did not ask.
    if (isPassive(tree, verb)) return undefined;
    const before = nounBefore(doc, tree, verb);
    if (before && relation(verb) === 'parataxis') return { head: before, shared: false };
    return fromAbove(verb) ?? (before && { head: before, shared: false });
  };

  /** The subject of the verb that this one hangs on. */
  const fromAbove = (verb: Token): Found | undefined => {
    let at = verb;
    for (let step = 0; step < steps; step++) {
      const noun = doc.tokens[at.head];
      const above = relation(at) === 'conj' ? coordinate(doc, at) : noun;
      if (!noun || !above) return undefined;
      if (hasRelation(at, 'acl')) return { head: issuer(noun) ?? noun, shared: false };
      if (!hasRelation(at, 'conj', 'advcl', 'xcomp', 'parataxis', 'ccomp', 'dep')) return undefined;
      const asked = relation(at) === 'xcomp' || (opensWithAs(tree, at) && !isPassive(tree, above));
      const subject = (asked ? controlled(tree, above) : undefined) ?? surface(above);
      if (subject) return { head: antecedent(doc, above, subject).head, shared: true };
      at = above;
    }
    return undefined;
  };

  /** "Kovac issued a statement saying": not the statement speaks, but who issued it. */
  const issuer = (noun: Token): Token | undefined => {
    const verb = doc.tokens[noun.head];
    const issues = verb && relation(noun) === 'obj' && data.issuing.has(verb.lemma.toLowerCase());
    return issues ? surface(verb) : undefined;
  };

  const ofNoun = (noun: Token): Found | undefined => {
    const below = tree.children(noun.index);
    const owner =
      below.find((child) => child.deprel === 'nmod:poss') ?? below.find((child) => isBy(tree, child));
    if (owner) return { head: owner, shared: false };
    const head = issuer(noun);
    return head && { head, shared: true };
  };

  const find = ({ sort, token }: Asked): Found | undefined => {
    if (sort === 'preposition') return { head: token, shared: false };
    return sort === 'noun' ? ofNoun(token) : ofVerb(token);
  };
  return (word) => {
    const found = find(word);
    if (!found) return undefined;
    const { head, shared, relative } = found;
    return { head, shared, ...phraseOf(doc, tree, head, word, relative) };
  };
}

/** "quoted him as saying" */
const opensWithAs = (tree: Tree, { index }: Token): boolean =>
  tree.childrenBy(index, 'mark', 'case').some(({ form }) => form.toLowerCase() === 'as');

/** Many cues may hang on one verb: its subject is looked for once. */
function remembered<T>(find: (token: Token) => T): (token: Token) => T {
  const known = new Map<number, T>();
  return (token) => {
    const before = known.get(token.index);
    if (before !== undefined || known.has(token.index)) return before as T;
    const found = find(token);
    known.set(token.index, found);
    return found;
  };
}
