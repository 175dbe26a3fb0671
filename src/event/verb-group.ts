/** Verb groups: the chain of auxiliaries, negation and verb, read for tense, aspect, voice and modality. */
import type { Sentence, Token } from '../language/doc.js';
import type { Text, VerbChunk } from './chunk.js';
import type { Tense, VerbForm } from './frame.js';
import type { ClauseWords } from './words.js';

const PAST = new Set(['had', 'was', 'were', 'did', 'got']);
/** Words between an auxiliary and its verb: "has *once again* refused". */
const LONGEST_GAP = 4;

/** The verb group that starts at `at`, if one does. */
export function verbChunk(text: Text, sentence: Sentence, at: number): VerbChunk | undefined {
  const { doc } = text;
  const parts: Token[] = [];
  let negated = false;
  let next = at;
  while (next < sentence.to) {
    const token = doc.tokens[next];
    if (!token) break;
    if (isNegation(text, token)) {
      if (!infinitiveAt(text, next + 1) && verbAhead(text, sentence, next + 1) === undefined) break;
      negated = true;
      next++;
      continue;
    }
    if (isVerbal(text, token, parts)) {
      parts.push(token);
      next++;
      if (token.upos === 'VERB') break;
      continue;
    }
    const verb = parts.length > 0 ? verbAhead(text, sentence, next) : undefined;
    if (verb === undefined) break;
    next = verb;
  }
  const last = parts.at(-1);
  if (!last || isTo(last)) return undefined;
  const copula = last.upos === 'AUX';
  if (copula && negationAt(text, next, sentence)) {
    negated = true;
    next++;
  }
  const { form, ambiguous } = formOf(text.words, parts, last, negated);
  return { kind: 'verb', from: at, to: next, head: last.index, form, ambiguous };
}

const isTo = (token: Token): boolean => token.form.toLowerCase() === 'to';

const isNegation = (text: Text, token: Token): boolean => text.words.negations.has(token.form.toLowerCase());

const negationAt = (text: Text, at: number, sentence: Sentence): boolean => {
  const token = at < sentence.to ? text.doc.tokens[at] : undefined;
  return token !== undefined && isNegation(text, token);
};

function isVerbal(text: Text, token: Token, parts: readonly Token[]): boolean {
  if (token.upos === 'VERB') return true;
  if (token.upos === 'AUX') return parts.length === 0 || !isFiniteAuxAfterVerb(parts);
  return parts.length === 0 && infinitiveAt(text, token.index);
}

/** "to withdraw", "to fully withdraw". */
function infinitiveAt(text: Text, at: number): boolean {
  const token = text.doc.tokens[at];
  if (!token || !isTo(token)) return false;
  const next = text.doc.tokens[at + 1];
  const after = next?.upos === 'ADV' ? text.doc.tokens[at + 2] : next;
  return after?.upos === 'VERB' || after?.upos === 'AUX';
}

const isFiniteAuxAfterVerb = (parts: readonly Token[]): boolean => parts.at(-1)?.upos === 'VERB';

/** Index of the verb that goes on with the group after adverbs or a time ("has on Friday again met"). */
function verbAhead(text: Text, sentence: Sentence, from: number): number | undefined {
  const limit = Math.min(sentence.to, from + LONGEST_GAP);
  for (let at = from; at < limit; at++) {
    const token = text.doc.tokens[at];
    if (!token) return undefined;
    if (token.upos === 'VERB' || token.upos === 'AUX') return at;
    if (isNegation(text, token)) return at;
    const inTime = text.mentions.time[at] !== undefined || text.mentions.time[at + 1] !== undefined;
    if (token.upos !== 'ADV' && !inTime) return undefined;
  }
  return undefined;
}

interface Form {
  readonly form: VerbForm;
  readonly ambiguous: boolean;
}

function formOf(words: ClauseWords, parts: readonly Token[], last: Token, negated: boolean): Form {
  const lower = parts.map((token) => token.form.toLowerCase());
  const auxiliaries = last.upos === 'AUX' ? lower : lower.slice(0, -1);
  const verb = last.form.toLowerCase();
  const ing = verb.endsWith('ing');
  const to = lower[0] === 'to';
  const lemmas = parts.slice(0, -1).map((token) => token.lemma.toLowerCase());
  const perfect = lemmas.includes('have');
  const passive = !ing && last.upos === 'VERB' && isBe(lemmas.at(-1));
  const progressive = lemmas.includes('be') && (ing || (passive && lower.includes('being')));
  const modal = auxiliaries.find((word) => words.modals.has(word));
  const aspect = perfect ? 'perfect' : progressive ? 'progressive' : 'simple';
  const bare = parts.length === 1;
  const form = to
    ? 'infinitive'
    : ing && bare
      ? 'gerund'
      : lower[0] === 'being' || lower[0] === 'having'
        ? 'gerund'
        : 'finite';
  const past =
    bare &&
    last.upos === 'VERB' &&
    (words.invariant.has(verb) || (!ing && verb !== last.lemma.toLowerCase() && !verb.endsWith('s')));
  return {
    form: {
      tense: form === 'finite' ? tenseOf(words, lower, past) : 'none',
      aspect,
      voice: passive ? 'passive' : 'active',
      form,
      negated,
      ...(modal === undefined ? {} : { modal: MODAL_LEMMA[modal] ?? modal }),
    },
    ambiguous: past && (PARTICIPLE_ENDING.test(verb) || words.participles.has(verb)),
  };
}

const isBe = (lemma: string | undefined): boolean => lemma === 'be' || lemma === 'get';
const MODAL_LEMMA: Readonly<Record<string, string>> = { "'d": 'would', '’d': 'would', ca: 'can' };
const PARTICIPLE_ENDING = /(?:ed|en|wn)$/u;

function tenseOf(words: ClauseWords, lower: readonly string[], past: boolean): Tense {
  const first = lower[0] ?? '';
  if (lower.some((word) => words.future.has(word))) return 'future';
  if (PAST.has(first)) return 'past';
  return past ? 'past' : 'present';
}
