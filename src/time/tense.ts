/** Direction from tense: whether the clause around an expression looks back or forward. */
import type { Doc, Sentence, Token } from '../language/doc.js';
import type { Span } from '../span.js';
import type { Direction } from './recipe/recipe.js';

export interface TenseWords {
  readonly future_auxiliaries: readonly string[];
  readonly modal_auxiliaries: readonly string[];
  readonly future_governors: readonly string[];
  readonly future_words: readonly string[];
  readonly future_prepositions: readonly string[];
  readonly past_prepositions: readonly string[];
  readonly reporting: readonly string[];
}

export interface Tense {
  readonly futureAuxiliaries: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
  readonly governors: ReadonlySet<string>;
  readonly futureWords: ReadonlySet<string>;
  readonly futurePrepositions: ReadonlySet<string>;
  readonly pastPrepositions: ReadonlySet<string>;
  readonly reporting: ReadonlySet<string>;
}

export const makeTense = (words: TenseWords): Tense => ({
  futureAuxiliaries: new Set(words.future_auxiliaries),
  modals: new Set(words.modal_auxiliaries),
  governors: new Set(words.future_governors),
  futureWords: new Set(words.future_words),
  futurePrepositions: new Set(words.future_prepositions),
  pastPrepositions: new Set(words.past_prepositions),
  reporting: new Set(words.reporting),
});

/** How far, in words, a governing verb is looked for before and after the expression. */
const REACH_BACK = 25;
const REACH_AHEAD = 12;
/** How far before a verb its auxiliaries stand. */
const AUXILIARIES = 4;

export function directionOf(tense: Tense, doc: Doc, sentence: Sentence, span: Span): Direction {
  const first = firstTokenFrom(doc, sentence, span.start);
  const preposition = doc.tokens[first - 1];
  if (preposition && first > sentence.from) {
    const word = preposition.form.toLowerCase();
    if (tense.futurePrepositions.has(word) && !pastBefore(tense, doc, sentence, first)) return 'future';
    if (tense.pastPrepositions.has(word)) return 'past';
  }
  return before(tense, doc, sentence, first) ?? after(tense, doc, sentence, span) ?? 'past';
}

/** "was returned by Friday": the preposition looks forward only where the clause does not look back. */
function pastBefore(tense: Tense, doc: Doc, sentence: Sentence, first: number): boolean {
  const found = before(tense, doc, sentence, first);
  return found === 'past' && !governed(tense, doc, sentence, first);
}

/** A word that looks forward among the few before: "deadline", "ordered". */
function governed(tense: Tense, doc: Doc, sentence: Sentence, first: number): boolean {
  for (let at = first - 1; at >= Math.max(sentence.from, first - REACH_BACK / 2); at--) {
    const token = doc.tokens[at];
    if (token && (tense.governors.has(token.lemma) || tense.futureAuxiliaries.has(token.form.toLowerCase())))
      return token.lemma !== 'have' && token.lemma !== 'be';
  }
  return false;
}

function firstTokenFrom(doc: Doc, sentence: Sentence, start: number): number {
  let low = sentence.from;
  let high = sentence.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((doc.tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest verb before the expression. */
function before(tense: Tense, doc: Doc, sentence: Sentence, first: number): Direction | undefined {
  for (let at = first - 1; at >= Math.max(sentence.from, first - REACH_BACK); at--) {
    const token = doc.tokens[at];
    if (!token) continue;
    if (tense.futureWords.has(token.form.toLowerCase()) && token.upos !== 'NOUN') return 'future';
    const found = verbDirection(tense, doc, sentence, token);
    if (found) return found;
  }
  return undefined;
}

function after(tense: Tense, doc: Doc, sentence: Sentence, span: Span): Direction | undefined {
  const start = firstTokenFrom(doc, sentence, span.end);
  for (let at = start; at < Math.min(sentence.to, start + REACH_AHEAD); at++) {
    const token = doc.tokens[at];
    if (!token) continue;
    const word = token.form.toLowerCase();
    if (tense.futureAuxiliaries.has(word)) return 'future';
    if (tense.futureWords.has(word) && token.upos !== 'NOUN') return 'future';
    const found = verbDirection(tense, doc, sentence, token);
    if (found) return found;
  }
  return undefined;
}

const isBe = ({ lemma }: Token): boolean => lemma === 'be';

/** Where a verb looks; undefined for what is no finite verb and has none behind it. */
function verbDirection(tense: Tense, doc: Doc, sentence: Sentence, token: Token): Direction | undefined {
  if (token.upos !== 'VERB' && token.upos !== 'AUX') return undefined;
  const word = token.form.toLowerCase();
  if (tense.futureAuxiliaries.has(word)) return 'future';
  if (tense.modals.has(word)) return 'future';
  for (let at = token.index - 1; at >= Math.max(sentence.from, token.index - AUXILIARIES); at--) {
    const auxiliary = doc.tokens[at];
    if (!auxiliary) break;
    const form = auxiliary.form.toLowerCase();
    if (tense.futureAuxiliaries.has(form) || (tense.modals.has(form) && form !== 'could')) return 'future';
    if (form === 'to' && at === token.index - 1) return infinitive(tense, doc, sentence, at);
    if (isBe(auxiliary) || auxiliary.lemma === 'have') {
      if (isPast(auxiliary) || auxiliary.lemma === 'have') return 'past';
      return word.endsWith('ing') ? 'future' : 'past';
    }
    if (auxiliary.upos !== 'ADV' && auxiliary.upos !== 'PART') break;
  }
  if (isPast(token)) return 'past';
  if (word.endsWith('ing')) return undefined;
  return tense.reporting.has(token.lemma) || sentence.kind !== 'body' ? 'past' : 'future';
}

/** "planned to leave", "is to leave": forward after words of planning and after `be`; else as the verb before it. */
function infinitive(tense: Tense, doc: Doc, sentence: Sentence, to: number): Direction | undefined {
  for (let at = to - 1; at >= Math.max(sentence.from, to - AUXILIARIES); at--) {
    const token = doc.tokens[at];
    if (!token) break;
    const form = token.form.toLowerCase();
    if (tense.governors.has(token.lemma) || tense.governors.has(form) || tense.futureWords.has(form))
      return 'future';
    if (token.upos === 'VERB') return undefined;
  }
  return undefined;
}

/** A past tense or participle, by its form: the tags of the interim tagger do not tell. */
function isPast(token: Token): boolean {
  const form = token.form.toLowerCase();
  return (
    form !== token.lemma &&
    !form.endsWith('ing') &&
    !/^(?:is|are|am|'s|'re|'m|has|does)$/.test(form) &&
    !/s$/.test(form.replace(/^was$/, ''))
  );
}
