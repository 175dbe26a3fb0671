/** Lemmas by UD English: the table first, then the library's where the tag is its own, then suffix rules. */
import type { Upos } from './doc.js';
import type { Lexicon } from './lexicon.js';
import type { Word } from './repair.js';
import type { Tagger } from './tag.js';

const MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
  ['--', '-'],
  ['...', '…'],
]);

/** @param changed The tag is not the one that `word.lemma` was made for. */
export function mendLemma(lexicon: Lexicon, tagger: Tagger, word: Word, changed: boolean): string {
  const { form, key, upos } = word;
  const known = lexicon.lemmas.get(upos)?.get(key) ?? lexicon.lemmas.get('*')?.get(key);
  if (known !== undefined) return known;
  switch (upos) {
    case 'PUNCT':
    case 'SYM':
      return MARKS.get(form) ?? form;
    case 'PROPN':
      return properLemma(tagger, form);
    case 'NOUN':
    case 'VERB':
    case 'ADJ':
    case 'AUX':
      return changed || !sharesStart(word.lemma, key) ? inflected(tagger, key, upos, word.lemma) : word.lemma;
    case 'NUM':
    case 'X':
      return form;
    default:
      return key;
  }
}

/** "Nations" is the plural of "Nation"; "Paris" is not. */
function properLemma(tagger: Tagger, form: string): string {
  if (!/^\p{Lu}\p{Ll}{3,}[^s]s$/u.test(form)) return form;
  const lower = form.toLowerCase();
  return /(?:ans|ians|ions|ates|ers|ors|ists|ations|ents|ands)$/u.test(lower) || tagger.knows(lower)
    ? stripPlural(tagger, form)
    : form;
}

/** A lemma that the library took from another spelling ("center" for "centre") is none of this word. */
const sharesStart = (lemma: string, key: string): boolean =>
  lemma.slice(0, 2) === key.slice(0, 2) || key.length < 4 || lemma.length < 3;

function inflected(tagger: Tagger, key: string, upos: Upos, lemma: string): string {
  if (upos === 'NOUN') return stripPlural(tagger, key);
  if (upos === 'VERB') return verbLemma(tagger, key, lemma);
  return upos === 'ADJ' ? key : lemma;
}

function stripPlural(tagger: Tagger, form: string): string {
  if (!/[^su]s$/u.test(form)) return form;
  const short = form.slice(0, -1);
  if (form.endsWith('ies') && form.length > 4) return `${form.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/u.test(form)) return form.slice(0, -2);
  return short.endsWith('e') && !tagger.knows(short) && tagger.knows(form.slice(0, -2))
    ? form.slice(0, -2)
    : short;
}

function verbLemma(tagger: Tagger, key: string, lemma: string): string {
  if (lemma !== key && lemma.length < key.length && sharesStart(lemma, key)) return lemma;
  if (key.endsWith('ied')) return `${key.slice(0, -3)}y`;
  const stem = /^(.{2,})(?:ed|ing)$/u.exec(key)?.[1];
  if (stem === undefined) return stripPlural(tagger, key);
  const single = /([bdgklmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : undefined;
  return [single, `${stem}e`, stem].find((candidate) => candidate && tagger.knows(candidate)) ?? stem;
}
