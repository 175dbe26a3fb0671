/** Attributions of a line: a cue with the words that name the source, before it, after it, or shared. */
import type { Cue, SpeechData } from './data.js';
import {
  formAt,
  type Items,
  interruptedSubject,
  isQuote,
  isTimed,
  phraseAfter,
  phraseBefore,
  type Range,
  reach,
  subjectOf,
  uposAt,
  withList,
} from './phrase.js';

export interface Attribution extends Range {
  readonly cue: Cue;
  readonly cueAt: Range;
  readonly source?: Range;
  /** The source stands elsewhere in the line ("…, adding that"): the range holds the cue alone. */
  readonly shared: boolean;
  /** In a relative clause ("Kovac, who said"): what stands before it is no content. */
  readonly relative: boolean;
  /** The source follows the cue: said Kovac. */
  readonly inverted: boolean;
}

/** In the order of the line; ranges do not overlap. */
export function attributionsOf(items: Items, data: SpeechData): Attribution[] {
  const found: Attribution[] = [];
  let floor = 0;
  for (let at = 0; at < items.length; ) {
    const last = found.at(-1);
    const attribution = prepositional(items, at, data) ?? verbal(items, at, data, { last, floor });
    if (attribution) found.push(attribution);
    if (attribution && !attribution.shared) floor = attribution.to;
    at = attribution ? Math.max(attribution.to, at + 1) : at + 1;
  }
  return found;
}

function prepositional(items: Items, at: number, data: SpeechData): Attribution | undefined {
  for (const cue of data.prepositions.get(formAt(items, at)) ?? []) {
    const words = cue.lemma.split(' ');
    if (!words.every((word, nth) => formAt(items, at + nth) === word)) continue;
    const cueAt = { from: at, to: at + words.length };
    const source = phraseAfter(items, cueAt.to);
    if (source)
      return { cue, cueAt, source, from: at, to: source.to, shared: false, relative: false, inverted: true };
  }
  return undefined;
}

/** The attribution before this one, and where the last one ends that has a source of its own. */
interface Earlier {
  readonly last: Attribution | undefined;
  readonly floor: number;
}

function verbal(
  items: Items,
  at: number,
  data: SpeechData,
  { last, floor: ended }: Earlier,
): Attribution | undefined {
  const token = items[at]?.token;
  if (!token) return undefined;
  const cue = cueAtItem(items, at, data);
  if (!cue || !isVerbHere(items, at)) return undefined;
  const cueAt = { from: at, to: at + cue.lemma.split(' ').length };
  const floor = Math.max(ended, at - reach);
  const plain = { cue, cueAt, shared: false, inverted: false, relative: false };

  if (followsWords(items, at)) {
    const source = phraseAfter(items, cueAt.to);
    if (source) return { ...plain, source, from: at, to: source.to, inverted: true };
  }
  const before = sourceBefore(items, at, floor);
  if (before === 'none') return undefined;
  if (before === 'shared') {
    const source = last?.source ?? subjectOf(items, 0, at);
    return { ...plain, from: at, to: cueAt.to, shared: true, ...(source ? { source } : {}) };
  }
  if (before) {
    const relative = isRelative(items, at);
    return { ...plain, source: before, from: before.from, to: cueAt.to, relative };
  }
  const opens = at === 0 || formAt(items, at - 1) === ',';
  const after = opens ? phraseAfter(items, cueAt.to) : undefined;
  return after ? { ...plain, source: after, from: at, to: after.to, inverted: true } : undefined;
}

function cueAtItem(items: Items, at: number, data: SpeechData): Cue | undefined {
  const lemma = items[at]?.token?.lemma.toLowerCase() ?? '';
  return data.verbs.get(lemma)?.find(({ lemma: whole }) => {
    const [, ...rest] = whole.split(' ');
    return rest.every((word, nth) => formAt(items, at + 1 + nth) === word);
  });
}

/** The tag may be wrong where marks stand beside the word: there a cue is hardly ever a noun. */
function isVerbHere(items: Items, at: number): boolean {
  const upos = uposAt(items, at);
  const before = uposAt(items, at - 1);
  if (before === 'DET' || before === 'ADJ' || formAt(items, at - 1) === 'to') return false;
  if (upos === 'VERB') return true;
  const beside = [at - 1, at + 1].some((next) => isQuote(items, next));
  return /(?:ed|said|says|told|wrote)$/u.test(formAt(items, at)) || (beside && upos !== 'ADJ');
}

/** Right after marks: "…," said Kovac. */
const followsWords = (items: Items, at: number): boolean =>
  isQuote(items, at - 1) || (formAt(items, at - 1) === ',' && isQuote(items, at - 2));

function sourceBefore(items: Items, at: number, floor: number): Range | 'shared' | 'none' | undefined {
  let to = at;
  let passive = false;
  while (
    to > floor &&
    (uposAt(items, to - 1) === 'ADV' || uposAt(items, to - 1) === 'AUX' || isNegation(items, to - 1))
  ) {
    to--;
    if (isNegation(items, to)) return 'none';
    if (uposAt(items, to) === 'AUX') passive ||= items[to]?.token?.lemma === 'be';
  }
  const gerund = formAt(items, at).endsWith('ing');
  if (passive && !gerund) return 'none';
  to = beforeTime(items, to, floor);
  const previous = formAt(items, to - 1);
  if (gerund && to === at) return 'shared';
  if (uposAt(items, to - 1) === 'CCONJ') return to - 1 > 0 ? 'shared' : undefined;
  if (relatives.has(previous)) {
    const end = formAt(items, to - 2) === ',' ? to - 2 : to - 1;
    return phraseBefore(items, end, floor);
  }
  const start = clauseStart(items, to, floor);
  if (previous === ',' || previous === ')' || /^[-–—]+$/u.test(previous))
    return interruptedSubject(items, to - 1, start);
  const phrase = phraseBefore(items, to, start);
  return phrase && withList(items, withApposition(items, phrase, start), start);
}

/** After marks, two phrases with a comma between them name one source: "…," another envoy, Jan Kovac, said. */
function withApposition(items: Items, phrase: Range, start: number): Range {
  if (start === 0 || formAt(items, phrase.from - 1) !== ',') return phrase;
  const first = interruptedSubject(items, phrase.from - 1, start);
  return first?.from === start ? { from: start, to: phrase.to } : phrase;
}

/** "who", over the auxiliaries and adverbs before the cue at `at`. */
function isRelative(items: Items, at: number): boolean {
  let before = at - 1;
  while (uposAt(items, before) === 'ADV' || uposAt(items, before) === 'AUX') before--;
  return relatives.has(formAt(items, before));
}

const relatives = new Set(['who', 'which', 'that']);

const isNegation = (items: Items, at: number): boolean =>
  /^(?:n[o'’]t|never)$/u.test(formAt(items, at)) && uposAt(items, at) !== 'PROPN';

/** Where the subject ends before a time between it and the cue: `The court | on Friday ordered`. */
function beforeTime(items: Items, to: number, floor: number): number {
  let end = to;
  while (end > floor && isTimed(items, end - 1)) end--;
  if (end === to) return to;
  while (end > floor && (uposAt(items, end - 1) === 'ADP' || uposAt(items, end - 1) === 'ADV')) end--;
  return end > floor ? end : to;
}

/** After the last quotation, semicolon or colon. */
function clauseStart(items: Items, to: number, floor: number): number {
  for (let at = to - 1; at >= floor; at--) {
    if (isQuote(items, at) || formAt(items, at) === ';' || formAt(items, at) === ':') {
      return formAt(items, at + 1) === ',' ? at + 2 : at + 1;
    }
  }
  return floor;
}
