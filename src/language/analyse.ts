/** The words of one sentence with tag and lemma: the library's, mended by our tables. */

import { mendLemma } from './lemma.js';
import { type CaseEvidence, insideForms, ownCapitals, type StyledForms } from './letter-case.js';
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
  sentence: StyledForms,
  pieces: readonly Piece[],
): Word[] {
  const tags = tagger.tag(insideForms(lexicon, tagger, evidence, sentence));
  const capitals = ownCapitals(sentence);
  const words = sentence.forms.map((form, at): Word => {
    const { upos = 'X', lemma = '' } = tags[at] ?? {};
    return {
      form,
      key: keyOf(form),
      joined: pieces[at]?.joined === true,
      capital: capitals[at] === true,
      upos,
      lemma,
    };
  });
  repair(lexicon.repairs, words);
  words.forEach((word, at) => {
    const tag = tags[at];
    // A lemma that a repair rule gave stays.
    if (word.lemma === tag?.lemma) word.lemma = mendLemma(lexicon, tagger, word, word.upos !== tag.upos);
  });
  return words;
}

function keyOf(form: string): string {
  const lower = form.toLowerCase();
  return /^[a-z]+$/u.test(lower) ? lower : lower.replace(/[’`]/u, "'");
}
