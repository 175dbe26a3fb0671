/**
 * Direction from tense: whether the clause around an expression looks back or forward. Stands on the forms of
 * words more than on their tags, which a tagger gives only roughly.
 */
import type { Doc, Sentence, Token } from '../language/doc.js';
import type { Span } from '../span.js';
import type { Direction } from './recipe/recipe.js';

/** Word lists of data/time/tense.yaml. */
export const TENSE_LISTS = [
  'future_auxiliaries',
  'modals',
  'governors',
  'future_words',
  'future_prepositions',
  'past_prepositions',
  'reporting',
  'past',
  'unchanging',
  'introducing',
  'subordinating',
  'present',
] as const;
export type Tense = Readonly<Record<(typeof TENSE_LISTS)[number], ReadonlySet<string>>>;

/** How far, in words, a governing verb is looked for before and after the expression. */
const REACH_BACK = 25;
const REACH_AHEAD = 40;
/** How far before a verb its auxiliaries stand. */
const AUXILIARIES = 4;

interface Clause {
  readonly tense: Tense;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  /** "Friday's talks": a modal elsewhere in the clause does not move them. */
  readonly possessive: boolean;
}

const formOf = (token: Token | undefined): string => token?.form.toLowerCase() ?? '';

/** `none` when neither a verb nor a preposition tells. */
export function directionOf(tense: Tense, doc: Doc, sentence: Sentence, span: Span): Direction {
  const { tokens } = doc;
  const first = tokenFrom(tokens, sentence, span.start);
  const next = tokenFrom(tokens, sentence, span.end);
  const clause = { tense, tokens, sentence, possessive: /^['’]s?$/u.test(formOf(tokens[next])) };
  const back = before(clause, first);
  const preposition = first > sentence.from ? formOf(tokens[first - 1]) : '';
  if (tense.past_prepositions.has(preposition)) return 'past';
  if (preposition === 'as' && /^(?:soon|early|late)$/.test(formOf(tokens[first - 2]))) return 'future';
  if (tense.future_prepositions.has(preposition) && back && !had(clause, first)) return 'future';
  return back ?? after(clause, next) ?? 'none';
}

/** First token of the sentence that starts at or after the character `start`. */
export function tokenFrom(tokens: readonly Token[], sentence: Sentence, start: number): number {
  let low = sentence.from;
  let high = sentence.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest verb before the expression. */
function before(clause: Clause, first: number): Direction | undefined {
  const { sentence, tokens } = clause;
  for (let at = first - 1; at >= Math.max(sentence.from, first - REACH_BACK); at--) {
    const found = directionAt(clause, tokens[at]);
    if (found) return found;
  }
  return undefined;
}

function after(clause: Clause, next: number): Direction | undefined {
  const { sentence, tokens } = clause;
  for (let at = next; at < Math.min(sentence.to, next + REACH_AHEAD); at++) {
    const found = directionAt(clause, tokens[at]);
    if (found) return found;
  }
  return undefined;
}

/** "They had stayed until Friday." */
function had({ tokens, sentence }: Clause, first: number): boolean {
  for (let at = first - 1; at >= Math.max(sentence.from, first - REACH_BACK / 2); at--)
    if (formOf(tokens[at]) === 'had') return true;
  return false;
}

/** Where a word looks: undefined for what is no finite verb and says nothing. */
function directionAt(clause: Clause, token: Token | undefined): Direction | undefined {
  const { tense, tokens, sentence, possessive } = clause;
  const form = formOf(token);
  if (!token) return undefined;
  if (tense.future_auxiliaries.has(form)) return 'future';
  if (tense.modals.has(form) && !possessive && token.upos === 'AUX') return 'future';
  const previous = token.index > sentence.from ? tokens[token.index - 1] : undefined;
  if (tense.future_words.has(form)) return 'future';
  if (form === 'set' && /^(?:for|to)$/.test(formOf(tokens[token.index + 1]))) return 'future';
  if (isPast(clause, token, previous)) return withAuxiliaries(clause, token) ?? 'past';
  if (token.upos !== 'VERB') return undefined;
  return withAuxiliaries(clause, token) ?? present(clause, token, form, previous);
}

/** A past tense or participle by its form; "-ed" words that a tagger calls a noun or adjective are left out. */
function isPast({ tense, sentence }: Clause, token: Token, previous: Token | undefined): boolean {
  const form = formOf(token);
  if (tense.past.has(form)) return true;
  if (tense.unchanging.has(form)) return token.upos === 'VERB' && formOf(previous) !== 'to';
  if (form.length < 4 || !form.endsWith('ed')) return false;
  return token.upos === 'VERB' || token.index === sentence.from;
}

/** What the auxiliaries before a verb make of it. */
function withAuxiliaries(clause: Clause, token: Token): Direction | undefined {
  const { tense, tokens, sentence, possessive } = clause;
  let weak: Direction | undefined;
  for (let at = token.index - 1; at >= Math.max(sentence.from, token.index - AUXILIARIES); at--) {
    const word = tokens[at];
    const form = formOf(word);
    if (tense.future_auxiliaries.has(form)) return 'future';
    if (tense.modals.has(form)) return possessive ? undefined : 'future';
    if (form === 'to') return at === token.index - 1 || weak ? infinitive(clause, at) : weak;
    if (/^(?:was|were|have|has|had|'ve|been)$/.test(form)) weak = 'past';
    else if (/^(?:is|are|'re)$/.test(form)) return formOf(token).endsWith('ing') ? 'future' : 'none';
    else if (form !== 'be' && form !== 'could' && word?.upos !== 'ADV' && word?.upos !== 'PART') return weak;
  }
  return weak;
}

/** "planned to leave", "is to leave" look forward; else the verb before decides. */
function infinitive({ tense, tokens, sentence }: Clause, to: number): Direction | undefined {
  for (let at = to - 1; at >= Math.max(sentence.from, to - AUXILIARIES); at--) {
    const token = tokens[at];
    if (!token) break;
    if (tense.governors.has(token.lemma) || tense.governors.has(formOf(token))) return 'future';
    if (token.upos === 'VERB') break;
  }
  return undefined;
}

/** "Congress meets Friday" looks forward; "the minister says Friday" and a headline's present look back. */
function present(
  { tense, sentence }: Clause,
  token: Token,
  form: string,
  previous: Token | undefined,
): Direction | undefined {
  if (form.endsWith('ing')) return undefined;
  const subject = previous?.upos === 'NOUN' || previous?.upos === 'PROPN' || previous?.upos === 'PRON';
  if (!subject || token.index === sentence.from) return undefined;
  return tense.reporting.has(form) || sentence.kind !== 'body' ? 'past' : 'future';
}
