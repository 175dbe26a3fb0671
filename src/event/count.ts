/** How many an act was done to, where a plain number says so: "killed *12 people*", "arrested *40*". */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, treeOf } from '../language/tree.js';
import type { Candidate } from './candidate.js';
import type { Event, PloverType } from './event.js';
import type { Phrase } from './frame.js';

type Count = NonNullable<Event['counts']>[number];

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, nth) => [word, 10 * (nth + 2)] as const),
]);

/** Written out as one word, or in digits with or without commas. */
function numberOf(form: string): number | undefined {
  const lower = form.toLowerCase();
  if (NUMBERS.has(lower)) return NUMBERS.get(lower);
  return /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,3})$/u.test(form) ? Number(form.replaceAll(',', '')) : undefined;
}

/** "more than 100" and "about 40" are no plain numbers, and "12 million" is no 12. */
export const countsOf = (doc: Doc, candidate: Candidate): Count[] =>
  [candidate, ...(candidate.result ? [candidate.result] : [])].flatMap((one) => ownCounts(doc, one));

function ownCounts(doc: Doc, candidate: Candidate): Count[] {
  const { counts, type } = candidate.rule;
  if (counts === undefined && !COUNTED.has(type)) return [];
  return sufferers(candidate).flatMap((phrase) => {
    const number = plainNumber(doc, phrase);
    const value = number && numberOf(number.form);
    if (!number || value === undefined) return [];
    const of = number.index === phrase.head ? counts : doc.text.slice(number.end, phrase.end).trim();
    if (of === undefined || of === '') return [];
    return [{ of, value, span: { start: number.start, end: phrase.end } }];
  });
}

/** Acts with an effect that is counted; in words alone nobody counts whom they are about. */
const COUNTED: ReadonlySet<PloverType> = new Set([
  'AID',
  'RETREAT',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);

/**
 * What the act was done to: an object, or the subject of a passive; of an act without an object, who did it ("*forty rebels*
 * surrendered"); and what stands where the rule looks for its recipient.
 */
function sufferers({ rule, frame, verb, obliques }: Candidate): readonly Phrase[] {
  const objects = verb?.voice === 'passive' ? [...frame.subject, ...frame.object] : frame.object;
  if (frame.kind === 'verb' && objects.length === 0 && rule.intransitive) return frame.subject;
  const roles = rule.recipientRoles.map((role) => role.split('.')[0]);
  const aimed = obliques.filter(({ preposition }) => roles.includes(preposition)).map(({ phrase }) => phrase);
  return frame.kind === 'verb' ? [...objects, ...aimed] : aimed;
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
