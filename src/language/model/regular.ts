/**
 * Lemmas that an edit script cannot see: pieces hide the letters, so for a rare word the model may take off one
 * too many. What it says stands where it is a word; else the words are tried that the form can regularly come
 * from. Spelling rules: doubling, silent e, y to i, as in any grammar of English.
 */
import type { ParsedWord } from './parsed.js';

export interface Words {
  /** Surely words: lemmas of the training text and of our own list. */
  readonly sure: (word: string) => boolean;
  /** Pieces of the model's vocabulary are mostly words. */
  readonly likely: (word: string) => boolean;
  /** Lemma of an irregular verb form. */
  readonly irregular: (form: string) => string | undefined;
}

/** The lemma of an inflected verb or noun. `guess` is the model's. */
export function regularLemma(
  form: string,
  guess: string,
  { upos, feats }: Pick<ParsedWord, 'upos' | 'feats'>,
  { sure, likely, irregular }: Words,
): string {
  if (upos !== 'VERB' && upos !== 'NOUN') return guess;
  const lower = form.toLowerCase();
  const sources = sourcesOf(lower, upos, feats);
  // "deplored" is not of "deploy", though that is a word.
  const stands = guess === lower || sources.includes(guess) || !isRegular(lower, upos) || !sources.some(sure);
  if (sure(guess) && stands) return guess;
  const known = (upos === 'VERB' ? irregular(lower) : undefined) ?? sources.find(sure);
  if (known !== undefined) return known;
  return likely(guess) ? guess : (sources.find(likely) ?? sources[0] ?? guess);
}

/** A verb in -ed comes from what its letters say, unless it is one of few ("bled"); those in -s and -ing may be nouns that the parse took for verbs. */
const isRegular = (form: string, upos: ParsedWord['upos']): boolean => upos === 'VERB' && form.endsWith('ed');

/** Words that the form can come from, the likeliest first; none when it is not regularly inflected. */
function sourcesOf(form: string, upos: ParsedWord['upos'], feats: string): readonly string[] {
  if (!/^[a-z-]{4,}$/u.test(form)) return [];
  if (form.endsWith('s') && (upos === 'NOUN' ? feats.includes('Number=Plur') : feats.includes('Tense=Pres')))
    return beforeS(form);
  if (upos !== 'VERB') return [];
  if (form.endsWith('ing')) return beforeEnding(form.slice(0, -3));
  if (!form.endsWith('ed')) return [];
  return form.endsWith('ied')
    ? [`${form.slice(0, -3)}y`, form.slice(0, -1)]
    : beforeEnding(form.slice(0, -2));
}

function beforeS(form: string): readonly string[] {
  const word = form.slice(0, -1);
  if (form.endsWith('ies')) return [`${form.slice(0, -3)}y`, word];
  return /(?:[sxz]|ch|sh|o)es$/u.test(form) ? [form.slice(0, -2), word] : [word];
}

/** `stem` is what stands before -ed and -ing. */
function beforeEnding(stem: string): readonly string[] {
  if (!/[aeiouy]/u.test(stem)) return [];
  const single = /([bdgklmnprtvz])\1$/u.test(stem) ? stem.slice(0, -1) : undefined;
  const silent = `${stem}e`;
  if (single !== undefined) return stem.endsWith('ll') ? [stem, single] : [single, stem];
  return needsE(stem) ? [silent, stem] : [stem, silent];
}

/** English words do not end so: "mobiliz", "clos", "admitt" with one t would be; "reveal" and "visit" may. */
const needsE = (stem: string): boolean =>
  /(?:[^aeiou]l|[cuvz]|[^s]s|[aeiou]s|[^aeiou][aeiouy](?:k|m|n|p|r)|[aiu]t|rg|dg|ng)$/u.test(stem) &&
  !/(?:[aeiou]{2}[knpr]|en|er|on|[bhmstv]or|om|it|et|op|up|ang|ong|ing)$/u.test(stem);
