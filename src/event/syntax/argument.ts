/** What belongs to a verb or nominal: objects, phrases with a preposition, and the clause that it takes. */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import type { Frame, Oblique } from '../frame.js';
import { isMeasure, ofPhrase, phraseAt } from './phrase.js';
import { expand, subjectOf } from './subject.js';
import { formOf, isRelative, isVerbal, lemmaOf, markOf, prepositionOf, type Text } from './text.js';
import { verbFormOf } from './verb-form.js';

/** Objects of a verb, by index: its own, those that it shares with a verb beside it, and what its relative clause hangs on. */
export function objectsOf(text: Text, verb: Token): readonly number[] {
  const own = ownObjects(text, verb);
  if (own.length > 0) return own;
  if (isRelative(verb)) return gapOf(text, verb);
  return sharedObjects(text, verb);
}

function ownObjects(text: Text, verb: Token): readonly number[] {
  const objects = text.tree
    .childrenBy(verb.index, 'iobj', 'obj')
    .filter((object) => prepositionOf(text, object) === undefined);
  return (objects.length > 0 ? objects : bareObliques(text, verb)).flatMap((object) => expand(text, object));
}

/** "shot down *a jet*", "began *ten days of drills*": a phrase without a preposition that is no time is an object. */
const bareObliques = (text: Text, verb: Token): readonly Token[] =>
  text.tree
    .childrenBy(verb.index, 'obl')
    .filter(
      (phrase) =>
        phrase.index > verb.index &&
        ((phrase.deprel === 'obl' && text.mentions.time[phrase.index] === undefined) ||
          measures(text, phrase)) &&
        text.tree.childrenBy(phrase.index, 'case').length === 0,
    );

const measures = (text: Text, phrase: Token): boolean =>
  isMeasure(text, phrase) && ofPhrase(text, phrase.index) !== undefined;

/** "the island *that Turkey seized*": the noun is what was seized, when somebody else did it. */
function gapOf(text: Text, verb: Token): readonly number[] {
  const subject = text.tree.childrenBy(verb.index, 'nsubj')[0];
  if (!subject || subject.feats.includes('PronType=Rel') || verb.head < 0) return [];
  const relative = text.tree.children(verb.index).some(({ feats }) => feats.includes('PronType=Rel'));
  return relative && !hasRelativeObject(text, verb) ? [] : [verb.head];
}

const hasRelativeObject = (text: Text, verb: Token): boolean =>
  text.tree
    .children(verb.index)
    .some((word) => word.feats.includes('PronType=Rel') && hasRelation(word, 'obj', 'mark'));

/** "shot and wounded *two drivers*": the object of the last is that of the first too when nothing stands between. */
function sharedObjects(text: Text, verb: Token): readonly number[] {
  const next = text.tree
    .childrenBy(verb.index, 'conj')
    .find((other) => isVerbal(other) && other.index <= verb.index + 2);
  if (next) return ownObjects(text, next);
  if (!hasRelation(verb, 'conj')) return [];
  const first = text.doc.tokens[verb.head];
  if (!first || !isVerbal(first)) return [];
  return ownObjects(text, first).filter((object) => object > verb.index);
}

/** Deeper in a phrase than this nobody takes part. */
const DEPTH = 4;
const MOST = 24;

/**
 * All phrases with a preposition in reach of `root`, in the order of the text: those on it (depth 0), on its objects (1), and on
 * what those hold. Times are none.
 */
export function obliquesOf(text: Text, root: Token, objects: readonly number[]): Oblique[] {
  const found: Array<Oblique & { readonly at: number }> = [];
  let layer: readonly number[] = [root.index];
  let next: number[] = [...objects];
  const seen = new Set<number>(layer);
  for (let depth = 0; depth < DEPTH && (layer.length > 0 || next.length > 0); depth++) {
    for (const index of layer)
      for (const child of phrasesOn(text, index)) {
        if (hasRelation(child, 'nmod:poss') || seen.has(child.index)) continue;
        seen.add(child.index);
        const nouns = expand(text, child);
        next.push(...nouns);
        const preposition = prepositionOf(text, child) ?? prepositionBefore(text, child);
        if (preposition === undefined || text.mentions.time[child.index]) continue;
        for (const noun of nouns) {
          const token = text.doc.tokens[noun];
          const own = token && noun !== child.index ? prepositionOf(text, token) : undefined;
          found.push({ preposition: own ?? preposition, phrase: phraseAt(text, noun), depth, at: noun });
        }
      }
    layer = next;
    next = [];
    if (found.length > MOST) break;
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...oblique }) => oblique);
}

/** Also those behind an adverb ("*ahead* of the visit"), and objects that have a preposition after all ("accuse of *lies*"). */
function phrasesOn(text: Text, index: number): readonly Token[] {
  const { tree } = text;
  const own = tree
    .childrenBy(index, 'obl', 'nmod', 'obj')
    .filter((child) => !hasRelation(child, 'obj') || prepositionOf(text, child) !== undefined);
  const adverbs = tree.childrenBy(index, 'advmod');
  return [...own, ...adverbs.flatMap((adverb) => tree.childrenBy(adverb.index, 'obl', 'nmod'))];
}

/** "with his counterpart *Fumio Kishida*": an apposition that the parse hung beside its noun. */
function prepositionBefore(text: Text, token: Token): string | undefined {
  const { from } = text.tree.subtree(token.index);
  const before = phrasesOn(text, token.head).find((phrase) => text.tree.subtree(phrase.index).to === from);
  return before && hasRelation(token, 'nmod') ? prepositionOf(text, before) : undefined;
}

/** All prepositions that hang on a word, also one before a verb ("charged *with* spying") and a particle. */
export function prepositionsOf(text: Text, root: Token, obliques: readonly Oblique[]): string[] {
  const marks = text.tree.childrenBy(root.index, 'advcl', 'acl', 'ccomp', 'xcomp').flatMap((clause) => {
    const mark = markOf(text, clause);
    return mark ? [formOf(mark)] : [];
  });
  const particles = text.tree.childrenBy(root.index, 'compound:prt', 'case', 'advmod').map(formOf);
  return [...obliques.map(({ preposition }) => preposition), ...marks, ...particles];
}

/** The verb or clause that hangs on a word. */
export function complementOf(
  text: Text,
  root: Token,
): Pick<Frame, 'complement' | 'complementVerb' | 'complementIs' | 'complementSubject'> {
  const clause = text.tree
    .childrenBy(root.index, 'ccomp', 'xcomp', 'acl', 'advcl')
    .find((child) => child.index > root.index && isComplement(text, child));
  const form = clause && verbFormOf(text, clause);
  if (!clause) return toldBeside(text, root);
  if (!form) return { complement: false, complementSubject: [] };
  return {
    complement: true,
    complementIs: form.form === 'finite' && form.tense !== 'future' && form.modal === undefined,
    complementVerb: lemmaOf(clause),
    complementSubject: subjectOf(text, clause).map((noun) => phraseAt(text, noun)),
  };
}

/** "France withdrew its troops, *as it had promised*": what was promised is told by the clause that this hangs on. */
function toldBeside(text: Text, root: Token): ReturnType<typeof complementOf> {
  const above = text.doc.tokens[root.head];
  const mark = hasRelation(root, 'advcl') ? markOf(text, root) : undefined;
  const told = mark && formOf(mark) === 'as' && text.words.promises.has(lemmaOf(root));
  if (!told || !above || !isVerbal(above) || ownObjects(text, root).length > 0)
    return { complement: false, complementSubject: [] };
  return { complement: true, complementIs: false, complementVerb: lemmaOf(above), complementSubject: [] };
}

/** "to send", "that Chile release", "denied attacking"; an infinitive counts wherever the parse hung it. */
function isComplement(text: Text, clause: Token): boolean {
  if (isRelative(clause)) return false;
  if (hasRelation(clause, 'ccomp', 'xcomp')) return true;
  const form = verbFormOf(text, clause)?.form;
  // "its demand *that Chile release*".
  return form === 'infinitive' || (form === 'finite' && hasRelation(clause, 'acl'));
}
