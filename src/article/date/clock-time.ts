/** Clock times and zones beside a date: `15:27`, `3.27 pm`, `15h27`, `15.27 Uhr`, `下午3:27`, `GMT+3`. */
import type { StampData } from './data.js';
import { intlLocale, languageOf } from './names.js';
import type { Token } from './token.js';

export interface ClockTime {
  readonly from: number;
  readonly to: number;
  /** `15:27`, `15:27:08`, with the zone as stated: `15:27+03:00`, `15:27Z`. */
  readonly value: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

const isShort = (token: Token | undefined, max: number): token is Token =>
  token?.kind === 'number' && token.form.length <= 2 && Number(token.form) <= max;

const isMinutes = (token: Token | undefined): token is Token => isShort(token, 59) && token.form.length === 2;

interface Reading {
  readonly hour: number;
  readonly minutes?: string;
  readonly seconds?: string;
  readonly to: number;
  /** Could as well be another number: counts only with a mark of a clock time beside it. */
  readonly weak: boolean;
}

function digits(tokens: readonly Token[], at: number): Reading | undefined {
  const [hour, mark, minutes, mark2, seconds] = tokens.slice(at, at + 5);
  if (!isShort(hour, 24)) return undefined;
  const value = Number(hour.form);
  if (mark && '時时点點시'.includes(mark.form) && isShort(minutes, 59)) {
    const to = mark2 && '分분'.includes(mark2.form) ? at + 4 : at + 3;
    return { hour: value, minutes: two(Number(minutes.form)), to, weak: false };
  }
  if (mark && ':：h'.includes(mark.form) && isMinutes(minutes)) {
    const exact = mark.form !== 'h' && mark2?.form === mark.form && isMinutes(seconds);
    return exact
      ? { hour: value, minutes: minutes.form, seconds: seconds.form, to: at + 5, weak: false }
      : { hour: value, minutes: minutes.form, to: at + 3, weak: false };
  }
  if (mark?.form === '.' && !mark.spaced && isMinutes(minutes) && !minutes.spaced)
    return { hour: value, minutes: minutes.form, to: at + 3, weak: true };
  return { hour: value, to: at + 1, weak: true };
}

/** Where a half of the day stands at `at` (behind small words: `de la tarde`), and which. */
function halfAt(
  tokens: readonly Token[],
  at: number,
  data: StampData,
): { half: 'am' | 'pm'; to: number } | undefined {
  let next = at;
  while (next < at + 2 && data.beforeHalf.has(tokens[next]?.form ?? '')) next++;
  const half = data.halves.get(tokens[next]?.form ?? '');
  return half && { half, to: next + 1 };
}

/** 24 hours; absent where hour and half of the day do not fit. */
function hourOfDay(hour: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (!half) return hour < 24 ? hour : undefined;
  if (hour > 12) return half === 'pm' && hour < 24 ? hour : undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** A clock time that begins at token `at`. `spelled`: a word for `at` or `o'clock` stood before it. */
function timeAt(
  tokens: readonly Token[],
  at: number,
  data: StampData,
  spelled: boolean,
  languages: readonly string[],
): ClockTime | undefined {
  const word = tokens[at]?.kind === 'word' ? tokens[at] : undefined;
  const early = word && (data.halves.get(word.form) ?? halfEnding(word.form, data));
  const start = early ? at + 1 : at;
  const read = digits(tokens, start);
  if (!read) return undefined;
  const late = early ? undefined : halfAt(tokens, read.to, data);
  const half = early ?? late?.half;
  let to = late?.to ?? read.to;
  const marked = tokens[to]?.kind === 'word' && data.afterTime.has(tokens[to]?.form ?? '');
  if (marked) to += tokens[to + 1]?.form === '.' ? 2 : 1;
  if (!read.minutes && !(late || (marked && tokens[to - 1]?.form !== 'h'))) return undefined;
  if (!half && read.hour <= 12 && tokens[to]?.kind === 'word' && countsToTwelve(languages)) return undefined;
  if (read.weak && read.minutes && !(half || marked || spelled || endsHere(tokens[to]))) return undefined;
  const hour = hourOfDay(read.hour, half);
  if (hour === undefined) return undefined;
  const zone = zoneAt(tokens, to, data);
  const clock = [two(hour), read.minutes, read.seconds].filter((part) => part !== undefined).join(':');
  return { from: at, to: zone?.to ?? to, value: clock + (zone?.offset ?? '') };
}

const hourCycles = new Map<string, string | undefined>();

/**
 * In a language that counts to twelve the word behind a clock time may be a half of the day that is not known
 * here. English ones are.
 */
function countsToTwelve([language]: readonly string[]): boolean {
  const locale = language === undefined ? undefined : intlLocale(language);
  if (!locale || languageOf(locale) === 'en') return false;
  if (!hourCycles.has(locale))
    hourCycles.set(locale, new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle);
  return hourCycles.get(locale) === 'h12';
}

/** A run of Han that ends in a half of the day: `星期六下午3:27`. */
function halfEnding(form: string, data: StampData): 'am' | 'pm' | undefined {
  return /^\p{sc=Han}/u.test(form) ? data.halves.get(form.slice(-2)) : undefined;
}

const endsHere = (token: Token | undefined): boolean =>
  !token || token.breaks || (token.kind === 'mark' && /^[|)\]·–—]$/.test(token.form));

/** `GMT`, `GMT+3`, `UTC+03:00`, `(CET)`, `+0300`: only what names one offset beyond doubt. */
function zoneAt(
  tokens: readonly Token[],
  at: number,
  data: StampData,
): { offset: string; to: number } | undefined {
  const open = tokens[at]?.form === '(' || tokens[at]?.form === ',' ? 1 : 0;
  const token = tokens[at + open];
  if (!token || token.breaks) return undefined;
  const close = (to: number): number => (open && tokens[to]?.form === ')' ? to + 1 : to);
  const named = token.kind === 'word' ? data.zones.get(token.form) : undefined;
  const signAt = named ? at + open + 1 : at + open;
  const shift =
    named === undefined || named === 'Z' ? shiftAt(tokens, signAt, named !== undefined) : undefined;
  if (shift) return { offset: shift.offset, to: close(shift.to) };
  return named === undefined ? undefined : { offset: named, to: close(signAt) };
}

function shiftAt(
  tokens: readonly Token[],
  at: number,
  named: boolean,
): { offset: string; to: number } | undefined {
  const [sign, hours, colon, minutes] = tokens.slice(at, at + 4);
  if (!sign || !/^[+−–-]$/.test(sign.form) || hours?.kind !== 'number' || hours.spaced) return undefined;
  const plus = sign.form === '+' ? '+' : '-';
  if (colon?.form === ':' && isMinutes(minutes) && isShort(hours, 14))
    return { offset: `${plus}${two(Number(hours.form))}:${minutes.form}`, to: at + 4 };
  if (/^[01]\d[0-5]\d$/.test(hours.form) && (named || !sign.spaced || plus === '+'))
    return { offset: `${plus}${hours.form.slice(0, 2)}:${hours.form.slice(2)}`, to: at + 2 };
  return named && isShort(hours, 14)
    ? { offset: `${plus}${two(Number(hours.form))}:00`, to: at + 2 }
    : undefined;
}

/** The clock time that follows a date: behind marks, a weekday and small words, in the same line or the next. */
export function timeAfter(
  tokens: readonly Token[],
  at: number,
  data: StampData,
  languages: Iterable<string>,
): ClockTime | undefined {
  const all = [...languages];
  let spelled = false;
  for (let next = at; next < at + 6; next++) {
    const token = tokens[next];
    if (!token || token.breaks) return undefined;
    const time = timeAt(tokens, next, data, spelled, all);
    if (time) return time;
    if (token.kind === 'number') return undefined;
    if (token.kind === 'word') {
      const small = data.beforeTime.has(token.form);
      if (
        !small &&
        !data.names.isWeekday(token.form, all) &&
        !/^[\p{sc=Han}\p{sc=Hangul}]{1,4}$/u.test(token.form)
      )
        return undefined;
      spelled ||= small;
    } else if (!/^[,.\-–—―|/·•()（）[\]@:;]$/.test(token.form)) return undefined;
  }
  return undefined;
}

/** The clock time that ends before a date: `15:27, 3 December 2016`, `3:27 p.m. GMT on 3 December 2016`. */
export function timeBefore(
  tokens: readonly Token[],
  at: number,
  data: StampData,
  languages: Iterable<string>,
): ClockTime | undefined {
  const all = [...languages];
  for (let start = at - 1; start >= 0 && start >= at - 12; start--) {
    if (tokens[start + 1]?.breaks) return undefined;
    if (tokens[start]?.kind !== 'number' || !/^[:.h：]$/.test(tokens[start + 1]?.form ?? '')) continue;
    if (/^[:.]$/.test(tokens[start - 1]?.form ?? '') && !tokens[start]?.spaced) continue;
    const time = timeAt(tokens, start, data, false, all);
    if (!time || time.to > at) return undefined;
    const between = tokens.slice(time.to, at);
    const joined = between.every(({ kind, form }) =>
      kind === 'mark'
        ? /^[,|·•–—-]$/.test(form)
        : kind === 'word' && (form === 'on' || data.names.isWeekday(form, all)),
    );
    return joined && between.length <= 4 ? time : undefined;
  }
  return undefined;
}
