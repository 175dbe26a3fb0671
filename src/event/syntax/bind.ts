/** What a sentence says by itself of whom a pronoun or possessor stands for; anything further is the actor reader's. */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import type { Phrase } from '../frame.js';
import { phraseAt, possessorsAt } from './phrase.js';
import { subjectOf } from './subject.js';
import { formOf, type Text } from './text.js';

/** Possessor or demonym; "his" in an object is the subject's. */
export function ownersOf(text: Text, noun: Token, subject: readonly number[]): readonly string[] {
  const owners = possessorsAt(text, noun.index);
  const possessive = possessiveOf(text, noun);
  if (owners.length > 0 || !possessive || subject.includes(noun.index)) return owners;
  const pronoun = POSSESSED[formOf(possessive)] ?? formOf(possessive);
  return subject
    .flatMap((index) => phraseAt(text, index).actors)
    .filter((id) => agrees(pronoun, text.persons.has(id)));
}

/** "his", "its": it's somebody's, known or not. */
export const possessiveOf = ({ tree }: Text, { index }: Token): Token | undefined =>
  tree.childrenBy(index, 'nmod:poss').find(({ upos }) => upos === 'PRON');

/** A pronoun that the sentence itself binds gets the actors it stands for. */
export function bound(text: Text, index: number, antecedents: () => readonly string[]): Phrase {
  const phrase = phraseAt(text, index);
  const token = text.doc.tokens[phrase.head];
  if (phrase.actors.length > 0 || token?.upos !== 'PRON' || !PRONOUNS.has(formOf(token))) return phrase;
  return { ...phrase, actors: antecedents().filter((id) => agrees(formOf(token), text.persons.has(id))) };
}

const POSSESSED: Readonly<Record<string, string>> = { his: 'he', her: 'she', its: 'it' };
const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her']);
const PRONOUNS: ReadonlySet<string> = new Set([...PERSONAL, 'it', 'they', 'them']);

const agrees = (pronoun: string, person: boolean): boolean =>
  PERSONAL.has(pronoun) ? person : pronoun !== 'it' || !person;

/** "Japan said *it* had …": the subject of a clause under a verb is that verb's. */
export function speaker(text: Text, pronoun: number): readonly string[] {
  const verb = text.doc.tokens[text.clauses.of[pronoun] ?? -1];
  const first = verb && hasRelation(verb, 'conj') ? text.doc.tokens[verb.head] : verb;
  const head = first && text.doc.tokens[first.head];
  if (!head || !hasRelation(first, 'ccomp', 'xcomp')) return [];
  return distinctActors(text, subjectOf(text, head));
}

/** "met Putin and told *him* …": whom the first of two verbs with one subject is done to. */
export function met(text: Text, verb: Token): readonly string[] {
  const first = hasRelation(verb, 'conj') ? text.doc.tokens[verb.head] : undefined;
  if (!first) return [];
  const nouns = text.tree.childrenBy(first.index, 'obj', 'iobj', 'obl').map(({ index }) => index);
  const ids = distinctActors(text, nouns);
  return ids.length === 1 ? ids : [];
}

const distinctActors = (text: Text, nouns: readonly number[]): string[] => [
  ...new Set(nouns.flatMap((noun) => phraseAt(text, noun).actors)),
];
