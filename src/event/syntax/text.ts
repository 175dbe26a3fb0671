/** What all parts of the syntax stand on: one Doc with its tree, its names and its clauses. */
import type { Doc, Sentence, Token } from '../../language/doc.js';
import { hasRelation, relation, type Tree, treeOf } from '../../language/tree.js';
import type { Before } from '../frame.js';
import { bounded } from './bounded.js';
import { calledIn } from './called.js';
import { type Clauses, clausesOf } from './clause.js';
import { type Mentions, mentionsOf } from './mention.js';
import type { SyntaxWords } from './words.js';

export interface Text {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly words: SyntaxWords;
  readonly mentions: Mentions;
  readonly clauses: Clauses;
  /** What a name is, by the noun that once stands right before it: `tanker` of "the tanker Orsa"; for "the Orsa". */
  readonly called: ReadonlyMap<string, string>;
  /** Ids of the actors that are one person: what "he" and "she" can stand for, and "it" cannot. */
  readonly persons: ReadonlySet<string>;
}

export function textOf(words: SyntaxWords, doc: Doc, before: Before): Text {
  const whole = treeOf(doc);
  const tree = bounded(doc.tokens, whole);
  return {
    doc,
    tree,
    words,
    mentions: mentionsOf(doc, tree, before),
    clauses: clausesOf(doc, whole),
    called: calledIn(doc, words.vessels),
    persons: new Set(before.actors.flatMap(({ id, kind }) => (kind === 'person' ? [id] : []))),
  };
}

/** The parse's, but "gunmen" are of "gunman", whatever it makes of them. */
export const lemmaOf = ({ lemma, form, upos, feats }: Token): string => {
  const lower = form.toLowerCase();
  const many = upos === 'NOUN' && feats.includes('Number=Plur') && lower.endsWith('men');
  return many ? `${lower.slice(0, -2)}an` : lemma.toLowerCase();
};
export const formOf = ({ form }: Token): string => form.toLowerCase();

export const sentenceOf = ({ doc }: Text, { sentence }: Token): Sentence | undefined =>
  doc.sentences[sentence];

export const isHeadline = (text: Text, token: Token): boolean => {
  const kind = sentenceOf(text, token)?.kind;
  return kind === 'headline' || kind === 'heading';
};

/** "to" before an infinitive. */
export const toOf = ({ tree }: Text, { index }: Token): Token | undefined =>
  tree.childrenBy(index, 'mark').find((mark) => formOf(mark) === 'to');

/** "is", where the predicate is no verb, or an infinitive ("*is* to visit"). */
export const copulaOf = ({ tree }: Text, { index }: Token): Token | undefined =>
  tree.childrenBy(index, 'cop')[0];

/** The preposition of a phrase in lower case, all its words: `with`, `ahead of`. */
export function prepositionOf(text: Text, token: Token): string | undefined {
  const { tree } = text;
  const first = tree.childrenBy(token.index, 'case').find(({ upos }) => upos !== 'PART');
  if (!first) return undefined;
  const rest = tree.childrenBy(first.index, 'fixed');
  const next = rest.length > 0 ? rest : secondCase(tree, token.index, first);
  const own = [first, ...next].map(formOf).join(' ');
  const adverb = adverbOver(text, token);
  return adverb ? `${formOf(adverb)} ${own}` : own;
}

/** "*ahead* of the visit": an adverb that the parse hung between a phrase and its verb. */
export function adverbOver({ doc, tree, words }: Text, token: Token): Token | undefined {
  const head = doc.tokens[token.head];
  const first = tree.childrenBy(token.index, 'case')[0];
  if (!head || !first || head.index !== first.index - 1) return undefined;
  return words.compounds.has(`${formOf(head)} ${formOf(first)}`) ? head : undefined;
}

const secondCase = (tree: Tree, index: number, first: Token): readonly Token[] =>
  tree.childrenBy(index, 'case').filter((other) => other.index === first.index + 1);

/** What opens a clause, in lower case: `after`, `if`, `that`; "to" opens none. */
export function markOf({ tree }: Text, { index }: Token): Token | undefined {
  return tree
    .childrenBy(index, 'mark', 'case', 'advmod')
    .find(
      (mark) =>
        formOf(mark) !== 'to' &&
        mark.index < index &&
        mark.upos !== 'PART' &&
        (!hasRelation(mark, 'advmod') || WHEN.has(formOf(mark))),
    );
}

/** Adverbs that open a clause. */
const WHEN: ReadonlySet<string> = new Set(['when', 'whenever', 'where', 'wherever', 'once', 'while']);

/** The whole of it, as in `prepositionOf`. */
export const markWords = ({ tree }: Text, mark: Token): string =>
  [mark, ...tree.childrenBy(mark.index, 'fixed')].map(formOf).join(' ');

const VERBAL: ReadonlySet<string> = new Set(['VERB', 'AUX']);
export const isVerbal = ({ upos }: Token): boolean => VERBAL.has(upos);

/** A later member of a coordination. */
export const isConjunct = (token: Token): boolean => relation(token) === 'conj';

export const isRelative = (token: Token): boolean => hasRelation(token, 'acl:relcl');
