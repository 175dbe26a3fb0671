/** Who a verb belongs to: its own subject, or that which coordination, control, a relative clause or a participle gives it. */
import type { Token } from '../../language/doc.js';
import { feature, hasRelation, relation, type Tree } from '../../language/tree.js';
import {
  formOf,
  isConjunct,
  isRelative,
  isVerbal,
  lemmaOf,
  markOf,
  prepositionOf,
  type Text,
} from './text.js';
import { isBare, isHeadlineVerb } from './verb-form.js';

/** A subject through more verbs than this ("wants to try to begin to …") is nobody's. */
const DEPTH = 6;

/** The nouns, by index: A and B are two. */
export function subjectOf(text: Text, token: Token, depth = 0): readonly number[] {
  const own = ownSubject(text, token);
  if (own.length > 0) return own;
  if (depth >= DEPTH || token.head < 0) return [];
  const head = text.doc.tokens[token.head];
  return head ? borrowed(text, token, head, depth) : [];
}

function ownSubject(text: Text, token: Token): readonly number[] {
  const { tree, mentions } = text;
  const subjects = tree.childrenBy(token.index, 'nsubj');
  const own = subjects.filter(({ deprel }) => deprel !== 'nsubj:outer');
  // "Evil *Tarsovia* welcomed": of two subjects one is a word before a name that the parse took for another name.
  const subject = own.find(({ index }) => mentions.actor.has(index)) ?? own[0] ?? subjects[0];
  if (subject) return [...expand(text, subject), ...nextSubjects(text, own, subject)];
  // "Israeli police shot": the parse of a short text may take subject and verb for one name.
  return [];
}

/**
 * "President Lis and *Chilean leader Soto* met": the parse coordinated the title behind "and", and hung its name on the verb. What
 * begins where a coordination ends is its last member.
 */
function nextSubjects({ tree, mentions }: Text, own: readonly Token[], subject: Token): readonly number[] {
  if (tree.childrenBy(subject.index, 'conj').length === 0) return [];
  const { to } = tree.subtree(subject.index);
  const next = own.find(({ index }) => index > subject.index && tree.subtree(index).from === to);
  return next && mentions.actor.has(next.index) ? [next.index] : [];
}

/** Of A, B and C: each of them, without verbs that the parse hung there. */
export const expand = ({ tree }: Text, noun: Token): readonly number[] =>
  tree
    .conjuncts(noun.index)
    .filter((token, nth) => nth === 0 || (!isVerbal(token) && !isExcepted(tree, token)))
    .map(({ index }) => index);

/** "with Somali but *not* with Ethiopian officials". */
const isExcepted = (tree: Tree, { index }: Token): boolean =>
  tree.childrenBy(index, 'advmod').some((word) => lemmaOf(word) === 'not');

function borrowed(text: Text, token: Token, head: Token, depth: number): readonly number[] {
  switch (relation(token)) {
    case 'conj':
      return isVerbal(head) || isBare(text, token) ? subjectOf(text, head, depth + 1) : [];
    case 'xcomp':
    case 'ccomp':
      return controlled(text, token, head, depth);
    case 'advcl':
      return adverbial(text, token, head, depth);
    case 'acl':
      return ofNoun(text, token, head, depth);
    case 'parataxis':
      return isBare(text, token) ? subjectOf(text, head, depth + 1) : [];
    default:
      return [];
  }
}

/** "urged *Iran* to withdraw", but "*Chile* promised Iran to withdraw", "*Iran* is expected to withdraw". */
function controlled(text: Text, token: Token, head: Token, depth: number): readonly number[] {
  const object = controllerOf(text, token, head);
  return object ? expand(text, object) : subjectOf(text, head, depth + 1);
}

/** The object of `head` that an infinitive on it belongs to. */
export function controllerOf(text: Text, token: Token, head: Token): Token | undefined {
  if (text.words.promises.has(lemmaOf(head))) return undefined;
  const objects = text.tree.childrenBy(head.index, 'iobj', 'obj').filter(({ index }) => index < token.index);
  // "began a strike *to protest*": what hangs on loosely is the subject's, unless the object is somebody.
  const object = hasRelation(token, 'advcl')
    ? objects.find(({ index }) => text.mentions.actor.has(index))
    : objects[0];
  return object ?? appealedTo(text, token, head);
}

/** "called *on Bolivia* to resume talks", "appealed *to Sudan* to stop": the phrase between the two verbs. */
function appealedTo(text: Text, token: Token, head: Token): Token | undefined {
  return text.tree
    .childrenBy(head.index, 'obl')
    .find(
      (phrase) =>
        phrase.index > head.index &&
        phrase.index < token.index &&
        APPEALS.has(prepositionOf(text, phrase) ?? '') &&
        feature(token, 'VerbForm') === 'Inf' &&
        text.mentions.time[phrase.index] === undefined &&
        text.mentions.actor.has(phrase.index),
    );
}

/** Prepositions before whom one calls on to do something. */
const APPEALS: ReadonlySet<string> = new Set(['on', 'upon', 'to', 'for']);

/** "prevented *Iran* from signing", "accused *Iran* of attacking", but "*Iran* responded by deploying". */
function adverbial(text: Text, token: Token, head: Token, depth: number): readonly number[] {
  const mark = markOf(text, token);
  if (mark && OBJECT_MARKS.has(formOf(mark))) {
    const objects = text.tree.childrenBy(head.index, 'obj', 'iobj', 'nsubj:pass');
    const object = objects.find(({ index }) => index < token.index);
    if (object) return expand(text, object);
  }
  if (!mark) {
    const called = controllerOf(text, token, head);
    if (called && feature(token, 'VerbForm') === 'Inf') return expand(text, called);
  }
  return subjectOf(text, head, depth + 1);
}

const OBJECT_MARKS: ReadonlySet<string> = new Set(['from', 'of', 'for', 'with']);

/** What hangs on a noun: a relative clause, a participle ("troops *deployed* there") or an infinitive ("plans *to deport*"). */
function ofNoun(text: Text, token: Token, noun: Token, depth: number): readonly number[] {
  if (isRelative(token)) return [noun.index];
  const verb = text.doc.tokens[text.clauses.of[noun.index] ?? -1];
  // "recalled its envoy, *accusing* Belarus": who recalled, not the envoy.
  if (
    formOf(token).endsWith('ing') &&
    text.doc.tokens[token.index - 1]?.form === ',' &&
    verb &&
    verb !== noun
  )
    return subjectOf(text, verb, depth + 1);
  if (text.words.texts.has(lemmaOf(noun))) {
    const author = text.tree.childrenBy(noun.index, 'nmod:poss')[0];
    return author ? expand(text, author) : ofNounsVerb(text, noun, depth);
  }
  if (feature(token, 'VerbForm') !== 'Inf') return [noun.index];
  if (isHeadlineVerb(text, token)) return expand(text, noun);
  const named = text.mentions.actor.has(noun.index);
  if (named) return [noun.index];
  const charged = text.tree
    .childrenBy(noun.index, 'nmod')
    .find(
      (phrase) =>
        phrase.index < token.index &&
        text.mentions.actor.has(phrase.index) &&
        !text.words.sources.has(prepositionOf(text, phrase) ?? ''),
    );
  if (charged) return expand(text, charged);
  const owner = text.tree.childrenBy(noun.index, 'nmod:poss')[0];
  if (owner && text.mentions.actor.has(owner.index)) return expand(text, owner);
  return ofNounsVerb(text, noun, depth);
}

/** "*Turkey* announced plans to deport": the subject of the verb whose object the noun is. */
function ofNounsVerb(text: Text, noun: Token, depth: number): readonly number[] {
  const first = isConjunct(noun) ? text.doc.tokens[noun.head] : noun;
  const verb = first && first.head >= 0 ? text.doc.tokens[first.head] : undefined;
  if (!first || !verb || !hasRelation(first, 'obj', 'obl')) return [];
  return subjectOf(text, verb, depth + 1);
}
