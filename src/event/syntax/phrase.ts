/** Noun groups as the rules see them: whom they name, whose they are, where. */
import type { Token } from '../../language/doc.js';
import { feature, hasRelation, relation } from '../../language/tree.js';
import type { Phrase } from '../frame.js';
import { nameAt } from './called.js';
import { isVerbal, lemmaOf, prepositionOf, type Text } from './text.js';

/** "tens of thousands of Nigerians": no more of them are followed. */
const MOST_PARTITIVES = 3;

/** The noun group that hangs on the word at `index`; "thousands of Nigerians" are Nigerians. */
export function phraseAt(text: Text, index: number): Phrase {
  const head = antecedentOf(text, index);
  const whole = wholeOf(text, head);
  return makePhrase(text, whole, head);
}

/** The word and those coordinated with it that name things, not acts. */
export const nounsFrom = ({ tree }: Text, index: number): readonly Token[] =>
  tree.conjuncts(index).filter((token, nth) => nth === 0 || !isVerbal(token));

/** What "which" stands for: the noun that its clause hangs on. */
function antecedentOf({ doc, clauses }: Text, index: number): number {
  const token = doc.tokens[index];
  if (!token?.feats.includes('PronType=Rel')) return index;
  const predicate = doc.tokens[clauses.of[index] ?? -1];
  return predicate && hasRelation(predicate, 'acl') && predicate.head >= 0 ? predicate.head : index;
}

const wholeOf = (text: Text, index: number): number =>
  counted(text, index, (whole) => text.mentions.actor.has(whole));

/** What is counted: the troops of "hundreds of troops", unless the counting word is known for itself. */
function counted(text: Text, index: number, known: (index: number) => boolean = () => false): number {
  let whole = index;
  for (let depth = 0; depth < MOST_PARTITIVES; depth++) {
    const token = text.doc.tokens[whole];
    if (!token || known(whole) || !isMeasure(text, token)) break;
    const part = ofPhrase(text, whole);
    if (!part) break;
    whole = part.index;
  }
  return whole;
}

/** "*thousands* of Nigerians", "ten *days* of war games". */
export const isMeasure = ({ words }: Text, token: Token): boolean =>
  words.partitives.has(lemmaOf(token)) || words.measures.has(lemmaOf(token));

/** The noun after "of". */
export const ofPhrase = (text: Text, index: number): Token | undefined =>
  text.tree.childrenBy(index, 'nmod').find((noun) => prepositionOf(text, noun) === 'of');

const MODIFIERS = ['amod', 'compound', 'nmod:poss', 'det', 'nummod', 'nmod:desc', 'flat', 'advmod'] as const;

function makePhrase(text: Text, index: number, outer: number): Phrase {
  const { doc, mentions, tree } = text;
  const token = doc.tokens[counted(text, index)];
  const named = actorsAt(text, index);
  const owners = ownersAt(text, index).filter((id) => !named.includes(id));
  const sort = token && sortOfName(text, token, named.length > 0);
  const lemma = sort ?? (token ? lemmaOf(token) : '');
  const modifiers = modifiersOf(text, token?.index ?? index);
  const bounds = boundsOf(text, index, outer);
  const headPlace = placeAt(text, index);
  const of = ofPhrase(text, index);
  const places = new Set(headPlace === undefined ? [] : [headPlace]);
  for (const child of tree.childrenBy(index, ...MODIFIERS)) {
    const place = mentions.place.get(child.index);
    if (place) places.add(place.id);
  }
  return {
    start: doc.tokens[bounds.from]?.start ?? 0,
    end: doc.tokens[bounds.to - 1]?.end ?? 0,
    first: bounds.from,
    head: index,
    lemma,
    plural: token !== undefined && feature(token, 'Number') === 'Plur',
    compound: [modifiers.at(-1), lemma].filter((word) => word !== undefined).join(' '),
    ...countingOf(text, outer, token?.index ?? index),
    // "The Kenyan government", when nobody knows it as an actor of its own, is Kenya.
    actors: named.length === 0 && text.words.bodies.has(lemma) ? owners : named,
    owners,
    ofOwners: possessorsAt(text, index).length === 0 && ofNamesAt(text, index).length > 0,
    places: [...places],
    ...(of ? { of: lemmaOf(of) } : {}),
    ...(headPlace === undefined ? {} : { headPlace }),
  };
}

/** The tanker of "the *Orsa*", where the report once says that the Orsa is one. */
const sortOfName = (
  { doc, called, mentions, words }: Text,
  { index }: Token,
  known: boolean,
): string | undefined => {
  if (mentions.placeAround[index] ?? mentions.time[index]) return undefined;
  const name = nameAt(doc.tokens, index);
  const sort = name === undefined ? undefined : called.get(name);
  // Somebody stays who he is: "President Lis"; but the Anna Lis may be a ship that was taken for somebody.
  return sort !== undefined && known && !words.vessels.has(sort) ? undefined : sort;
};

function countingOf({ doc }: Text, outer: number, index: number): Pick<Phrase, 'counting'> {
  const token = doc.tokens[outer];
  return token && outer !== index ? { counting: lemmaOf(token) } : {};
}

/** Ids of the actors that the word names, by itself or by an apposition: "his counterpart *Mr Bell*". */
function actorsAt(text: Text, index: number): readonly string[] {
  const own = text.mentions.actor.get(index);
  if (own) return [own.id];
  const around = text.mentions.around[index];
  // A name whose parse fell apart: its last word stands for it.
  if (around && around.to - 1 === index) return [around.id];
  for (const child of text.tree.childrenBy(index, 'flat', 'appos', 'compound')) {
    const name = text.mentions.actor.get(child.index);
    if (name && (relation(child) !== 'compound' || text.persons.has(name.id))) {
      if (relation(child) === 'compound' && child.index < index) continue;
      return [name.id];
    }
  }
  return [];
}

/** Possessor, demonym or name before it ("Japan's protest", "Turkish and Greek troops"); else the name after "of"; else who made it. */
function ownersAt(text: Text, index: number): readonly string[] {
  const before = possessorsAt(text, index);
  if (before.length > 0) return before;
  const named = ofNamesAt(text, index);
  return distinct(named.length > 0 ? named : makersAt(text, index));
}

function ofNamesAt(text: Text, index: number): readonly string[] {
  const of = ofPhrase(text, index);
  if (!of) return [];
  return nounsFrom(text, of.index).flatMap((noun) => {
    const own = ownerAt(text, noun, false);
    // "part of *Syria's* second city".
    return own.length > 0 ? own : possessorsAt(text, noun.index);
  });
}

/** "a missile *fired by rebels*", "the march *organised by students*". */
const makersAt = (text: Text, index: number): readonly string[] =>
  text.tree
    .childrenBy(index, 'acl')
    .filter((verb) => text.words.made.has(lemmaOf(verb)))
    .flatMap((verb) => text.tree.childrenBy(verb.index, 'obl:agent'))
    .flatMap((agent) => nounsFrom(text, agent.index))
    .flatMap((noun) => actorsAt(text, noun.index));

/** Without "of": a nominal's "of" phrase is often whom it is done to. */
export const possessorsAt = (text: Text, index: number): readonly string[] =>
  distinct(
    text.tree
      .childrenBy(index, 'nmod:poss', 'amod', 'compound', 'nmod:desc')
      .flatMap((child) =>
        text.tree
          .conjuncts(child.index)
          .flatMap((word) => ownerAt(text, word, hasRelation(child, 'nmod:poss'))),
      ),
  );

/** A person without 's owns nothing: "the Bell investigation" may as well be of Bell. */
function ownerAt({ doc, mentions, persons }: Text, word: Token, possessive: boolean): string[] {
  const mention = mentions.actor.get(word.index);
  if (!mention) return [];
  const name = doc.tokens.slice(mention.from, mention.to).some(isCapital);
  return possessive || (!persons.has(mention.id) && name) ? [mention.id] : [];
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
const isCapital = ({ form }: Token): boolean => /^\p{Lu}/u.test(form);

/** That which the head names, or the name after its "of" or beside it: "the Black Sea resort of *Sochi*". */
function placeAt(text: Text, index: number): string | undefined {
  const own = text.mentions.place.get(index);
  if (own) return own.id;
  if (text.mentions.actor.has(index)) return undefined;
  const beside = [ofPhrase(text, index), ...text.tree.childrenBy(index, 'appos', 'flat')];
  for (const token of beside) {
    const place = token && text.mentions.place.get(token.index);
    if (place && !text.mentions.actor.has(token.index)) return place.id;
  }
  const around = text.mentions.placeAround[index];
  return around && around.to - 1 === index ? around.id : undefined;
}

/** Lemmas of the words before a noun that say which: the `hunger` of "hunger strike", the nearest last. */
export function modifiersOf({ tree }: Text, index: number): string[] {
  return tree
    .children(index)
    .filter((child) => child.index < index && hasRelation(child, 'amod', 'compound', 'nmod:desc'))
    .flatMap((child) =>
      tree
        .conjuncts(child.index)
        .filter((token) => token.index < index)
        .map(lemmaOf),
    );
}

/** The words right before and after the head that are the noun group itself, without phrases and clauses behind it. */
function boundsOf({ doc, tree }: Text, index: number, outer: number): { from: number; to: number } {
  const sentence = doc.sentences[doc.tokens[index]?.sentence ?? -1];
  let from = index;
  let to = index + 1;
  for (const child of tree.childrenBy(index, ...MODIFIERS)) {
    const part = tree.subtree(child.index);
    if (part.from < from && child.index < index) from = part.from;
    if (part.to > to && child.index > index && hasRelation(child, 'flat', 'compound', 'nummod')) to = part.to;
  }
  if (outer < from) from = Math.max(tree.subtree(outer).from, sentence?.from ?? 0);
  return { from, to };
}
