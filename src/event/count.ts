/** How many an act was done to, where a plain number says so: "killed *12 people*", "arrested *40*". */
import type { Doc } from '../language/doc.js';
import type { Event } from './event.js';
import type { Candidate } from './match.js';

type Count = NonNullable<Event['counts']>[number];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, value]),
);

/** Written out up to twelve, or in digits with or without commas. */
function numberOf(form: string): number | undefined {
  const lower = form.toLowerCase();
  if (NUMBERS.has(lower)) return NUMBERS.get(lower);
  return /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,3})$/u.test(form) ? Number(form.replaceAll(',', '')) : undefined;
}

/** "more than 100" and "about 40" are no plain numbers, and "12 million" is no 12. */
export function countsOf(doc: Doc, { rule, frame, verb }: Candidate): Count[] {
  const { counts } = rule;
  if (counts === undefined || frame.kind !== 'verb') return [];
  const objects = verb?.voice === 'passive' ? frame.subject : frame.object;
  return objects.flatMap((phrase) => {
    const first = doc.tokens[phrase.first];
    const before = doc.tokens[phrase.first - 1];
    const value = first && numberOf(first.form);
    if (
      !first ||
      value === undefined ||
      before?.index === undefined ||
      QUANTIFIERS.has(before.form.toLowerCase())
    )
      return [];
    const second = doc.tokens[phrase.first + 1];
    if (phrase.head > phrase.first && second?.upos === 'NUM') return [];
    const of = phrase.head === phrase.first ? counts : doc.text.slice(second?.start ?? first.end, phrase.end);
    return [{ of, value, span: { start: first.start, end: phrase.end } }];
  });
}

const QUANTIFIERS: ReadonlySet<string> = new Set([
  'than',
  'to',
  'least',
  'most',
  'as',
  'about',
  'around',
  'over',
  'nearly',
  'almost',
  'some',
  'many',
  'up',
]);
