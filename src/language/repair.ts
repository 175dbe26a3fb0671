/**
 * Mends the library's tags where it is wrong by rule: data/language/repairs.yaml says where. The rules for
 * a word are tried in the order of the file, words from left to right; each sees what was mended before it.
 */
import type { Upos } from './doc.js';
import type { Condition, Repair } from './repair-rules.js';

export interface Word {
  readonly form: string;
  /** The form in lower case with a straight apostrophe. */
  readonly key: string;
  readonly joined: boolean;
  /** It has a capital inside a sentence that is not all capitals. */
  readonly capital: boolean;
  upos: Upos;
  lemma: string;
}

export interface RepairTable {
  readonly byForm: ReadonlyMap<string, readonly Repair[]>;
  readonly byUpos: ReadonlyMap<Upos, readonly Repair[]>;
}

/** What stands before the first and after the last word of a sentence. */
const EDGE: Word = { form: '', key: '', joined: false, capital: false, upos: 'PUNCT', lemma: '' };
/** Words that a condition may skip before it gives up. */
const MAX_SKIP = 4;

/** A mended word may be the ground for mending its neighbour, so there is a second round where one was. */
const ROUNDS = 2;

export function repair(table: RepairTable, words: Word[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    let mended = false;
    words.forEach((word, at) => {
      for (const rule of table.byForm.get(word.key) ?? []) mended = apply(rule, words, at, word) || mended;
      for (const rule of table.byUpos.get(word.upos) ?? []) mended = apply(rule, words, at, word) || mended;
    });
    if (!mended) return;
  }
}

/** True when the rule gave the word another tag. */
function apply(rule: Repair, words: readonly Word[], at: number, word: Word): boolean {
  if (!holds(rule.at, word, at)) return false;
  if (rule.after && !holdsBeside(rule.after, words, at, 1)) return false;
  if (rule.before && !holdsBeside(rule.before, words, at, -1)) return false;
  if (rule.unlessAfter && holdsBeside(rule.unlessAfter, words, at, 1)) return false;
  if (rule.unlessBefore && holdsBeside(rule.unlessBefore, words, at, -1)) return false;
  if (rule.clause && !clauseFollows(words, at)) return false;
  const other = rule.set !== undefined && rule.set !== word.upos;
  if (rule.set) word.upos = rule.set;
  if (rule.lemma !== undefined) word.lemma = rule.lemma;
  return other;
}

function holds(condition: Condition, word: Word, at: number): boolean {
  if (condition.form && !condition.form.has(word.key)) return false;
  if (condition.upos && !condition.upos.has(word.upos)) return false;
  if (condition.not?.has(word.key)) return false;
  if (condition.joined !== undefined && condition.joined !== word.joined) return false;
  if (condition.capital !== undefined && condition.capital !== word.capital) return false;
  if (condition.first !== undefined && condition.first !== (at === 0)) return false;
  if (condition.ends && !condition.ends.some((end) => word.key.endsWith(end))) return false;
  return !condition.notEnds?.some((end) => word.key.endsWith(end));
}

function holdsBeside(condition: Condition, words: readonly Word[], from: number, step: 1 | -1): boolean {
  let at = from + step;
  for (let skipped = 0; skipped < MAX_SKIP; skipped++, at += step) {
    const word = words[at];
    if (!word || !(condition.skip?.has(word.upos) || condition.skipForm?.has(word.key))) break;
  }
  return holds(condition, words[at] ?? EDGE, at);
}

/** How far a clause's verb is looked for. */
const CLAUSE_REACH = 9;
const CLAUSE_STOP = new Set<Upos>(['PUNCT', 'SCONJ']);
const NO_SUBJECT = new Set(['to', 'that', 'which', 'who', 'whom', 'whose']);

/** Does a subject with a finite verb follow, before any mark or conjunction? */
function clauseFollows(words: readonly Word[], from: number): boolean {
  for (let at = from + 1; at < Math.min(words.length, from + CLAUSE_REACH); at++) {
    const word = words[at] ?? EDGE;
    if (CLAUSE_STOP.has(word.upos) || NO_SUBJECT.has(word.key)) return false;
    if (word.upos === 'AUX') return at > from + 1 && words[at - 1]?.key !== 'to';
    if (word.upos === 'VERB' && !word.key.endsWith('ing')) return at > from + 1;
  }
  return false;
}
