/**
 * The first word of a sentence has a capital whatever it is, and a headline in capitals says nothing about
 * names: the words as they would stand inside a sentence, for the tagger.
 */
import type { Lexicon } from './lexicon.js';
import type { Tagger } from './tag.js';

/** How a sentence uses capitals: "ALL OF THEM", "At Every Longer Word", or as usual. */
export type LetterStyle = 'shouted' | 'titled' | 'usual';

export interface StyledForms {
  readonly forms: readonly string[];
  readonly style: LetterStyle;
}

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
/** A sentence whose words are capitals beyond this share, out of so many at least, is no usual one. */
const SHARE = 0.7;
const MIN_WORDS = 3;
/** Shorter words are in lower case in titles too. */
const TITLE_LENGTH = 4;

export function letterStyle(forms: readonly string[]): LetterStyle {
  let words = 0;
  let shouted = 0;
  let longer = 0;
  let titled = 0;
  for (const form of forms) {
    if (form.length < 2 || !WORDLIKE.test(form.charAt(0))) continue;
    const capital = CAPITAL.test(form);
    words++;
    if (capital && form === form.toUpperCase()) shouted++;
    if (form.length < TITLE_LENGTH) continue;
    longer++;
    if (capital) titled++;
  }
  if (words > MIN_WORDS && shouted > words * SHARE) return 'shouted';
  return longer >= MIN_WORDS && titled > longer * SHARE ? 'titled' : 'usual';
}

export function caseEvidence(sentences: Iterable<StyledForms>): CaseEvidence {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (const sentence of sentences) {
    if (sentence.style !== 'usual') continue;
    const own = ownCapitals(sentence);
    sentence.forms.forEach((form, at) => {
      if (own[at]) capital.add(form);
      else if (/^\p{Ll}/u.test(form)) lower.add(form);
    });
  }
  return { lower, capital };
}

/** Which words have a capital of their own: inside a sentence that is no headline in capitals. */
export function ownCapitals({ forms, style }: StyledForms): readonly boolean[] {
  let opening = style === 'usual';
  return forms.map((form) => {
    const own = style === 'usual' && !opening && CAPITAL.test(form);
    opening = isOpening(opening, form);
    return own;
  });
}

const isOpening = (before: boolean, form: string): boolean =>
  (before && !WORDLIKE.test(form)) || (form.length === 1 && OPENING.test(form));

export function insideForms(
  lexicon: Lexicon,
  tagger: Tagger,
  evidence: CaseEvidence,
  { forms, style }: StyledForms,
): readonly string[] {
  let opening = true;
  return forms.map((form, at) => {
    // Two capitals in a row are more likely a name: "Prime Minister".
    const free = style === 'shouted' || (opening && !CAPITAL.test(forms[at + 1] ?? ''));
    opening = isOpening(opening, form);
    return free ? insideForm(lexicon, tagger, evidence, form) : form;
  });
}

function insideForm(lexicon: Lexicon, tagger: Tagger, evidence: CaseEvidence, form: string): string {
  const plain = form.toLowerCase();
  if (plain === form || evidence.capital.has(form) || lexicon.names.has(plain)) return form;
  if (evidence.lower.has(plain)) return plain;
  const common = !tagger.knows(form) && tagger.knows(plain) && tagger.usual(plain) !== 'PROPN';
  return common ? plain : form;
}
