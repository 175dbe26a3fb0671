/** One sentence taken apart: its chunks, and for each verb subject, arguments and governors. */
import type { Sentence } from '../language/doc.js';
import { type Arguments, argumentsOf } from './argument.js';
import { type Chunk, chunksOf, type Text, type VerbChunk } from './chunk.js';
import type { Governor, Phrase, VerbForm } from './frame.js';
import { governorsOfVerb } from './govern.js';
import { participle, type Subject, subjectOf } from './subject.js';

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

const COMPLEMENTS = new Set(['to', 'object-to', 'that', 'ing']);

export function rowOf(text: Text, sentence: Sentence): Row {
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
  const subordinate = (place: number): boolean => row.clauses.get(place)?.governors[0]?.link === 'clause';
  const titled = (place: number): boolean => endsTitle(text, chunks[place]);
  for (const [place, verb] of chunks.entries()) {
    if (verb.kind !== 'verb') continue;
    const reduced = participle(row, place);
    const form: VerbForm = reduced
      ? { ...verb.form, form: 'participle', voice: 'passive', tense: 'none' }
      : verb.form;
    const right = argumentsOf(chunks, place + 1, true);
    const finite = form.form === 'finite';
    const own: Subject = finite
      ? subjectOf({ chunks, words: text.words, lemma, found, titled, subordinate }, place)
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

function endsTitle({ mentions, persons }: Text, chunk: Chunk | undefined): boolean {
  const name = chunk?.kind === 'noun' ? mentions.actor[chunk.head] : undefined;
  return chunk !== undefined && name !== undefined && persons.has(name.id) && name.from > chunk.from;
}

function setRole(row: Row, noun: number, verb: number, link: string): void {
  if (!row.roles.has(noun)) row.roles.set(noun, { verb, link });
}

/** The place of the chunk that holds `token`: chunks are in order and leave no gap. */
export function chunkOf(chunks: readonly Chunk[], token: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
