/** Who a verb belongs to: the noun group to its left that is not in a phrase, an apposition or a relative clause. */
import { isNoun } from './argument.js';
import type { Chunk, VerbChunk } from './chunk.js';
import type { ClauseWords } from './words.js';

export interface Subject {
  /** Places of the noun groups in the row of chunks; empty when none was found. */
  readonly nouns: readonly number[];
  /** Place of the first chunk of the subject, or of the verb: what stands before it opens the clause. */
  readonly start: number;
  /** The verb whose subject this verb shares: "met Putin and *delivered* …". */
  readonly shared?: number;
  /** True when the subject is what a relative pronoun stands for. */
  readonly relative?: boolean;
}

/** Further left than this nobody looks: keeps a sentence of a million words linear. */
const REACH = 60;

interface Row {
  readonly chunks: readonly Chunk[];
  readonly words: ClauseWords;
  /** Lemma of the head of a verb chunk. */
  readonly lemma: (chunk: VerbChunk) => string;
  /** True for a noun group that ends a title and names its holder: "Secretary of *State Mary Bell*". */
  readonly titled: (place: number) => boolean;
  /** Subjects found so far, by place of the verb. */
  readonly found: ReadonlyMap<number, Subject>;
  /** True for a verb found so far that stands in a clause under a conjunction: "after Japan had *surrendered*". */
  readonly subordinate: (place: number) => boolean;
}

export function subjectOf(row: Row, verb: number): Subject {
  const { chunks } = row;
  let at = verb - 1;
  for (let steps = 0; at >= 0 && steps < REACH; steps++) {
    const chunk = chunks[at];
    switch (chunk?.kind) {
      case 'relative':
        return antecedent(row, at);
      case 'conjunction':
        return shared(row, verb, at);
      case 'noun':
        {
          const noun = fromNoun(row, verb, at);
          if (typeof noun !== 'number') return noun;
          at = noun;
        }
        break;
      case 'comma':
      case 'stop': {
        const opener = openerOf(row, at);
        if (opener === undefined) return { nouns: [], start: verb };
        at = opener - 1;
        break;
      }
      case 'verb':
        if (chunk.form.form === 'finite' && !participle(row, at)) return { nouns: [], start: verb };
        at--;
        break;
      case 'sub':
        return { nouns: [], start: verb };
      default:
        at--;
    }
  }
  return { nouns: [], start: verb };
}

/** A subject, or the place to look on from when this noun is inside something else. */
function fromNoun(row: Row, verb: number, at: number): Subject | number {
  const { chunks, words } = row;
  const first = leftmost(chunks, at);
  const before = chunks[first - 1];
  if (before?.kind === 'preposition') {
    if (words.clausal.has(before.word) && adjacent(chunks, at, verb))
      return { nouns: range(chunks, first, at), start: first };
    if (before.word === 'of' && row.titled(first)) return { nouns: range(chunks, first, at), start: first };
    const outer = outsidePhrase(chunks, first - 2);
    if (first < at && outer === undefined) return lastConjunct(chunks, at);
    return first - 2;
  }
  if (before?.kind === 'verb') return afterVerb(row, before, { first, at });
  if (before?.kind === 'comma' && chunks[at + 1]?.kind === 'comma' && first === at) {
    const outer = outsidePhrase(chunks, first - 2);
    if (outer !== undefined) return first - 2;
  }
  return { nouns: range(chunks, first, at), start: first };
}

/** V1 NP V2: the noun belongs to V2 when V1 takes a clause, else it's V1's object and V2's subject is further left. */
function afterVerb(row: Row, before: VerbChunk, group: { first: number; at: number }): Subject | number {
  const { chunks, words, found } = row;
  const { first, at } = group;
  const own = { nouns: range(chunks, first, at), start: first };
  if (words.clauseTakers.has(row.lemma(before))) return own;
  const outer = found.get(first - 1);
  if (first < at) return lastConjunct(chunks, at);
  if (outer?.relative) return { nouns: outer.nouns, start: outer.start };
  return before.form.form === 'finite' ? own : first - 2;
}

const lastConjunct = (chunks: readonly Chunk[], at: number): Subject => ({
  nouns: isNoun(chunks[at]) ? [at] : [],
  start: at,
});

const adjacent = (chunks: readonly Chunk[], noun: number, verb: number): boolean => {
  for (let at = noun + 1; at < verb; at++) {
    const kind = chunks[at]?.kind;
    if (kind !== 'time' && kind !== 'other') return false;
  }
  return true;
};

/** The first conjunct of "A, B and C" that ends with the noun at `at`. */
function leftmost(chunks: readonly Chunk[], at: number): number {
  let first = at;
  let list = false;
  for (;;) {
    let mark = first - 1;
    if (chunks[mark]?.kind === 'conjunction') {
      if (list) break;
      list = true;
      if (chunks[mark - 1]?.kind === 'comma') mark--;
    } else if (!list || chunks[mark]?.kind !== 'comma') break;
    if (!isNoun(chunks[mark - 1])) break;
    first = mark - 1;
  }
  return first;
}

const range = (chunks: readonly Chunk[], from: number, to: number): number[] => {
  const nouns: number[] = [];
  for (let at = from; at <= to; at++) if (isNoun(chunks[at])) nouns.push(at);
  return nouns;
};

/** From inside a row of phrases, the noun that they hang on; undefined when a verb comes first. */
function outsidePhrase(chunks: readonly Chunk[], from: number): number | undefined {
  for (let at = from; at >= 0 && from - at < REACH; at--) {
    const chunk = chunks[at];
    if (isNoun(chunk)) {
      if (chunks[at - 1]?.kind === 'preposition') continue;
      return chunks[at - 1]?.kind === 'verb' ? undefined : at;
    }
    if (chunk?.kind !== 'preposition' && chunk?.kind !== 'time' && chunk?.kind !== 'other') return undefined;
  }
  return undefined;
}

/** Where the aside that closes at `close` opens: "Lavrov, who …, met"; undefined when it's no aside. */
function openerOf(row: Row, close: number): number | undefined {
  const { chunks } = row;
  const kind = chunks[close]?.kind;
  for (let at = close - 1; at >= 0 && close - at < REACH; at--) {
    if (chunks[at]?.kind !== kind) continue;
    return at > 0 ? at : undefined;
  }
  return undefined;
}

function antecedent(row: Row, relative: number): Subject {
  const { chunks } = row;
  for (let at = relative - 1; at >= 0 && relative - at < 4; at--) {
    if (!isNoun(chunks[at])) continue;
    return { nouns: range(chunks, leftmost(chunks, at), at), start: relative, relative: true };
  }
  return { nouns: [], start: relative, relative: true };
}

/**
 * "met Putin and delivered a message": the subject of the verb before it. A clause between the two is stepped over when
 * a comma or another aspect ends it: "seized the islands after Japan had surrendered, and *occupied* …".
 */
function shared(row: Row, verb: number, conjunction: number): Subject {
  const { chunks, found } = row;
  const comma = chunks[conjunction - 1]?.kind === 'comma';
  let inside = false;
  for (let at = conjunction - 1; at >= 0 && conjunction - at < REACH; at--) {
    const chunk = chunks[at];
    if (chunk?.kind === 'stop') break;
    if (chunk?.kind === 'sub') {
      if (!inside) break;
      inside = false;
    }
    if (chunk?.kind !== 'verb' || !sameForm(chunks[verb], chunk)) continue;
    if (row.subordinate(at) && (comma || !sameAspect(chunks[verb], chunk))) {
      inside = true;
      continue;
    }
    const subject = found.get(at);
    if (!subject) continue;
    return { nouns: subject.nouns, start: verb, shared: at };
  }
  return { nouns: [], start: verb };
}

function sameForm(verb: Chunk | undefined, other: VerbChunk): boolean {
  if (verb?.kind !== 'verb') return false;
  return (
    verb.form.form === other.form.form || (other.form.form === 'infinitive' && verb.form.tense === 'present')
  );
}

const sameAspect = (verb: Chunk | undefined, other: VerbChunk): boolean =>
  verb?.kind === 'verb' && verb.form.aspect === other.form.aspect;

/** "Troops *deployed* there met …": a past form between its noun and a later finite verb. */
export function participle(row: Pick<Row, 'chunks'>, at: number): boolean {
  const { chunks } = row;
  const verb = chunks[at];
  if (verb?.kind !== 'verb' || !verb.ambiguous || !isNoun(chunks[at - 1])) return false;
  let next = at + 1;
  while (chunks[next]?.kind === 'other') next++;
  const following = chunks[next];
  if (following?.kind === 'preposition' && following.word === 'by') return true;
  if (following?.kind !== 'preposition' && following?.kind !== 'time') return false;
  for (; next < chunks.length && next - at < REACH; next++) {
    const chunk = chunks[next];
    if (chunk?.kind === 'verb')
      return chunk.form.form === 'finite' && chunks[next - 1]?.kind !== 'conjunction';
    if (
      chunk?.kind !== 'preposition' &&
      chunk?.kind !== 'time' &&
      chunk?.kind !== 'noun' &&
      chunk?.kind !== 'other'
    )
      return false;
  }
  return false;
}
