/**
 * How a word uses capitals, digits and marks: the encoder's pieces know no case, so it is told apart. The same
 * rules, in the same order, as training/pieces.py.
 */

/** In the order of the model's table; its first row is [SEP]'s, the last four are [CLS]'s. */
export const SHAPES = [
  ...['lower', 'Title', 'UPPER', 'A', 'miXed', 'digits', 'digits+letters', 'punct', 'A.B.', 'other'],
  ...['lower-special', 'Title-special'],
] as const;
export const SENTENCE_CASES = ['mixed', 'lower', 'UPPER', 'Title'] as const;
type SentenceCase = (typeof SENTENCE_CASES)[number];

export const SEP_SHAPE = 0;
/** A sentence with fewer words that have a case says nothing about it. */
const MIN_CASED = 3;
/** Shorter words are in lower case in titles too. */
const TITLE_LENGTH = 3;

/** The row of [CLS] for this sentence, then one for each word. */
export function shapesOf(forms: readonly string[]): readonly number[] {
  const shapes = forms.map(shapeOf);
  const sentence = 1 + SHAPES.length + SENTENCE_CASES.indexOf(sentenceCase(forms, shapes));
  return [sentence, ...shapes.map((shape) => 1 + SHAPES.indexOf(shape))];
}

type Shape = (typeof SHAPES)[number];

const PLAIN_LOWER = /^[a-z]+$/u;
const PLAIN_TITLE = /^[A-Z][a-z]+$/u;
const MARKS = /^[\p{P}$+<=>^`|~\u4e00-\u9fff]*$/u;
const DIGIT = /\p{Nd}/u;

function shapeOf(form: string): Shape {
  if (PLAIN_LOWER.test(form)) return 'lower';
  if (PLAIN_TITLE.test(form)) return 'Title';
  const letters = form.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return DIGIT.test(form) ? 'digits' : MARKS.test(form) ? 'punct' : 'other';
  if (DIGIT.test(form)) return 'digits+letters';
  const special = letters.length < [...form].length;
  const upper = letters.map((letter) => letter !== letter.toLowerCase());
  if (upper.every(Boolean)) {
    if (letters.length === 1 && !special) return 'A';
    return form.includes('.') ? 'A.B.' : 'UPPER';
  }
  if (!upper.includes(true)) return special ? 'lower-special' : 'lower';
  if (upper[0] && !upper.includes(true, 1)) return special ? 'Title-special' : 'Title';
  return 'miXed';
}

/** What the case of a word can tell in this sentence: nothing where all is lower, UPPER or Title. */
function sentenceCase(forms: readonly string[], shapes: readonly Shape[]): SentenceCase {
  const kinds = shapes.map((shape) => shape.replace('-special', ''));
  const cased = kinds.filter((kind) => /^(?:lower|Title|UPPER|A\.B\.|miXed)$/u.test(kind));
  if (cased.length < MIN_CASED) return 'mixed';
  if (cased.every((kind) => kind === 'lower')) return 'lower';
  if (cased.every((kind) => kind === 'UPPER' || kind === 'A.B.')) return 'UPPER';
  const longLower = forms.some((form, at) => kinds[at] === 'lower' && [...form].length > TITLE_LENGTH);
  return longLower ? 'mixed' : 'Title';
}
