/**
 * What the acts without a time of their own are told as: news, which is of the week up to the report; history, which is
 * of the year (or month) that the telling stands in; or neither, and then nothing is said of when they were.
 */
import { Temporal } from 'temporal-polyfill';
import type { Doc, DocParagraph, Sentence } from '../language/doc.js';
import type { Status, When } from './event.js';
import type { Syntax, VerbForm } from './frame.js';
import type { BackgroundTable } from './lexicon.js';
import { type Said, statementAround } from './voucher.js';
import { bounded, type Calendar, type Dated, isHistory, modifies, timesIn } from './when.js';

/** `doubt`: after history, before anything says that the report is back at its news. */
export type Setting =
  | { readonly kind: 'news' | 'doubt' }
  | { readonly kind: 'history'; readonly time?: Dated };

const NEWS: Setting = { kind: 'news' };
const DOUBT: Setting = { kind: 'doubt' };

/** Days: what is vaguer than a month says nothing about news. */
const PLAIN_DAYS = 31;
/** Milliseconds. */
const DAY = 86_400_000;

export interface Telling {
  readonly doc: Doc;
  readonly calendar: Calendar;
  readonly syntax: Syntax;
  readonly said: readonly Said[];
  readonly background: BackgroundTable;
}

/** Gives the setting of each sentence; to be asked for all of them, in their order. */
export function settings(telling: Telling): (sentence: Sentence) => Setting {
  const { doc } = telling;
  let paragraph: DocParagraph | undefined;
  let section = NEWS;
  let current = NEWS;
  return (sentence) => {
    const own = doc.paragraphs[sentence.paragraph];
    if (own !== paragraph) {
      // A paragraph of news goes on as news; what follows one of history may be either.
      current = section.kind === 'history' ? section : current.kind === 'news' ? NEWS : DOUBT;
      paragraph = own;
    }
    if (sentence.kind === 'headline' || sentence.kind === 'dek') return NEWS;
    if (sentence.kind === 'heading') {
      section = ofHeading(telling, sentence);
      current = section;
      return NEWS;
    }
    current = ofSentence(telling, sentence, current) ?? current;
    return current;
  };
}

/** "Since 1945", "Background": what stands under it is history. */
function ofHeading({ doc, calendar, background }: Telling, heading: Sentence): Setting {
  const time = timesIn(calendar, heading).find((one) => isPast(calendar, one));
  if (time) return bounded(doc, time) ? { kind: 'history' } : { kind: 'history', time };
  const words = doc.text.slice(heading.start, heading.end).trim().toLowerCase();
  return background.headings.includes(words) ? { kind: 'history' } : NEWS;
}

/** The last time of a main clause in the past tense and the report's own voice decides. */
function ofSentence(
  { doc, calendar, syntax, said }: Telling,
  sentence: Sentence,
  current: Setting,
): Setting | undefined {
  const within = timesIn(calendar, sentence);
  // Where news goes on, only what is past can change it.
  if (current.kind === 'news' && !within.some((time) => isPast(calendar, time))) return undefined;
  const times = within.filter((time) => !bounded(doc, time) && !modifies(doc, time));
  if (times.length === 0) return undefined;
  const told = syntax.told(sentence);
  let setting: Setting | undefined;
  for (const time of times) {
    if (!told.some(({ start, end }) => start <= time.span.start && time.span.end <= end)) continue;
    if (statementAround(said, time.span)) continue;
    if (isPast(calendar, time)) setting = { kind: 'history', time };
    else if (days(time) <= PLAIN_DAYS) setting = NEWS;
  }
  return setting;
}

const isPast = ({ recentFrom }: Calendar, time: Dated): boolean =>
  recentFrom !== undefined && time.to <= recentFrom;

const days = ({ from, to }: Dated): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** What an act without a time of its own is dated by its setting, and whether it's history. */
export interface Undated {
  readonly when?: When;
  readonly background?: boolean;
}

/** `own`: the verb that carries its tense; absent for a noun. */
export function undated(
  calendar: Calendar,
  setting: Setting,
  status: Status,
  own: VerbForm | undefined,
): Undated {
  if (status !== 'occurred' && status !== 'ongoing') return {};
  // "has attacked", "is attacking": told of now, whatever was told before.
  const now = own?.tense === 'present' && own.form === 'finite' && own.aspect !== 'simple';
  if (setting.kind === 'news' || now) return calendar.news ? { when: calendar.news } : {};
  if (setting.kind !== 'history') return {};
  return setting.time ? { when: stretch(calendar, setting.time), background: true } : { background: true };
}

/** The year that the telling stands in when that's long ago, else the month; a longer time as it is. */
function stretch(calendar: Calendar, time: Dated): When {
  const year = isHistory(calendar, time);
  const basis = `narrative:${time.id}`;
  const length = days(time);
  if (!(length <= (year ? 366 : PLAIN_DAYS)))
    return { from: time.from, to: time.to, precision: 'interval', basis };
  const first = Temporal.PlainDate.from(time.from).with(year ? { month: 1, day: 1 } : { day: 1 });
  const last = Temporal.PlainDate.from(time.to).subtract({ days: 1 });
  const end = last.with(year ? { month: 1, day: 1 } : { day: 1 }).add(year ? { years: 1 } : { months: 1 });
  return { from: first.toString(), to: end.toString(), precision: year ? 'year' : 'month', basis };
}
