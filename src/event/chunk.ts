/** A sentence as a row of chunks: noun groups, verb groups, prepositions and the marks between clauses. */
import type { Doc, Sentence, Token } from '../language/doc.js';
import type { VerbForm } from './frame.js';
import type { Mentions } from './mention.js';
import { verbChunk } from './verb-group.js';
import type { ClauseWords } from './words.js';

interface Range {
  /** Half-open range of `doc.tokens`. */
  readonly from: number;
  readonly to: number;
}

export interface NounChunk extends Range {
  readonly kind: 'noun';
  readonly head: number;
}

export interface VerbChunk extends Range {
  readonly kind: 'verb';
  readonly head: number;
  readonly form: VerbForm;
  /** True where a past form may as well be a participle: "troops *deployed* …". */
  readonly ambiguous: boolean;
}

export interface WordChunk extends Range {
  /** `sub` opens a clause, `relative` is who/which/that after a noun, `stop` is a hard boundary. */
  readonly kind:
    | 'preposition'
    | 'sub'
    | 'relative'
    | 'conjunction'
    | 'comma'
    | 'stop'
    | 'adjective'
    | 'other';
  readonly word: string;
}

export interface TimeChunk extends Range {
  readonly kind: 'time';
}

export type Chunk = NounChunk | VerbChunk | WordChunk | TimeChunk;

export interface Text {
  readonly doc: Doc;
  readonly mentions: Mentions;
  readonly words: ClauseWords;
  /** Ids of the actors that are one person: what "he" and "she" can stand for, and "it" cannot. */
  readonly persons: ReadonlySet<string>;
}

export function chunksOf(text: Text, sentence: Sentence): Chunk[] {
  const chunks: Chunk[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    const chunk = chunkAt(text, sentence, at, chunks);
    const before = chunks.at(-1);
    // "on Tuesday" is one adverbial, not a phrase that could hold a party.
    if (chunk.kind === 'time' && before?.kind === 'preposition') chunks.pop();
    chunks.push(
      chunk.kind === 'time' && before?.kind === 'preposition' ? { ...chunk, from: before.from } : chunk,
    );
    at = chunk.to;
  }
  return chunks;
}

function chunkAt(text: Text, sentence: Sentence, at: number, before: readonly Chunk[]): Chunk {
  const { doc, mentions } = text;
  const token = doc.tokens[at];
  if (!token) return { kind: 'other', word: '', from: at, to: at + 1 };
  const time = mentions.time[at];
  if (time && time.from === at && !modifies(text, time.to, sentence.to))
    return { kind: 'time', from: at, to: Math.min(time.to, sentence.to) };
  if (mentions.actor[at]?.from === at && token.upos !== 'ADP') {
    return nounChunk(text, sentence, at);
  }
  const number = quantified(text, sentence, at);
  if (number !== undefined) return { kind: 'other', word: 'quantifier', from: at, to: number };
  return (
    markChunk(text, sentence, at, before) ??
    verbChunk(text, sentence, at) ??
    (opensNoun(token) ? nounChunk(text, sentence, at) : word('other', token))
  );
}

const LONGEST_QUANTIFIER = 3;

/** Index of the number that the quantifier at `at` belongs to. */
function quantified({ doc, words }: Text, sentence: Sentence, at: number): number | undefined {
  if (!words.starts.has(doc.tokens[at]?.form.toLowerCase() ?? '')) return undefined;
  let phrase = '';
  for (let next = at; next < Math.min(at + LONGEST_QUANTIFIER, sentence.to - 1); next++) {
    phrase += `${next === at ? '' : ' '}${doc.tokens[next]?.form.toLowerCase() ?? ''}`;
    if (words.quantifiers.has(phrase) && doc.tokens[next + 1]?.upos === 'NUM') return next + 1;
  }
  return undefined;
}

/** A time right before 's or a noun belongs to the noun group: "Thursday's talks", "the 2005 visit". */
function modifies(text: Text, next: number, end: number): boolean {
  const token = next < end ? text.doc.tokens[next] : undefined;
  return token?.upos === 'PART' && token.lemma !== 'to' && token.lemma !== 'not';
}

const STOPS = new Set([';', ':', '(', ')', '[', ']', '—', '–', '--', '/']);

function markChunk(
  text: Text,
  sentence: Sentence,
  at: number,
  before: readonly Chunk[],
): WordChunk | undefined {
  const { doc, words } = text;
  const token = doc.tokens[at];
  if (!token) return undefined;
  if (token.form === ',') return word('comma', token);
  if (token.upos === 'PUNCT')
    return STOPS.has(token.form) || spacedHyphen(doc, token) ? word('stop', token) : word('other', token);
  const lower = token.form.toLowerCase();
  if (lower === 'that') return thatChunk(text, sentence, token, before);
  if (words.relatives.has(lower) && token.upos !== 'ADJ') return word('relative', token);
  if (words.subordinators.has(lower)) return word('sub', token);
  if (token.upos === 'CCONJ') return word('conjunction', token);
  return prepositionChunk(text, sentence, token);
}

const spacedHyphen = (doc: Doc, token: Token): boolean =>
  token.form === '-' && doc.text.charAt(token.start - 1) === ' ' && doc.text.charAt(token.end) === ' ';

function prepositionChunk(text: Text, sentence: Sentence, token: Token): WordChunk | undefined {
  const { doc, words } = text;
  const lower = token.form.toLowerCase();
  if (lower === 'to' && isInfinitive(doc.tokens[token.index + 1])) return undefined;
  const second =
    words.starts.has(lower) && token.index + 1 < sentence.to
      ? doc.tokens[token.index + 1]?.form.toLowerCase()
      : undefined;
  const long = second === undefined ? undefined : `${lower} ${second}`;
  if (
    long !== undefined &&
    words.prepositions.has(long) &&
    !(second === 'to' && isVerb(doc.tokens[token.index + 2]))
  )
    return { kind: 'preposition', word: long, from: token.index, to: token.index + 2 };
  if (token.upos === 'ADP' || (token.upos === 'SCONJ' && words.prepositions.has(lower)))
    return word('preposition', token);
  if (words.prepositions.has(lower) && token.upos !== 'PART' && token.upos !== 'AUX')
    return word('preposition', token);
  return token.upos === 'SCONJ' ? word('sub', token) : undefined;
}

/** "due *to meet*", whatever the tag of "to". */
const isInfinitive = (token: Token | undefined): boolean => token?.feats.includes('VerbForm=Inf') === true;

const isVerb = (token: Token | undefined): boolean => token?.upos === 'VERB' || token?.upos === 'AUX';

/** "that" opens a clause after a verb, a relative clause after a noun, or a noun group. */
function thatChunk(
  text: Text,
  sentence: Sentence,
  token: Token,
  before: readonly Chunk[],
): WordChunk | undefined {
  const last = before.at(-1);
  const next = token.index + 1 < sentence.to ? text.doc.tokens[token.index + 1] : undefined;
  const verbal = next?.upos === 'AUX' || next?.upos === 'VERB';
  if (last?.kind === 'noun' && verbal) return word('relative', token);
  if (last?.kind === 'verb' || last?.kind === 'time' || last?.kind === 'noun' || last?.kind === 'adjective')
    return word('sub', token);
  return verbal || token.upos === 'SCONJ' ? word('sub', token) : undefined;
}

const OPENS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'SYM', 'X']);
const opensNoun = (token: Token): boolean => OPENS.has(token.upos);

const word = (kind: WordChunk['kind'], token: Token): WordChunk => ({
  kind,
  word: token.form.toLowerCase(),
  from: token.index,
  to: token.index + 1,
});

/** The longest noun group from `at`; an actor's or place's name is never cut. */
function nounChunk(text: Text, sentence: Sentence, at: number): Chunk {
  const { doc } = text;
  let head: number | undefined;
  let to = at;
  while (to < sentence.to) {
    const token = doc.tokens[to];
    if (!token) break;
    const name = text.mentions.actor[to] ?? text.mentions.place[to];
    if (name && name.from === to && name.to <= sentence.to && token.upos !== 'ADP') {
      if (head !== undefined && startsAnother(text, head, to)) break;
      to = name.to;
      head = to - 1;
      continue;
    }
    if (!continues(text, at, to, head)) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') head = to;
    else if (token.upos === 'PRON' && head === undefined && !possessive(text, token)) {
      return { kind: 'noun', from: at, to: to + 1, head: to };
    } else if ((token.upos === 'NUM' || token.upos === 'SYM' || token.upos === 'X') && head === undefined) {
      // "Five of the ships": a bare number can be a head until a noun comes.
    } else if (token.form === "'s" || token.form === '’s' || token.form === "'" || token.form === '’')
      head = undefined;
    to++;
  }
  if (to === at) to = at + 1;
  if (head !== undefined) return { kind: 'noun', from: at, to, head };
  const last = doc.tokens[to - 1];
  const bare = last?.upos === 'ADJ';
  return bare
    ? { kind: 'adjective', word: last.lemma.toLowerCase(), from: at, to }
    : { kind: 'noun', from: at, to, head: to - 1 };
}

/** A person named right after a complete group with an actor of its own is another group: "told Iran Mr Bell …". */
function startsAnother(text: Text, head: number, at: number): boolean {
  const last = text.mentions.actor[head];
  const token = text.doc.tokens[at];
  return last !== undefined && token?.upos === 'PRON' && last.to === at;
}

function possessive(text: Text, token: Token): boolean {
  return text.words.possessives.has(token.form.toLowerCase());
}

function continues(text: Text, from: number, at: number, head: number | undefined): boolean {
  const token = text.doc.tokens[at];
  if (!token) return false;
  switch (token.upos) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'SYM':
    case 'X':
      return text.mentions.time[at] === undefined || head === undefined || insideTime(text, at);
    case 'ADJ':
      return text.mentions.time[at] === undefined || head === undefined;
    case 'DET':
      return head === undefined;
    case 'PRON':
      return possessive(text, token) ? head === undefined : at === from;
    case 'PART':
      return at > from && token.lemma !== 'to' && token.lemma !== 'not';
    case 'ADV':
      return head === undefined && at > from && text.doc.tokens[at + 1]?.upos !== 'VERB';
    case 'PUNCT':
      return at > from && token.form === '-' && touches(text.doc, at);
    case 'CCONJ':
      return at > from && head === undefined && text.doc.tokens[at + 1]?.upos === 'ADJ';
    case 'VERB':
      return at > from && head === undefined && !opensClause(text, at);
    default:
      return false;
  }
}

const insideTime = (text: Text, at: number): boolean => (text.mentions.time[at]?.from ?? at) < at;

const touches = (doc: Doc, at: number): boolean =>
  doc.tokens[at - 1]?.end === doc.tokens[at]?.start && doc.tokens[at]?.end === doc.tokens[at + 1]?.start;

/** A verb form after a determiner or adjective is a modifier ("the visiting minister"), unless "to" comes first. */
function opensClause(text: Text, at: number): boolean {
  const before = text.doc.tokens[at - 1];
  return before === undefined || before.upos === 'NUM' || before.upos === 'PRON';
}
