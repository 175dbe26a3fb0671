/** Clauses that a verb of saying takes, wherever they stand around it. */
import type { Doc, Token } from '../language/doc.js';
import { feature, hasRelation, relation, type Tree } from '../language/tree.js';
import type { CueWord, Words } from './cue.js';
import type { SpeechData } from './data.js';
import { strayedAddressee } from './object.js';
import type { Source } from './source.js';
import { opensWithThat, without } from './words.js';

/** The clauses that are the verb's complement, without the attribution where they are wrapped around it. */
export function complementOf(doc: Doc, tree: Tree, word: CueWord, source: Source | undefined): Words[] {
  const clauses = complements(doc, tree, word);
  const attribution = extentOf(word, source);
  if (clauses.length === 0) return isInverted(doc, word, source) ? frontOf(tree, word, attribution) : [];
  const spans = clauses.map((clause) => {
    const { from, to } = tree.subtree(clause.index);
    const whom = word.cue.addressee === true ? strayedAddressee(tree, word.token, clause) : undefined;
    return { from: whom ? tree.subtree(whom.index).to : from, to };
  });
  const front = isParenthesis(doc, attribution, clauses) ? frontOf(tree, word, attribution) : [];
  return withoutOwn(tree, word, attribution, [...front, ...spans], clauses);
}

/** The verb stands in what it attributes: `The talks, Kovac said, had failed`, `As Kovac said, …`. */
export function surrounding(
  doc: Doc,
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  data: SpeechData,
): Words[] | undefined {
  const { token } = word;
  const above = doc.tokens[token.head];
  // A second attribution of the same words: Kovac said "We go," he said.
  if (!above || data.verbs.has(above.lemma.toLowerCase())) return undefined;
  const as =
    relation(token) === 'advcl' &&
    tree.childrenBy(token.index, 'mark', 'advmod').some(({ form }) => form.toLowerCase() === 'as');
  if (relation(token) !== 'parataxis' && !as) return undefined;
  const own = tree.subtree(token.index);
  const { from, to } = extentOf(word, source);
  const hole = { from: Math.min(own.from, from), to: Math.max(own.to, to) };
  return without(wholeClause(doc, tree, above), hole).filter(
    (part) => part.from < hole.from || !isRemark(doc, tree, above, part),
  );
}

/** What follows an attribution and is a participle beside it: `…, he said, citing a report`. */
const isRemark = (doc: Doc, tree: Tree, above: Token, { from }: Words): boolean =>
  tree
    .childrenBy(above.index, 'advcl')
    .some(
      (child) =>
        feature(child, 'VerbForm') !== 'Fin' &&
        child.index - from <= 1 &&
        child.index >= from &&
        doc.tokens[from] !== undefined,
    );

/** A clause, without the conjunction that joins it to the one before. */
export function wholeClause(doc: Doc, tree: Tree, { index }: Token): Words {
  const { from, to } = tree.subtree(index);
  const first = doc.tokens[from];
  return first && first.head === index && relation(first) === 'cc' ? { from: from + 1, to } : { from, to };
}

function complements(doc: Doc, tree: Tree, { token, cue }: CueWord): Token[] {
  const found = tree.childrenBy(token.index, 'ccomp').filter(({ upos }) => upos !== 'PUNCT');
  const stated = found.filter((child) => child.index > token.index && opensWithThat(doc, tree, child));
  if (stated.length > 0) return stated;
  // What follows an attribution that closes a clause is another one: "The talks failed, Kovac said, leaving early".
  const before = found.filter(({ index }) => index < token.index);
  if (found.length > 0) return before.length > 0 ? before : found;
  // The parse may hang the clause on a word between: said in an interview that …
  const between = ['obl', 'iobj', 'xcomp', ...(cue.addressee ? ['obj'] : [])];
  for (const { index } of tree.childrenBy(token.index, ...between)) {
    const clause = tree.childrenBy(index, 'acl', 'ccomp').find((child) => opensWithThat(doc, tree, child));
    if (clause && index > token.index) return [clause];
  }
  return [];
}

const extentOf = ({ from, to }: CueWord, source: Source | undefined): Words =>
  source && !source.shared
    ? { from: Math.min(from, source.from), to: Math.max(to, source.to) }
    : { from, to };

/** `In the long run, many economists say, prices rise`: commas on both sides, and the clause goes on after the second. */
const isParenthesis = (doc: Doc, { from, to }: Words, clauses: readonly Token[]): boolean =>
  doc.tokens[from - 1]?.form === ',' &&
  doc.tokens[to]?.form === ',' &&
  /^\p{Ll}/u.test(doc.tokens[to + 1]?.form ?? '') &&
  clauses.some(({ index }) => index > to);

/** `Prices rise, said Kovac` */
const isInverted = (doc: Doc, { from, to }: CueWord, source: Source | undefined): boolean =>
  doc.tokens[from - 1]?.form === ',' && source?.from === to && !source.shared;

/** What stands before the attribution in its sentence and hangs on its verb. */
const frontOf = (tree: Tree, { token }: CueWord, { from }: Words): Words[] =>
  tree
    .children(token.index)
    .filter((child) => child.index < from && !hasRelation(child, 'punct', 'cc'))
    .map(({ index }) => tree.subtree(index))
    .filter(({ to }) => to <= from);

/** Content may be wrapped around the attribution: what belongs to the attribution is cut out. */
function withoutOwn(
  tree: Tree,
  { token }: CueWord,
  attribution: Words,
  spans: readonly Words[],
  clauses: readonly Token[],
): Words[] {
  const { from } = attribution;
  let { to } = attribution;
  for (const child of tree.children(token.index)) {
    if (clauses.includes(child) || child.deprel === 'punct') continue;
    const span = tree.subtree(child.index);
    const inside = clauses.find(({ index }) => index >= span.from && index < span.to);
    if (span.from === to) to = inside ? tree.subtree(inside.index).from : span.to;
  }
  return spans.flatMap((span) => without(span, { from, to })).sort((a, b) => a.from - b.from);
}
