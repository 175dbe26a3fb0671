/** Words that the model is not asked about: marks alone, and what goes on where no sentence goes on. */
import type { ParsedSentence, ParsedWord } from './model/index.js';

/** A sentence of more words is a table or a trap; what is beyond them is not parsed. */
export const MOST_WORDS = 1000;

/** Has it a letter or a digit? */
export const isWordless = (forms: readonly string[]): boolean =>
  !forms.some((form) => /[\p{L}\p{N}]/u.test(form));

/** The first mark is the root, all others hang on it. */
export const marksAlone = (forms: readonly string[]): ParsedSentence => ({
  words: forms.map((form, at) => unparsed(form, at === 0 ? -1 : 0, at === 0 ? 'root' : 'punct', 'PUNCT')),
  names: [],
});

/** `parsed` is of the first words; the rest hangs on its root. */
export function withRest(parsed: ParsedSentence, rest: readonly string[]): ParsedSentence {
  if (rest.length === 0) return parsed;
  const { words, names } = parsed;
  const root = words.findIndex(({ head }) => head < 0);
  return { words: [...words, ...rest.map((form) => unparsed(form, root, 'dep', 'X'))], names };
}

const unparsed = (form: string, head: number, deprel: string, upos: ParsedWord['upos']): ParsedWord => ({
  upos,
  feats: '',
  lemma: form,
  head,
  deprel,
  headProbability: head < 0 ? 1 : 0,
});
