/** Frames from the UD parse: for each verb and noun its parties, governors and clause. Stands behind the `Parse` type of frame.ts. */
import type { Doc, Sentence, Token } from '../../language/doc.js';
import { hasRelation, relation } from '../../language/tree.js';
import type { Span } from '../../span.js';
import type { Before, Frame, Oblique, Parse, Syntax } from '../frame.js';
import { complementOf, objectsOf, obliquesOf, prepositionsOf } from './argument.js';
import { bound, met, ownersOf, possessiveOf, speaker } from './bind.js';
import { governorsOf, particleOf } from './govern.js';
import { modifiersOf, phraseAt } from './phrase.js';
import { isMutual, qualifiersOf } from './qualify.js';
import { subjectOf } from './subject.js';
import { copulaOf, formOf, isVerbal, lemmaOf, markOf, prepositionOf, type Text, textOf } from './text.js';
import { hasNoObject, isBare, isNone, verbFormOf } from './verb-form.js';
import type { SyntaxWords } from './words.js';

export type { SyntaxWords } from './words.js';

export function makeParse(words: SyntaxWords): Parse {
  return (doc: Doc, before: Before): Syntax => {
    const text = textOf(words, doc, before);
    const frames = new Map<number, Frame | undefined>();
    return {
      frame(index) {
        if (frames.has(index)) return frames.get(index);
        const token = doc.tokens[index];
        const made = token && frameOf(text, token);
        frames.set(index, made);
        return made;
      },
      told: (sentence) => toldIn(text, sentence),
    };
  };
}

/** What only says which thing is meant ("the *visiting* minister", "an *attack* helicopter") names no act. */
const ATTRIBUTES = [
  'amod',
  'compound',
  'flat',
  'nmod:desc',
  'goeswith',
  'fixed',
  'case',
  'mark',
  'cc',
] as const;

function frameOf(text: Text, token: Token): Frame | undefined {
  if (text.mentions.actor.has(token.index) || isInName(text, token)) return undefined;
  // "on *March* 12".
  if (text.mentions.time[token.index] !== undefined) return undefined;
  if (hasRelation(token, ...ATTRIBUTES)) return undefined;
  const verbal = isVerbal(token) ? !isNominal(text, token) : isPredicate(text, token);
  return verbal ? verbFrame(text, token) : nounFrame(text, token);
}

/** "the *Sanctions* Committee": a word of a name, but not the noun that a longer mention hangs on. */
function isInName({ mentions, doc }: Text, token: Token): boolean {
  const around = mentions.around[token.index];
  if (!around) return false;
  const head = doc.tokens[token.head];
  return head !== undefined && mentions.around[head.index] === around && relation(token) !== 'conj';
}

/** "is *ready* to help": what is said of somebody by an adjective takes parties as a verb does. */
const isPredicate = (text: Text, token: Token): boolean =>
  token.upos === 'ADJ' && copulaOf(text, token) !== undefined;

/** "Russia's *shelling* of the town": a verb's form that stands as a noun. */
function isNominal({ tree }: Text, token: Token): boolean {
  if (!formOf(token).endsWith('ing') && !hasRelation(token, 'obj', 'nsubj', 'obl', 'nmod')) return false;
  return (
    tree
      .childrenBy(token.index, 'det', 'nmod:poss', 'case', 'amod')
      .some(({ index }) => index < token.index) &&
    tree.childrenBy(token.index, 'obj', 'nsubj', 'aux', 'xcomp', 'ccomp').length === 0
  );
}

function verbFrame(text: Text, token: Token): Frame | undefined {
  const verb = verbFormOf(text, token);
  if (!verb) return undefined;
  const particle = particleOf(text, token);
  const objects = objectsOf(text, token);
  const subject = subjectOf(text, token);
  const around = verb.voice === 'passive' ? [...objects, ...subject] : objects;
  const obliques = obliquesOf(text, token, around).map(
    (oblique): Oblique => ({ ...oblique, phrase: bound(text, oblique.phrase.head, () => met(text, token)) }),
  );
  return {
    trigger: { start: token.start, end: token.end },
    head: token.index,
    kind: 'verb',
    lemma: lemmaOf(token),
    ...(particle ? { particle: formOf(particle), particleEnd: particle.end } : {}),
    subject: subject.map((noun) => bound(text, noun, () => speaker(text, noun))),
    object: objects.map((noun) => bound(text, noun, () => met(text, token))),
    obliques,
    beside: besideOf(text, subject),
    prepositions: prepositionsOf(text, token, obliques),
    ...complementOf(text, token),
    ...resultOf(text, token),
    modifiers: [],
    owners: [],
    verb: hasNoObject(text, token) ? { ...verb, negated: true } : verb,
    governors: governorsOf(text, token),
    qualifiers: qualifiersOf(text, token),
    mutual: isMutual(text, [...objects, ...obliques.map(({ phrase }) => phrase.head)]),
    clause: clauseOf(text, token),
    earlier: earlierThan(text, token),
    sentence: token.sentence,
  };
}

/** The time before "when" is the clause's too: "*in 1945*, when troops seized …". */
function clauseOf(text: Text, token: Token): readonly Span[] {
  const own = text.clauses.spans(token.index);
  const mark = hasRelation(token, 'advcl', 'acl') ? markOf(text, token) : undefined;
  if (!mark || formOf(mark) !== 'when' || mark.index < token.head) return own;
  const before = text.clauses.spans(text.clauses.of[token.head] ?? token.head);
  return [...before.filter(({ end }) => end <= mark.start), ...own];
}

function nounFrame(text: Text, token: Token): Frame {
  const governors = governorsOf(text, token);
  const outer = text.doc.tokens[governors.find(({ verb }) => verb)?.token ?? -1];
  const subject = outer ? subjectOf(text, outer) : [];
  const obliques = [...obliquesOf(text, token, []), ...behind(text, token)];
  const predicate = text.clauses.of[token.index] ?? token.index;
  return {
    trigger: { start: token.start, end: token.end },
    head: token.index,
    kind: 'noun',
    lemma: isVerbal(token) ? formOf(token) : lemmaOf(token),
    subject: subject.filter((noun) => noun !== token.index).map((noun) => phraseAt(text, noun)),
    object: [],
    obliques,
    beside: besideOf(text, subject),
    prepositions: prepositionsOf(text, token, obliques),
    ...complementOf(text, token),
    ...beingOf(text, token),
    modifiers: modifiersOf(text, token.index),
    none: isNone(text, token),
    owned: possessiveOf(text, token) !== undefined,
    owners: ownersOf(text, token, subject),
    governors,
    qualifiers: qualifiersOf(text, token),
    mutual: isMutual(
      text,
      obliques.map(({ phrase }) => phrase.head),
    ),
    clause: [...text.clauses.spans(predicate), ...tellingOf(text, token)],
    earlier: outer ? earlierThan(text, outer) : [],
    sentence: token.sentence,
  };
}

/** "found him *guilty*", "took them *hostage*". */
function resultOf(text: Text, token: Token): Pick<Frame, 'result'> {
  const result = text.tree
    .childrenBy(token.index, 'xcomp', 'advcl')
    .find(
      (word) =>
        !isVerbal(word) &&
        word.index > token.index &&
        copulaOf(text, word) === undefined &&
        prepositionOf(text, word) === undefined,
    );
  return result ? { result: lemmaOf(result) } : {};
}

/** "were *on strike*": a noun that is said of somebody. */
function beingOf(text: Text, token: Token): Pick<Frame, 'being'> {
  const verb = copulaOf(text, token) && verbFormOf(text, token);
  const preposition = prepositionOf(text, token);
  if (!verb || preposition === undefined) return {};
  return {
    being: { verb, preposition, subject: subjectOf(text, token).map((noun) => phraseAt(text, noun)) },
  };
}

const besideOf = (text: Text, subject: readonly number[]): Oblique[] =>
  subject.flatMap((noun) => {
    const token = text.doc.tokens[noun];
    return token ? obliquesOf(text, token, []).filter(({ depth }) => depth === 0) : [];
  });

/** "talks *that were planned for Monday*": the time of what says more of a noun is that noun's. */
const tellingOf = ({ clauses, tree }: Text, noun: Token): readonly Span[] =>
  tree.childrenBy(noun.index, 'acl').flatMap(({ index }) => clauses.spans(index));

/** "prompted protests *from Japan*": a phrase right behind a noun may as well hang on that as on what the noun hangs on. */
function behind(text: Text, noun: Token): Oblique[] {
  const verb = text.doc.tokens[noun.head];
  if (!verb || !hasRelation(noun, 'obj', 'nsubj:pass', 'obl', 'nmod')) return [];
  const { to } = text.tree.subtree(noun.index);
  return obliquesOf(text, verb, [])
    .filter(({ phrase, depth }) => depth === 0 && text.tree.subtree(phrase.head).from === to)
    .map((oblique) => ({ ...oblique, depth: 1 }));
}

/** More verbs than this don't share a subject or a time. */
const MOST_SHARED = 4;

/** The clauses whose time is this one's too: the verbs before it with its subject and tense, and the one that it's a part of. */
function earlierThan(text: Text, token: Token): (readonly Span[])[] {
  const spans: (readonly Span[])[] = [];
  let at: Token | undefined = token;
  while (at && spans.length < MOST_SHARED) {
    const before: Token | undefined = sharing(text, at);
    if (before) spans.push(text.clauses.spans(before.index));
    at = before;
  }
  return spans;
}

function sharing(text: Text, token: Token): Token | undefined {
  const head = text.doc.tokens[token.head];
  if (!head || !isVerbal(head)) return undefined;
  const own = verbFormOf(text, token);
  if (hasRelation(token, 'conj'))
    return isBare(text, token) && verbFormOf(text, head)?.tense === own?.tense ? head : undefined;
  if (hasRelation(token, 'advcl', 'xcomp') && own?.form === 'gerund') return head;
  return undefined;
}

/** The clauses that tell of the past by themselves: main ones, and those coordinated with them. */
function toldIn(text: Text, sentence: Sentence): Span[] {
  const spans: Span[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = text.doc.tokens[at];
    if (!token || text.clauses.of[at] !== at) continue;
    const form = verbFormOf(text, token);
    if (form?.form !== 'finite' || form.tense !== 'past' || governorsOf(text, token).length > 0) continue;
    spans.push(...text.clauses.spans(at));
  }
  return spans;
}
