/** Noun groups as the rules see them: whom they name, whose they are, where. */

import type { Doc } from '../language/doc.js';
import { isNoun } from './argument.js';
import type { NounChunk } from './chunk.js';
import type { Phrase } from './frame.js';
import type { Row } from './row.js';

export function phraseAt(row: Row, place: number): Phrase {
  const known = row.phrases.get(place);
  if (known) return known;
  const phrase = partOf(row, place) ?? makePhrase(row, place);
  row.phrases.set(place, phrase);
  return phrase;
}

/** "thousands of Nigerians" are Nigerians. */
function partOf(row: Row, place: number): Phrase | undefined {
  const { chunks, text } = row;
  const head = chunks[place];
  const of = chunks[place + 1];
  const whole = chunks[place + 2];
  if (!isNoun(head) || of?.kind !== 'preposition' || of.word !== 'of' || !isNoun(whole)) return undefined;
  if (text.mentions.actor[head.head] || !text.words.partitives.has(lemmaAt(row, head.head))) return undefined;
  return phraseAt(row, place + 2);
}

const lemmaAt = (row: Row, token: number): string => row.text.doc.tokens[token]?.lemma.toLowerCase() ?? '';

/** A possessor ("the general's", "Japan's") or a demonym or name as modifier: never a common noun as one. */
const owns = (doc: Doc, end: number): boolean =>
  doc.tokens[end]?.upos === 'PART' || /^\p{Lu}/u.test(doc.tokens[end - 1]?.form ?? '');

function makePhrase(row: Row, place: number): Phrase {
  const { doc, mentions } = row.text;
  const chunk = row.chunks[place];
  if (!isNoun(chunk))
    return { start: 0, end: 0, head: -1, lemma: '', compound: '', actors: [], owners: [], places: [] };
  const named = mentions.actor[chunk.head];
  const owners = new Set<string>();
  const places = new Set<string>();
  for (let at = chunk.from; at < chunk.to; at++) {
    const actor = mentions.actor[at];
    if (actor && actor !== named && actor.from === at && owns(doc, actor.to)) owners.add(actor.id);
    const placed = mentions.place[at];
    if (placed?.from === at) places.add(placed.id);
  }
  const first = doc.tokens[chunk.from];
  const last = doc.tokens[chunk.to - 1];
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    head: chunk.head,
    lemma: doc.tokens[chunk.head]?.lemma.toLowerCase() ?? '',
    compound: compoundOf(row, chunk),
    actors: named ? [named.id] : [],
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
