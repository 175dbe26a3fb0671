/** Days that the calendar has not: 31 June, and a weekday that is not the date's. */
import type { Doc, Token } from '../language/doc.js';
import type { Note } from '../log.js';
import type { Time } from '../time/timex3.js';
import type { Noticing } from './index.js';

export const dayNotes: Noticing = ({ doc, times }) => [
  ...impossibleDays(doc),
  ...wrongWeekdays(times, doc.article.published?.value),
];

const namesOf = (field: 'month' | 'weekday', count: number): string[] =>
  Array.from({ length: count }, (_, nth) => {
    // 1 January 2024 was a Monday.
    const day = field === 'month' ? Date.UTC(2024, nth, 1) : Date.UTC(2024, 0, 1 + nth);
    return new Intl.DateTimeFormat('en', { [field]: 'long', timeZone: 'UTC' }).format(day).toLowerCase();
  });

const months = namesOf('month', 12);
const weekdays = namesOf('weekday', 7);

/** `June`, `Feb.`, `Sept`: 0 to 11. */
function monthOf(form: string): number | undefined {
  if (!/^\p{Lu}/u.test(form)) return undefined;
  const name = form.toLowerCase().replace(/\.$/u, '');
  const at = months.findIndex(
    (month) => month === name || (name.length >= 3 && name.length <= 4 && month.startsWith(name)),
  );
  return at < 0 ? undefined : at;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** A leap year, for dates without a year. */
const LEAP = 2024;

function impossibleDays({ tokens, text }: Doc): Note[] {
  return tokens.flatMap((token, at) => {
    const month = monthOf(token.form);
    if (month === undefined) return [];
    const day = dayBeside(tokens, at);
    const last = day && tokens[Math.max(at, day.at) + 1];
    const year = yearBehind(tokens, Math.max(at, day?.at ?? at));
    if (!day || day.value <= lastDay(year ?? LEAP, month)) return [];
    const span = { start: Math.min(token.start, day.token.start), end: Math.max(token.end, day.token.end) };
    const written = text.slice(span.start, year === undefined ? span.end : (last?.end ?? span.end));
    return [
      {
        kind: 'note/no-such-day',
        message: `There is no ${written.replaceAll(/\s+/gu, ' ')}.`,
        spans: [span],
      },
    ];
  });
}

interface Day {
  readonly token: Token;
  readonly at: number;
  readonly value: number;
}

/** "31 June" or "June 31"; "in June 31 people died" is no date. */
function dayBeside(tokens: readonly Token[], month: number): Day | undefined {
  for (const at of [month - 1, month + 1]) {
    const token = tokens[at];
    const value = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(token?.form ?? '')?.[1] ?? Number.NaN);
    if (!token || Number.isNaN(value) || value > 31 || value < 1) continue;
    if (at < month || !countsSomething(tokens, month, at)) return { token, at, value };
  }
  return undefined;
}

/** "In June 31 were hurt", "June 31 people". */
function countsSomething(tokens: readonly Token[], month: number, at: number): boolean {
  const next = tokens[at + 1];
  const noun = next?.upos === 'NOUN' || next?.upos === 'ADJ';
  return noun || tokens[month - 1]?.form.toLowerCase() === 'in';
}

/** `2015` of "February 29, 2015". */
function yearBehind(tokens: readonly Token[], at: number): number | undefined {
  const next = tokens[at + 1]?.form === ',' ? tokens[at + 2] : tokens[at + 1];
  return next && /^[12]\d{3}$/u.test(next.form) ? Number(next.form) : undefined;
}

/** "Monday, December 15, 2016": that day was a Thursday. */
const wrongWeekdays = (times: readonly Time[], published: string | undefined): Note[] =>
  times.flatMap(({ text, value, span }) => {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
    const named = weekdays.findIndex((name) =>
      text
        .toLowerCase()
        .split(/[^a-z]+/u)
        .includes(name),
    );
    // Where the weekday is all that is said, the day was found by it.
    if (!day || named < 0 || !/\d/u.test(text) || !isSureOfYear(text, value, published)) return [];
    const [year = 0, month = 1, date = 1] = day.slice(1).map(Number);
    const is = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
    if (is === named) return [];
    const name = weekdays[is] ?? '';
    const message = `${value} is a ${name.charAt(0).toUpperCase()}${name.slice(1)}, where the report has '${text}'.`;
    return [{ kind: 'note/wrong-weekday', message, spans: [span] }];
  });

/** So many days around the report's own, a date without a year is of that year. */
const NEAR = 45;

function isSureOfYear(text: string, value: string, published: string | undefined): boolean {
  if (text.includes(value.slice(0, 4))) return true;
  const away = Date.parse(value) - Date.parse((published ?? '').slice(0, 10));
  return Math.abs(away) < NEAR * 86_400_000;
}
