/** What a verb of saying takes besides a clause: whom it asks to do what, its object, what is said of the object. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, relation, type Tree } from '../language/tree.js';
import type { CueWord, Words } from './cue.js';
import type { SpeechData } from './data.js';
import type { Source } from './source.js';
import { isPassive } from './subject.js';
import { bare, caseOf, isInfinitive, joined } from './words.js';

export interface Taken {
  readonly spans: readonly Words[];
  /** Only counts where some of its words are marked: called it “a joke”. */
  readonly needsMarks: boolean;
}

/** Whom the words are said to: the object of told, or what stands after "to" or "on". */
export function addresseeOf(tree: Tree, verb: Token, how: boolean | string): Token | undefined {
  const below = tree.children(verb.index).filter(({ index }) => index > verb.index);
  if (typeof how === 'string')
    return below.find((child) => relation(child) === 'obl' && caseOf(tree, child) === how);
  return (
    below.find(({ deprel }) => deprel === 'iobj') ??
    below.find(({ deprel }) => deprel === 'obj') ??
    below.map((child) => strayedAddressee(tree, verb, child)).find((child) => child !== undefined)
  );
}

/** `told the paper he had won`: of two subjects of the clause the first is whom it was told. */
export function strayedAddressee(tree: Tree, verb: Token, clause: Token): Token | undefined {
  if (relation(clause) !== 'ccomp' || tree.childrenBy(verb.index, 'iobj', 'obj').length > 0) return undefined;
  const subjects = tree
    .childrenBy(clause.index, 'nsubj')
    .filter(({ index }) => index > verb.index && index < clause.index);
  const [first] = subjects;
  return first && subjects.length > 1 && tree.subtree(first.index).from === verb.index + 1
    ? first
    : undefined;
}

/** "urged Iran to withdraw", "promised to go". */
export function infinitiveOf(doc: Doc, tree: Tree, { token, cue }: CueWord): Words[] | undefined {
  const below = tree
    .children(token.index)
    .filter((child) => child.index > token.index && isInfinitive(tree, child));
  const verb =
    below.find((child) => hasRelation(child, 'xcomp')) ?? below.find((child) => hasRelation(child, 'advcl'));
  if (!verb) return undefined;
  const whom = cue.addressee ? addresseeOf(tree, token, cue.addressee) : undefined;
  return joined([...(whom ? [bare(doc, tree, whom)] : []), tree.subtree(verb.index)]);
}

/** "called the draft a joke", "accused Novak of lying", "called for a ceasefire", "denied the charge". */
export function objectOf(
  doc: Doc,
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  { acts }: SpeechData,
): Taken | undefined {
  // "The plan was criticised": nobody says so.
  if (!source && isPassive(tree, word.token)) return undefined;
  const { cue, token } = word;
  const { frames, prepositions } = cue;
  const objects = objectsOf(tree, word);
  // "denied the request": something is done, nothing told.
  if (cue.kind === 'deny' && objects.some(({ lemma }) => acts.has(lemma.toLowerCase()))) return undefined;
  const governed = tree
    .children(token.index)
    .filter(
      (child) =>
        !objects.includes(child) &&
        (child.index > token.index || isPassive(tree, token)) &&
        (hasRelation(child, 'xcomp', 'iobj') ||
          (hasRelation(child, 'obl', 'advcl', 'nmod') && prepositions.includes(caseOf(tree, child) ?? ''))),
    );
  const spans = joined([...objects, ...governed].map((child) => bare(doc, tree, child)));
  const [first] = spans;
  if (!first) return undefined;
  const naming = frames.includes('naming') && names(tree, word, objects, governed);
  // "a visit he called the event of the year": all that follows is what it was called.
  if (naming && objects.length === 0 && relation(token) !== 'root')
    return { spans: [{ from: first.from, to: tree.subtree(token.index).to }], needsMarks: false };
  if (naming) return { spans, needsMarks: false };
  // "denied it" tells nothing.
  if (frames.includes('object') && !isPronoun(doc, spans)) return { spans, needsMarks: false };
  return frames.includes('fragment') ? { spans, needsMarks: true } : undefined;
}

const isPronoun = (doc: Doc, [first, ...more]: readonly Words[]): boolean =>
  first !== undefined &&
  more.length === 0 &&
  first.to - first.from === 1 &&
  doc.tokens[first.from]?.upos === 'PRON';

/** Objects, of passives the subject, of "call for" what stands after the preposition. */
function objectsOf(tree: Tree, { cue, token, to }: CueWord): Token[] {
  const passive = isPassive(tree, token);
  const ending = to > token.index + 1 ? (cue.lemma.split(' ').at(-1) ?? '') : undefined;
  return tree
    .children(token.index)
    .filter(
      (child) =>
        (hasRelation(child, 'obj', ...(cue.addressee === true ? [] : ['iobj'])) &&
          child.index > token.index) ||
        (passive && child.deprel === 'nsubj:pass') ||
        (ending !== undefined &&
          hasRelation(child, 'obl', 'advcl', 'nmod') &&
          child.index > token.index &&
          caseOf(tree, child) === ending),
    );
}

/** Something is said of an object, or, in a relative clause, of what that belongs to: "which he called a joke". */
function names(
  tree: Tree,
  { token: verb, cue }: CueWord,
  objects: readonly Token[],
  governed: readonly Token[],
): boolean {
  // Some take it as it is (called it a joke), others with a preposition (described it as a joke).
  const plain = cue.prepositions.length === 0;
  const told = governed.some((child) => hasRelation(child, 'xcomp') && !isInfinitive(tree, child));
  if (plain && (told || objects.length > 1)) return true;
  // The parse may hang "of lying" on the object.
  const hung = objects.flatMap(({ index }) => tree.childrenBy(index, 'acl'));
  if (hung.some((child) => cue.prepositions.includes(caseOf(tree, child) ?? ''))) return true;
  const open = relation(verb) === 'acl' || objects.length > 0;
  return open && governed.some((child) => !hasRelation(child, 'xcomp', 'iobj'));
}
