/** What stands to the right of a verb or nominal: objects and prepositional phrases, up to the end of its clause. */
import type { Chunk, NounChunk } from './chunk.js';

/** Noun groups are named by their place in the row of chunks. */
export interface Arguments {
  readonly objects: readonly number[];
  readonly obliques: readonly { readonly preposition: string; readonly noun: number }[];
  /** All prepositions, also one before a verb: "charged *with* spying". */
  readonly prepositions: readonly string[];
  /** Place of the chunk that ended the clause. */
  readonly end: number;
}

export const isNoun = (chunk: Chunk | undefined): chunk is NounChunk => chunk?.kind === 'noun';

const isFiniteVerb = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'verb' && chunk.form.form === 'finite';

/** Further right than this nobody looks: keeps a sentence of a million words linear. */
const REACH = 60;

export function argumentsOf(chunks: readonly Chunk[], from: number, withObjects: boolean): Arguments {
  const objects: number[] = [];
  const obliques: { preposition: string; noun: number }[] = [];
  const prepositions: string[] = [];
  let preposition: string | undefined;
  let at = from;
  for (; at < chunks.length && at - from < REACH; at++) {
    const chunk = chunks[at];
    if (!chunk) break;
    if (chunk.kind === 'time' || chunk.kind === 'other') {
      if (chunk.kind === 'time') preposition = undefined;
      continue;
    }
    if (chunk.kind === 'adjective') {
      if (!withObjects && preposition === undefined) break;
      continue;
    }
    if (chunk.kind === 'preposition') {
      preposition = chunk.word;
      prepositions.push(chunk.word);
      continue;
    }
    if (chunk.kind === 'noun') {
      if (preposition === undefined && !withObjects) break;
      const group = conjuncts(chunks, at, preposition === 'between');
      for (const noun of group) {
        if (preposition === undefined) objects.push(noun);
        else obliques.push({ preposition, noun });
      }
      at = group.at(-1) ?? at;
      preposition = undefined;
      continue;
    }
    if (chunk.kind === 'comma' && opensPhrase(chunks, at + 1)) continue;
    // "met his counterpart, Mr Bell, in Geneva": the apposition is stepped over.
    if (chunk.kind === 'comma' && isNoun(chunks[at + 1]) && chunks[at + 2]?.kind === 'comma') {
      if (!opensPhrase(chunks, at + 3)) break;
      at += 2;
      continue;
    }
    if (chunk.kind === 'conjunction' && chunks[at + 1]?.kind === 'preposition') continue;
    break;
  }
  // "said Putin met …": a noun right before a finite verb is the subject of that verb.
  if (isFiniteVerb(chunks[at]) && objects.at(-1) === at - 1) objects.pop();
  return { objects, obliques, prepositions, end: at };
}

/** After a comma the clause goes on with a preposition or a time, not with a noun group or verb. */
function opensPhrase(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at]?.kind;
  if (next === 'time') return true;
  return next === 'preposition' && isNoun(chunks[at + 1]);
}

/**
 * "A", "A and B", "A, B and C" from the noun at `at`, rightwards. A noun that a finite verb follows opens a clause
 * of its own ("… and France condemned it") and stays out.
 */
function conjuncts(chunks: readonly Chunk[], at: number, between: boolean): number[] {
  const group = [at];
  const list: number[] = [];
  let next = at + 1;
  while (next < chunks.length && next - at < REACH) {
    const mark = chunks[next]?.kind;
    const second = mark === 'comma' && chunks[next + 1]?.kind === 'conjunction' ? next + 2 : next + 1;
    if ((mark !== 'comma' && mark !== 'conjunction') || !isNoun(chunks[second])) break;
    list.push(second);
    if (mark === 'conjunction' || second === next + 2) {
      if (between || !opensClause(chunks, second)) group.push(...list);
      break;
    }
    next = second + 1;
  }
  return group;
}

function opensClause(chunks: readonly Chunk[], noun: number): boolean {
  let next = noun + 1;
  while (chunks[next]?.kind === 'other' || chunks[next]?.kind === 'time') next++;
  return isFiniteVerb(chunks[next]);
}
