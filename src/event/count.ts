/** How many an act was done to, where a plain number says so: "killed *12 people*", "arrested *40*". */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, treeOf } from '../language/tree.js';
import type { Event } from './event.js';
import type { Phrase } from './frame.js';
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
export function countsOf(doc: Doc, candidate: Candidate): Count[] {
  const { counts } = candidate.rule;
  if (counts === undefined) return [];
  return sufferers(candidate).flatMap((phrase) => {
    const number = plainNumber(doc, phrase);
    const value = number && numberOf(number.form);
    if (!number || value === undefined) return [];
    const of = number.index === phrase.head ? counts : doc.text.slice(number.end, phrase.end).trim();
    return [{ of, value, span: { start: number.start, end: phrase.end } }];
  });
}

/** What the act was done to: an object, or the subject of a passive; of a noun, what stands where its recipient does. */
function sufferers({ rule, frame, verb, obliques }: Candidate): readonly Phrase[] {
  if (frame.kind === 'verb')
    return verb?.voice === 'passive' ? [...frame.subject, ...frame.object] : frame.object;
  const roles = rule.recipientRoles.map((role) => role.split('.')[0]);
  return obliques.filter(({ preposition }) => roles.includes(preposition)).map(({ phrase }) => phrase);
}

/** The number of a phrase, when nothing qualifies it. */
function plainNumber(doc: Doc, { head }: Phrase): Token | undefined {
  const tree = treeOf(doc);
  const noun = doc.tokens[head];
  const number = noun?.upos === 'NUM' ? noun : tree.childrenBy(head, 'nummod')[0];
  if (!number || (noun && tree.childrenBy(head, 'det', 'advmod').some(isVague))) return undefined;
  const qualified =
    number !== noun && tree.children(number.index).some((word) => !hasRelation(word, 'punct'));
  return qualified || tree.childrenBy(number.index, 'advmod', 'compound', 'case').some(isVague)
    ? undefined
    : number;
}

/** "some 40 men", "as many as 40". */
const isVague = ({ form, upos }: Token): boolean =>
  upos === 'ADV' || /^(?:some|any|many|most|than)$/iu.test(form);
