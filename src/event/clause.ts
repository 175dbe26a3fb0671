/**
 * Frames without a parse: a sentence's chunks with subject, arguments and governors of each verb and noun group.
 * Stands behind the `Parse` type of frame.ts; nothing else in event/ knows of chunks.
 */
import type { Doc, Sentence } from '../language/doc.js';
import type { Span } from '../span.js';
import { type Arguments, argumentsOf } from './argument.js';
import { bound, complementOf, met, ownersOf, speaker } from './bind.js';
import type { Chunk, NounChunk, Text } from './chunk.js';
import type { Before, Frame, Oblique, Parse, Syntax } from './frame.js';
import { governorsOfNoun } from './govern.js';
import { mentionsOf } from './mention.js';
import { modifierOf, phraseAt } from './phrase.js';
import { type Clause, chunkOf, type Row, rowOf } from './row.js';
import type { ClauseWords } from './words.js';

export function makeParse(words: ClauseWords): Parse {
  return (doc: Doc, before: Before): Syntax => {
    const persons = new Set(before.actors.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])));
    const text: Text = { doc, words, mentions: mentionsOf(doc, before), persons };
    let last: Row | undefined;
    const row = (sentence: Sentence): Row => {
      if (last?.sentence !== sentence) last = rowOf(text, sentence);
      return last;
    };
    return {
      frame(token) {
        const sentence = doc.sentences[doc.tokens[token]?.sentence ?? -1];
        return sentence ? frameAt(row(sentence), token) : undefined;
      },
      told: (sentence) => toldIn(row(sentence)),
    };
  };
}

function frameAt(row: Row, token: number): Frame | undefined {
  const place = chunkOf(row.chunks, token);
  const chunk = row.chunks[place];
  if (chunk?.kind === 'verb') return chunk.head === token ? verbFrame(row, place) : undefined;
  if (chunk?.kind !== 'noun' || chunk.head !== token || row.text.mentions.actor[token]) return undefined;
  return nounFrame(row, place, chunk);
}

function verbFrame(row: Row, place: number): Frame | undefined {
  const { text } = row;
  const clause = row.clauses.get(place);
  const token = text.doc.tokens[clause?.verb.head ?? -1];
  if (!clause || !token) return undefined;
  const next = text.doc.tokens[token.index + 1];
  const particle = next && text.words.particles.has(next.form.toLowerCase()) ? next : undefined;
  return {
    trigger: { start: token.start, end: token.end },
    head: token.index,
    kind: 'verb',
    lemma: token.lemma.toLowerCase(),
    ...(particle === undefined ? {} : { particle: particle.form.toLowerCase(), particleEnd: particle.end }),
    subject: clause.subject.nouns.map((noun) => bound(row, noun, () => speaker(row, clause))),
    object: clause.arguments.objects.map((noun) => bound(row, noun, () => met(row, clause))),
    obliques: clause.arguments.obliques.map(({ preposition, noun }) => ({
      preposition,
      phrase: bound(row, noun, () => met(row, clause)),
    })),
    prepositions: clause.arguments.prepositions,
    ...complementOf(row, token.index),
    owners: [],
    verb: clause.form,
    governors: clause.governors,
    clause: clauseSpan(row, place, clause),
    earlier: earlierThan(row, clause),
    sentence: row.sentence.index,
  };
}

function nounFrame(row: Row, place: number, chunk: NounChunk): Frame | undefined {
  const { text, chunks } = row;
  const token = text.doc.tokens[chunk.head];
  if (!token) return undefined;
  const right = argumentsOf(chunks, place + 1, false);
  const governors = governorsOfNoun(row, place);
  const verb = governors.find((governor) => governor.verb)?.token;
  const outer = verb === undefined ? undefined : row.clauses.get(chunkOf(chunks, verb));
  const start = outer ? clauseStart(row, chunkOf(chunks, outer.verb.head)) : place;
  return {
    trigger: { start: token.start, end: token.end },
    head: token.index,
    kind: 'noun',
    lemma: token.lemma.toLowerCase(),
    subject: outer
      ? outer.subject.nouns.filter((noun) => noun !== place).map((noun) => phraseAt(row, noun))
      : [],
    object: [],
    obliques: obliquesOf(row, right),
    prepositions: right.prepositions,
    ...complementOf(row, token.index),
    ...modifierOf(row, chunk),
    owned: text.words.possessives.has(text.doc.tokens[chunk.from]?.form.toLowerCase() ?? ''),
    owners: ownersOf(row, place, outer?.subject.nouns ?? []),
    governors,
    clause: spanOf(text.doc, Math.min(start, place), Math.max(right.end, outer?.arguments.end ?? 0), chunks),
    earlier: outer ? earlierThan(row, outer) : [],
    sentence: row.sentence.index,
  };
}

/** More verbs than this don't share a subject. */
const MOST_SHARED = 4;

function earlierThan(row: Row, clause: Clause): Span[] {
  const spans: Span[] = [];
  let at = clause.subject.shared;
  while (at !== undefined && spans.length < MOST_SHARED) {
    const before = row.clauses.get(at);
    if (!before || before.form.tense !== clause.form.tense) break;
    spans.push(clauseSpan(row, at, before));
    at = before.subject.shared;
  }
  return spans;
}

function toldIn(row: Row): Span[] {
  const spans: Span[] = [];
  for (const [place, clause] of row.clauses)
    if (clause.form.form === 'finite' && clause.form.tense === 'past' && clause.governors.length === 0)
      spans.push(clauseSpan(row, place, clause));
  return spans;
}

const clauseSpan = (row: Row, place: number, clause: Clause): Span =>
  spanOf(row.text.doc, clauseStart(row, place), clause.arguments.end, row.chunks);

function obliquesOf(row: Row, right: Arguments): Oblique[] {
  return right.obliques.map(({ preposition, noun }) => ({ preposition, phrase: phraseAt(row, noun) }));
}

/**
 * Leftwards from a verb to what opens its clause; the time before "when" belongs to it: "*in 1945*, when troops …". What
 * another verb has between itself and a comma is that verb's: "Mr Bell, who stood *in 2000*, agreed".
 */
function clauseStart({ chunks, clauses }: Row, verb: number): number {
  const subject = clauses.get(verb)?.subject.start;
  let at = verb;
  let comma: number | undefined;
  for (let steps = 0; at > 0 && steps < 60; steps++, at--) {
    const chunk = chunks[at - 1];
    const outside = comma === undefined || (subject !== undefined && subject < comma && subject >= at);
    if (chunk?.kind === 'comma' && outside) comma = at;
    if (chunk?.kind === 'verb' && chunk.form.form === 'finite') return comma ?? at;
    if (chunk?.kind === 'relative') return comma ?? at;
    if (chunk?.kind === 'conjunction' && (at === verb || at === subject)) break;
    if (chunk?.kind === 'sub' && chunk.word === 'when') return timeBefore(chunks, at - 1) ?? at;
    if (chunk?.kind === 'sub' || chunk?.kind === 'stop' || chunk?.kind === 'verb') break;
  }
  return at;
}

function timeBefore(chunks: readonly Chunk[], conjunction: number): number | undefined {
  const before = chunks[conjunction - 1]?.kind === 'comma' ? conjunction - 2 : conjunction - 1;
  return chunks[before]?.kind === 'time' ? before : undefined;
}

function spanOf(
  doc: Doc,
  from: number,
  to: number,
  chunks: readonly Chunk[],
): { start: number; end: number } {
  const first = doc.tokens[chunks[from]?.from ?? 0];
  const last = doc.tokens[(chunks[Math.max(from, to - 1)]?.to ?? 1) - 1];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}
