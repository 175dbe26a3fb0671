/** Noun groups as the rules see them: whom they name, whose they are, where. */

import { isNoun } from './argument.js';
import type { NounChunk } from './chunk.js';
import type { Phrase } from './frame.js';
import type { Mention } from './mention.js';
import type { Row } from './row.js';

export function phraseAt(row: Row, place: number): Phrase {
  const known = row.phrases.get(place);
  if (known) return known;
  const phrase = partOf(row, place) ?? makePhrase(row, place);
  row.phrases.set(place, phrase);
  return phrase;
}

/** "tens of thousands of Nigerians": no more of them are followed. */
const MOST_PARTITIVES = 3;

/** "thousands of Nigerians" are Nigerians. */
function partOf(row: Row, place: number): Phrase | undefined {
  let whole = place;
  for (let depth = 0; depth < MOST_PARTITIVES && isPartitive(row, whole); depth++) whole += 2;
  return whole === place ? undefined : makePhrase(row, whole);
}

function isPartitive({ chunks, text }: Row, place: number): boolean {
  const head = chunks[place];
  const of = chunks[place + 1];
  if (!isNoun(head) || of?.kind !== 'preposition' || of.word !== 'of' || !isNoun(chunks[place + 2]))
    return false;
  const token = text.doc.tokens[head.head];
  return !text.mentions.actor[head.head] && text.words.partitives.has(token?.lemma.toLowerCase() ?? '');
}

/**
 * A possessor ("the general's", "Japan's") or a demonym or name as modifier. A person without 's owns nothing: "the
 * Bell investigation" may as well be of Bell.
 */
function owns({ text }: Row, { id, to }: Mention): boolean {
  const { tokens } = text.doc;
  if (tokens[to]?.upos === 'PART') return true;
  return !text.persons.has(id) && /^\p{Lu}/u.test(tokens[to - 1]?.form ?? '');
}

function makePhrase(row: Row, place: number): Phrase {
  const { doc, mentions } = row.text;
  const chunk = row.chunks[place];
  if (!isNoun(chunk))
    return {
      start: 0,
      end: 0,
      first: -1,
      head: -1,
      lemma: '',
      compound: '',
      actors: [],
      owners: [],
      places: [],
    };
  const named = mentions.actor[chunk.head];
  const owners = new Set<string>();
  const places = new Set<string>();
  for (let at = chunk.from; at < chunk.to; at++) {
    const actor = mentions.actor[at];
    if (actor && actor !== named && actor.from === at && owns(row, actor)) owners.add(actor.id);
    const placed = mentions.place[at];
    if (placed?.from === at) places.add(placed.id);
  }
  const first = doc.tokens[chunk.from];
  const last = doc.tokens[chunk.to - 1];
  const lemma = doc.tokens[chunk.head]?.lemma.toLowerCase() ?? '';
  const headPlace = mentions.place[chunk.head]?.id;
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    ...(headPlace === undefined ? {} : { headPlace }),
    first: chunk.from,
    head: chunk.head,
    lemma,
    compound: compoundOf(row, chunk),
    // "The Kenyan government", when nobody knows it as an actor of its own, is Kenya.
    actors: named ? [named.id] : owners.size === 1 && row.text.words.bodies.has(lemma) ? [...owners] : [],
    owners: [...owners],
    places: [...places],
  };
}

export function modifierOf(row: Row, chunk: NounChunk): { modifier?: string } {
  const { tokens } = row.text.doc;
  const hyphen = tokens[chunk.head - 1]?.form === '-' ? 2 : 1;
  const before = chunk.head - hyphen >= chunk.from ? tokens[chunk.head - hyphen] : undefined;
  return before ? { modifier: before.lemma.toLowerCase() } : {};
}

function compoundOf(row: Row, chunk: NounChunk): string {
  const head = row.text.doc.tokens[chunk.head]?.lemma.toLowerCase() ?? '';
  const { modifier } = modifierOf(row, chunk);
  return modifier === undefined ? head : `${modifier} ${head}`;
}
