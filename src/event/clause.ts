/**
 * Frames without a parse: a sentence's chunks with subject, arguments and governors of each verb and noun group.
 * Stands behind the `Parse` type of frame.ts; nothing else in event/ knows of chunks.
 */
import type { Doc, Sentence } from '../language/doc.js';
import { type Arguments, argumentsOf, isNoun } from './argument.js';
import { type Chunk, chunksOf, type NounChunk, type Text, type VerbChunk } from './chunk.js';
import type { Before, Frame, Governor, Oblique, Parse, Phrase, Syntax, VerbForm } from './frame.js';
import { governorsOfNoun, governorsOfVerb } from './govern.js';
import { mentionsOf } from './mention.js';
import { participle, type Subject, subjectOf } from './subject.js';
import type { ClauseWords } from './words.js';

/** A verb with what belongs to it; nouns by their place in the row of chunks. */
export interface Clause {
  readonly verb: VerbChunk;
  readonly form: VerbForm;
  readonly subject: Subject;
  readonly arguments: Arguments;
  readonly governors: readonly Governor[];
}

/** One sentence, taken apart. */
export interface Row {
  readonly text: Text;
  readonly sentence: Sentence;
  readonly chunks: readonly Chunk[];
  /** By place of the verb. */
  readonly clauses: Map<number, Clause>;
  /** For a noun group, the verb that it's an argument of: `subject`, `object` or the preposition. */
  readonly roles: Map<number, { readonly verb: number; readonly link: string }>;
  /** Phrases made so far, by place of the noun group. */
  readonly phrases: Map<number, Phrase>;
  /** For a word that a verb or clause hangs on, by index in `doc.tokens`: the place of that verb. */
  readonly complements: Map<number, number>;
  /** The `if` or `unless` of the sentence. */
  readonly condition: number | undefined;
}

export function makeParse(words: ClauseWords): Parse {
  return (doc: Doc, before: Before): Syntax => {
    const persons = new Set(before.actors.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])));
    const text: Text = { doc, words, mentions: mentionsOf(doc, before), persons };
    let row: Row | undefined;
    return {
      frame(token) {
        const sentence = doc.sentences[doc.tokens[token]?.sentence ?? -1];
        if (!sentence) return undefined;
        if (row?.sentence !== sentence) row = rowOf(text, sentence);
        return frameAt(row, token);
      },
    };
  };
}

const COMPLEMENTS = new Set(['to', 'object-to', 'that', 'ing']);

function rowOf(text: Text, sentence: Sentence): Row {
  const chunks = chunksOf(text, sentence);
  const condition = chunks.findIndex(
    (chunk) => chunk.kind === 'sub' && (chunk.word === 'if' || chunk.word === 'unless'),
  );
  const row: Row = {
    text,
    sentence,
    chunks,
    clauses: new Map(),
    roles: new Map(),
    phrases: new Map(),
    complements: new Map(),
    condition: condition < 0 ? undefined : condition,
  };
  const found = new Map<number, Subject>();
  const lemma = (chunk: VerbChunk): string => text.doc.tokens[chunk.head]?.lemma.toLowerCase() ?? '';
  for (const [place, verb] of chunks.entries()) {
    if (verb.kind !== 'verb') continue;
    const reduced = participle(row, place);
    const form: VerbForm = reduced
      ? { ...verb.form, form: 'participle', voice: 'passive', tense: 'none' }
      : verb.form;
    const right = argumentsOf(chunks, place + 1, true);
    const finite = form.form === 'finite';
    const own: Subject = finite
      ? subjectOf({ chunks, words: text.words, lemma, found }, place)
      : { nouns: reduced ? [place - 1] : [], start: place };
    const governed = governorsOfVerb(row, place, form, own);
    const subject = governed.subject === undefined ? own : { ...own, nouns: governed.subject };
    found.set(place, subject);
    const outer = governed.governors[0];
    if (outer && COMPLEMENTS.has(outer.link) && !row.complements.has(outer.token))
      row.complements.set(outer.token, place);
    row.clauses.set(place, {
      verb,
      form: governed.form,
      subject,
      arguments: right,
      governors: governed.governors,
    });
    for (const noun of own.nouns)
      if (own.shared === undefined && !own.relative) setRole(row, noun, place, 'subject');
    for (const noun of right.objects) setRole(row, noun, place, 'object');
    for (const { noun, preposition } of right.obliques) setRole(row, noun, place, preposition);
  }
  return row;
}

function setRole(row: Row, noun: number, verb: number, link: string): void {
  if (!row.roles.has(noun)) row.roles.set(noun, { verb, link });
}

/** The place of the chunk that holds `token`: chunks are in order and leave no gap. */
function chunkOf(chunks: readonly Chunk[], token: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function frameAt(row: Row, token: number): Frame | undefined {
  const place = chunkOf(row.chunks, token);
  const chunk = row.chunks[place];
  if (chunk?.kind === 'verb') return chunk.head === token ? verbFrame(row, place) : undefined;
  if (chunk?.kind !== 'noun' || chunk.head !== token || row.text.mentions.actor[token]) return undefined;
  return nounFrame(row, place, chunk);
}

function verbFrame(row: Row, place: number): Frame | undefined {
  const { text, chunks } = row;
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
    complement: row.complements.has(token.index),
    complementSubject: complementSubject(row, token.index),
    owners: [],
    verb: clause.form,
    governors: clause.governors,
    clause: spanOf(text.doc, clauseStart(row, place), clause.arguments.end, chunks),
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
    complement: row.complements.has(token.index),
    complementSubject: complementSubject(row, token.index),
    ...modifierOf(row, chunk),
    owners: ownersOf(row, place, outer?.subject.nouns ?? []),
    governors,
    clause: spanOf(text.doc, Math.min(start, place), Math.max(right.end, outer?.arguments.end ?? 0), chunks),
    sentence: row.sentence.index,
  };
}

function obliquesOf(row: Row, right: Arguments): Oblique[] {
  return right.obliques.map(({ preposition, noun }) => ({ preposition, phrase: phraseAt(row, noun) }));
}

/** Leftwards from a verb to what opens its clause; the time before "when" belongs to it: "*in 1945*, when troops …". */
function clauseStart({ chunks, clauses }: Row, verb: number): number {
  const subject = clauses.get(verb)?.subject.start;
  let at = verb;
  for (let steps = 0; at > 0 && steps < 60; steps++, at--) {
    const chunk = chunks[at - 1];
    if (chunk?.kind === 'conjunction' && (at === verb || at === subject)) break;
    if (chunk?.kind === 'sub' && chunk.word === 'when') return timeBefore(chunks, at - 1) ?? at;
    if (
      chunk?.kind === 'sub' ||
      chunk?.kind === 'relative' ||
      chunk?.kind === 'stop' ||
      chunk?.kind === 'verb'
    )
      break;
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

function phraseAt(row: Row, place: number): Phrase {
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

/** Possessor or demonym; "his" in an object is the subject's. */
function ownersOf(row: Row, place: number, subject: readonly number[]): readonly string[] {
  const { owners } = phraseAt(row, place);
  const chunk = row.chunks[place];
  const first = row.text.doc.tokens[chunk?.from ?? -1];
  if (owners.length > 0 || !first || !row.text.words.possessives.has(first.form.toLowerCase())) return owners;
  return subject.includes(place) ? [] : subject.flatMap((noun) => phraseAt(row, noun).actors);
}

function complementSubject(row: Row, token: number): Phrase[] {
  const clause = row.clauses.get(row.complements.get(token) ?? -1);
  return (clause?.subject.nouns ?? []).map((noun) => phraseAt(row, noun));
}

/** A pronoun that the sentence itself binds gets the actors it stands for. */
function bound(row: Row, place: number, antecedents: () => readonly string[]): Phrase {
  const phrase = phraseAt(row, place);
  const form = row.text.doc.tokens[phrase.head]?.form.toLowerCase() ?? '';
  if (phrase.actors.length > 0 || !row.text.words.pronouns.has(form)) return phrase;
  return { ...phrase, actors: antecedents().filter((id) => agrees(form, row.text.persons.has(id))) };
}

const PERSONAL = new Set(['he', 'she', 'him', 'her']);

const agrees = (pronoun: string, person: boolean): boolean =>
  PERSONAL.has(pronoun) ? person : pronoun !== 'it' || !person;

/** "Japan said *it* had …": the subject of a clause under "said" is who says it. */
function speaker(row: Row, { governors }: Clause): readonly string[] {
  const governor = governors[0];
  if (governor?.link !== 'that' || !governor.verb) return [];
  const outer = row.clauses.get(chunkOf(row.chunks, governor.token));
  return distinctActors(row, outer?.subject.nouns ?? []);
}

/** "met Putin and told *him* …": who the first of two verbs with one subject is done to. */
function met(row: Row, { subject }: Clause): readonly string[] {
  const first = subject.shared === undefined ? undefined : row.clauses.get(subject.shared);
  if (!first) return [];
  const ids = distinctActors(row, [
    ...first.arguments.objects,
    ...first.arguments.obliques.map(({ noun }) => noun),
  ]);
  return ids.length === 1 ? ids : [];
}

const distinctActors = (row: Row, nouns: readonly number[]): string[] => [
  ...new Set(nouns.flatMap((noun) => phraseAt(row, noun).actors)),
];

function modifierOf(row: Row, chunk: NounChunk): { modifier?: string } {
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
