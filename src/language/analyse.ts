/** The words of one sentence with tag and lemma: the library's, mended by our tables. */

import { mendLemma } from './lemma.js';
import { type CaseEvidence, insideForms, ownCapitals } from './letter-case.js';
import type { Lexicon } from './lexicon.js';
import { repair, type Word } from './repair.js';
import type { Tagger } from './tag.js';
import type { Piece } from './tokenise.js';

export interface LanguageData {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}

export function analyse(
  { lexicon, tagger }: LanguageData,
  evidence: CaseEvidence,
  forms: readonly string[],
  pieces: readonly Piece[],
): Word[] {
  const tags = tagger.tag(insideForms(lexicon, tagger, evidence, forms));
  const capitals = ownCapitals(forms);
  const words = forms.map((form, at): Word => {
    const { upos = 'X', lemma = '' } = tags[at] ?? {};
    return {
      form,
      key: form.toLowerCase().replace(/[’`]/u, "'"),
      joined: pieces[at]?.joined === true,
      capital: capitals[at] === true,
      upos,
      lemma,
    };
  });
  const before = words.map(({ lemma }) => lemma);
  const tagged = words.map(({ upos }) => upos);
  repair(lexicon.repairs, words);
  words.forEach((word, at) => {
    const set = word.lemma !== before[at];
    if (!set) word.lemma = mendLemma(lexicon, tagger, word, word.upos !== tagged[at]);
  });
  return words;
}
