/**
 * When an act was: its own time expression, that of the clause before with the same subject, else one that opens the
 * sentence; what is told without any, narrative.ts dates.
 */
import { Temporal } from 'temporal-polyfill';
import type { Article } from '../article/article.js';
import type { Doc } from '../language/doc.js';
import { contains, type Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import type { Candidate } from './candidate.js';
import type { When } from './event.js';
import type { BackgroundTable } from './lexicon.js';

/** A time with an interval. */
export type Dated = Time & { readonly from: string; readonly to: string };

/** Days before the report's day that "news" may be old, the day itself included. */
const NEWS_DAYS = 7;

/** A time that ended more days before the report than this isn't told as news. */
const RECENT_DAYS = 31;

export interface Calendar {
  /** By start. */
  readonly times: readonly Dated[];
  /** The report's day; absent when none is stated to the day. */
  readonly day?: string;
  /** The last week up to that day. */
  readonly news?: When;
  /** What ended before this day is no news. */
  readonly recentFrom?: string;
  /** An act that ended before this day is history. */
  readonly historyBefore?: string;
}

export function calendarOf(article: Article, times: readonly Time[], background: BackgroundTable): Calendar {
  const dated = times
    .filter((time): time is Dated => time.from !== undefined && time.to !== undefined && time.type !== 'SET')
    .sort((a, b) => a.span.start - b.span.start);
  const day = dayOf(article.published?.value) ?? dayOf(article.updated?.value);
  if (day === undefined) return { times: dated };
  const plain = Temporal.PlainDate.from(day);
  return {
    times: dated,
    day,
    news: {
      from: plain.subtract({ days: NEWS_DAYS - 1 }).toString(),
      to: plain.add({ days: 1 }).toString(),
      precision: 'week',
      basis: 'published',
    },
    recentFrom: plain.subtract({ days: RECENT_DAYS }).toString(),
    historyBefore: plain.subtract({ days: background.older }).toString(),
  };
}

const dayOf = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/u.exec(value)?.[0];

/** A time span that says since when or until when isn't the time of the act. */
const BOUNDS: ReadonlySet<string> = new Set(['since', 'until', 'till', 'before', 'for', 'by', 'than']);

/**
 * The time in the act's own clause that stands nearest to its trigger, with no other act between them.
 * `triggers` are those of all acts of the sentence, by start.
 */
export function ownTime(
  doc: Doc,
  calendar: Calendar,
  candidate: Candidate,
  triggers: readonly Span[],
): Dated | undefined {
  const near = nearest(doc, calendar, candidate.clause, candidate.trigger, triggers);
  if (near || candidate.frame.kind !== 'noun') return near;
  const within = candidate.clause.flatMap((span) => timesIn(calendar, span));
  return within.find((time) => modifies(doc, time) && isNear(time.span, candidate.frame.trigger));
}

/** The time of the clause before with the same subject and tense: "arrived *on Thursday* and met …". */
export function earlierTime(doc: Doc, calendar: Calendar, candidate: Candidate): Dated | undefined {
  for (const clause of candidate.earlier) {
    const time = nearest(doc, calendar, clause, undefined, []);
    if (time) return time;
  }
  return undefined;
}

function nearest(
  doc: Doc,
  calendar: Calendar,
  clause: readonly Span[],
  trigger: Span | undefined,
  triggers: readonly Span[],
): Dated | undefined {
  let best: Dated | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const time of clause.flatMap((span) => timesIn(calendar, span))) {
    const gap = trigger ? gapBetween(time.span, trigger) : 0;
    if (gap >= distance || bounded(doc, time)) continue;
    if (trigger && anyBetween(triggers, time.span, trigger)) continue;
    if (modifies(doc, time)) continue;
    best = time;
    distance = gap;
  }
  return best;
}

/** The time that opens the sentence: "On Monday, …". Not for what was said or agreed then: that may be of any time. */
export function openingTime(doc: Doc, calendar: Calendar, candidate: Candidate): Dated | undefined {
  if (candidate.governors.some(({ link }) => link === 'that' || link === 'passive-that')) return undefined;
  const sentence = doc.sentences[candidate.frame.sentence];
  const third = sentence && doc.tokens[Math.min(sentence.from + 2, sentence.to - 1)];
  if (!sentence || !third) return undefined;
  const time = timesIn(calendar, sentence)[0];
  return time &&
    time.span.start <= third.start &&
    time.span.end <= candidate.trigger.start &&
    !bounded(doc, time) &&
    !modifies(doc, time)
    ? time
    : undefined;
}

/** "the *2015* deal", "*Friday's* test": a time that says which thing is meant, not when the act was. */
export function modifies(doc: Doc, { span }: Dated): boolean {
  const after = tokenFrom(doc, span.end);
  const next = doc.tokens[after];
  if (next?.upos === 'PART' && next.start === span.end) return true;
  if (next?.upos !== 'NOUN' && next?.upos !== 'ADJ' && next?.upos !== 'PROPN') return false;
  const before = doc.tokens[tokenFrom(doc, span.start) - 1];
  const first = doc.text.slice(span.start, span.start + 4).toLowerCase() === 'the ';
  return (
    first ||
    before?.upos === 'DET' ||
    before?.upos === 'PART' ||
    before?.upos === 'ADJ' ||
    (before?.upos === 'PRON' && POSSESSIVE.test(before.form))
  );
}

const POSSESSIVE = /^(?:his|her|its|their|our|my|your)$/iu;

/** "the 2005 visit", "Friday's strike on the port" are of that time: nothing but a word or two stands between. */
const isNear = (time: Span, trigger: Span): boolean =>
  time.end <= trigger.start && trigger.start - time.end <= 20;

/** Index of the first word that starts at `start` or later. */
function tokenFrom({ tokens }: Doc, start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function timesIn({ times }: Calendar, span: Span): Dated[] {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Dated[] = [];
  for (let at = low; at < times.length; at++) {
    const time = times[at];
    if (!time || time.span.start >= span.end) break;
    if (contains(span, time.span)) found.push(time);
  }
  return found;
}

const gapBetween = (a: Span, b: Span): number => (a.start < b.start ? b.start - a.end : a.start - b.end);

/** Does one of the triggers, which are by start, stand between the two? */
function anyBetween(triggers: readonly Span[], a: Span, b: Span): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  let low = 0;
  let high = triggers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((triggers[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const first = triggers[low];
  return first !== undefined && first.end <= to;
}

export function bounded(doc: Doc, time: Dated): boolean {
  const before = doc.text.slice(Math.max(0, time.span.start - 12), time.span.start).toLowerCase();
  const last = /(\p{L}+)\s+(?:(?:the|a|its|his|her|their)\s+)?$/u.exec(before)?.[1];
  return last !== undefined && BOUNDS.has(last);
}

const PRECISIONS: ReadonlyArray<readonly [number, When['precision']]> = [
  [1, 'day'],
  [7, 'week'],
  [31, 'month'],
  [92, 'quarter'],
  [366, 'year'],
  [3653, 'decade'],
  [36525, 'century'],
];

/** Milliseconds. */
const DAY = 86_400_000;

export function whenOf(time: Dated, basis: 'time' | 'clause'): When {
  // Not a number for years that Date does not parse (before 1): those are intervals.
  const days = (Date.parse(time.to) - Date.parse(time.from)) / DAY;
  const precision = PRECISIONS.find(([most]) => days <= most)?.[1] ?? 'interval';
  return { from: time.from, to: time.to, precision, basis: `${basis}:${time.id}` };
}

/** True when the time contradicts the act's tense: a past act isn't dated after the report's day. */
export const contradicts = (calendar: Calendar, time: Dated, past: boolean): boolean =>
  past && calendar.day !== undefined && time.from > calendar.day;

/** True when the time lies wholly after the report's day. */
export const isFuture = (calendar: Calendar, time: Dated): boolean =>
  calendar.day !== undefined && time.from > calendar.day;

export function isHistory(calendar: Calendar, time: Dated | undefined): boolean {
  return time !== undefined && calendar.historyBefore !== undefined && time.to <= calendar.historyBefore;
}
