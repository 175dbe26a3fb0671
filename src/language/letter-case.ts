/**
 * The first word of a sentence has a capital whatever it is, and a headline in capitals says nothing about
 * names: the words as they would stand inside a sentence, for the tagger.
 */
import type { Lexicon } from './lexicon.js';
import type { Tagger } from './tag.js';

/** How words are written elsewhere in the same article. */
export interface CaseEvidence {
  /** Words in lower case. */
  readonly lower: ReadonlySet<string>;
  /** Words with a capital inside a sentence. */
  readonly capital: ReadonlySet<string>;
}

const OPENING = /^["“‘:]$/u;
const WORDLIKE = /[\p{L}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;

export function caseEvidence(sentences: readonly (readonly string[])[]): CaseEvidence {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (const forms of sentences) {
    if (isShouted(forms) || isTitled(forms)) continue;
    let opening = true;
    for (const form of forms) {
      if (/^\p{Ll}/u.test(form)) lower.add(form);
      else if (!opening && CAPITAL.test(form)) capital.add(form);
      opening = isOpening(opening, form);
    }
  }
  return { lower, capital };
}

const isOpening = (before: boolean, form: string): boolean =>
  OPENING.test(form) || (before && !WORDLIKE.test(form));

export function insideForms(
  lexicon: Lexicon,
  tagger: Tagger,
  evidence: CaseEvidence,
  forms: readonly string[],
): readonly string[] {
  const shouted = isShouted(forms);
  let opening = true;
  return forms.map((form, at) => {
    // Two capitals in a row are more likely a name: "Prime Minister".
    const free = shouted || (opening && !CAPITAL.test(forms[at + 1] ?? ''));
    opening = isOpening(opening, form);
    return free ? insideForm(lexicon, tagger, evidence, form) : form;
  });
}

/**
 * Which words have a capital of their own: inside a sentence, and not in a headline where every word has one.
 */
export function ownCapitals(forms: readonly string[]): readonly boolean[] {
  if (isShouted(forms) || isTitled(forms)) return forms.map(() => false);
  let opening = true;
  return forms.map((form) => {
    const own = !opening && CAPITAL.test(form);
    opening = isOpening(opening, form);
    return own;
  });
}

function insideForm(lexicon: Lexicon, tagger: Tagger, evidence: CaseEvidence, form: string): string {
  const plain = form.toLowerCase();
  if (plain === form || evidence.capital.has(form) || lexicon.names.has(plain)) return form;
  if (evidence.lower.has(plain)) return plain;
  const common = !tagger.knows(form) && tagger.knows(plain) && tagger.usual(plain) !== 'PROPN';
  return common ? plain : form;
}

function isShouted(forms: readonly string[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const form of forms) {
    if (form.length < 2 || !/^\p{L}+$/u.test(form)) continue;
    words++;
    if (form === form.toUpperCase()) capitals++;
  }
  return words > 3 && capitals > words * 0.7;
}

/** "Ministers Meet in Riga Over Fishing Rights" */
function isTitled(forms: readonly string[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const form of forms) {
    if (!/^\p{L}{4,}/u.test(form)) continue;
    words++;
    if (CAPITAL.test(form)) capitals++;
  }
  return words > 2 && capitals > words * 0.7;
}
