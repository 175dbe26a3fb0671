/** Written dates in a row of tokens: `3 December 2016`, `Dec. 3, 2016`, `2016年12月3日`, `03.12.2016`. */
import type { StampData } from './data.js';
import type { Order } from './order.js';
import type { Token } from './token.js';

/** A date as stated; parts that are not stated are absent. */
export interface DateParts {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

export interface FoundDate {
  /** Index of the first token, and behind the last. */
  readonly from: number;
  readonly to: number;
  readonly date: DateParts;
  /** Languages whose month name was used. */
  readonly languages: readonly string[];
  /** False for 31 February: it is passed over, so that no part of it is read as another date. */
  readonly real: boolean;
}

type Candidate = Omit<FoundDate, 'real'>;

/** What a date is read with. */
export interface DateContext {
  readonly tokens: readonly Token[];
  readonly data: StampData;
  readonly language: string | undefined;
  /** Order of a numeric date that ends in its year, where the marks are `mark`. */
  readonly order: (mark: string) => Order | undefined;
  /** Take dates without a year too. */
  readonly yearless: boolean;
}

/** Years of the Buddhist era, as printed in Thai dates, are 543 ahead. */
const BUDDHIST = { from: 2400, to: 2700, ahead: 543 };

type NumberToken = Token & { readonly kind: 'number' };

const isNumber = (token: Token | undefined, min: number, max: number): token is NumberToken =>
  token?.kind === 'number' &&
  token.form.length <= 4 &&
  Number(token.form) >= min &&
  Number(token.form) <= max;

const isYear = (token: Token | undefined): token is NumberToken =>
  isNumber(token, 1000, 2299) && token.form.length === 4;
const isDay = (token: Token | undefined): token is NumberToken =>
  isNumber(token, 1, 31) && token.form.length <= 2;
const isMonthNumber = (token: Token | undefined): token is NumberToken =>
  isNumber(token, 1, 12) && token.form.length <= 2;

export function isRealDay(year: number | undefined, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** The date that begins at token `at`, if one does; the longest reading is tried first. */
export function dateAt(context: DateContext, at: number): FoundDate | undefined {
  const token = context.tokens[at];
  if (!token) return undefined;
  const found =
    token.kind === 'number'
      ? (ideographic(context, at) ?? yearFirst(context, at) ?? dayFirst(context, at) ?? numeric(context, at))
      : token.kind === 'word'
        ? monthFirst(context, at)
        : undefined;
  if (!found || context.tokens.slice(at + 1, found.to).some(({ breaks }) => breaks)) return undefined;
  const { year, month, day } = found.date;
  return { ...found, real: day === undefined || isRealDay(year, month, day) };
}

/** Behind small words and marks: at most `most` of them, none over an empty line. */
function skip({ tokens, data }: DateContext, at: number, marks: string, most = 3): number {
  let next = at;
  while (next < at + most) {
    const token = tokens[next];
    if (!token || token.breaks || token.kind === 'number') break;
    const small = token.kind === 'word' ? data.between.has(token.form) : marks.includes(token.form);
    if (!small) break;
    next++;
  }
  return next;
}

/** Behind the ending of a day number: `3rd`, `3.`, `1er`, `3º`. */
function skipOrdinal({ tokens, data }: DateContext, at: number): number {
  const token = tokens[at];
  const written =
    token?.kind === 'word'
      ? data.ordinals.has(token.form) && !token.spaced
      : token?.kind === 'mark' && '.ºª°'.includes(token.form);
  if (written) return at + 1;
  const ending = tokens[at + 1];
  return token?.form === '-' && ending && !ending.spaced && data.ordinals.has(ending.form) ? at + 2 : at;
}

interface MonthAt {
  readonly month: number;
  readonly to: number;
  readonly languages: readonly string[];
}

/** The month at a token: by name, or by number behind a word for month (`tháng 12`, `thg 12`). */
function monthAt({ tokens, data, language }: DateContext, at: number, near = false): MonthAt | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const number = tokens[at + 1];
  if (data.monthWords.has(token.form) && isMonthNumber(number))
    return { month: Number(number.form), to: at + 2, languages: ['vi'] };
  const name = near ? data.names.nearMonth(token.form, language) : data.names.month(token.form, language);
  if (!name) return undefined;
  const to = /^[.׳॰]$/.test(tokens[at + 1]?.form ?? '') ? at + 2 : at + 1;
  return { month: name.month, to, languages: [...name.languages] };
}

interface YearAt {
  readonly year: number;
  readonly to: number;
}

function yearAt(context: DateContext, at: number, languages: readonly string[]): YearAt | undefined {
  const token = context.tokens[at];
  if (isYear(token)) return { year: Number(token.form), to: at + 1 };
  if (languages.includes('th') && isNumber(token, BUDDHIST.from, BUDDHIST.to))
    return { year: Number(token.form) - BUDDHIST.ahead, to: at + 1 };
  const short = context.tokens[at + 1];
  if (
    /^['’‘]$/.test(token?.form ?? '') &&
    short?.kind === 'number' &&
    short.form.length === 2 &&
    !short.spaced
  )
    return { year: 2000 + Number(short.form), to: at + 2 };
  return undefined;
}

/** `3 December 2016`, `3. Dez. 2016`, `3 de diciembre de 2016`, `03-Dec-2016`. */
function dayFirst(context: DateContext, at: number): Candidate | undefined {
  const day = context.tokens[at];
  if (!isDay(day)) return undefined;
  const month = monthAt(context, skip(context, skipOrdinal(context, at + 1), ",،'’-–/"));
  if (!month) return undefined;
  return complete(context, at, month, Number(day.form), skip(context, month.to, ',،.-–/'));
}

/** With the year at `yearFrom`, or without one where that is wanted. */
function complete(
  context: DateContext,
  from: number,
  { month, to, languages }: MonthAt,
  day: number,
  yearFrom: number,
): Candidate | undefined {
  const year = yearAt(context, yearFrom, languages);
  if (year) return { from, to: year.to, date: { year: year.year, month, day }, languages };
  return context.yearless ? { from, to, date: { month, day }, languages } : undefined;
}

/** `December 3, 2016`, `Dec. 3rd 2016`, `December 2016`. */
function monthFirst(context: DateContext, at: number): Candidate | undefined {
  const { tokens } = context;
  const ahead = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!ahead.some((token) => token?.kind === 'number')) return undefined;
  const dayAt = ahead[0]?.form === '.' ? at + 2 : at + 1;
  const day = tokens[dayAt];
  if (isDay(day)) {
    const month = monthAt(context, at);
    if (!month) return undefined;
    const to = skipOrdinal(context, dayAt + 1);
    return complete(context, at, { ...month, to: dayAt + 1 }, Number(day.form), skip(context, to, ',،.'));
  }
  // Any word may stand before a year, so only names of the text's own language and English are asked.
  const month = monthAt(context, at, true);
  const year = month && yearAt(context, skip(context, month.to, ',', 1), month.languages);
  if (!month || !year) return undefined;
  return { from: at, to: year.to, date: { year: year.year, month: month.month }, languages: month.languages };
}

/** `2016-12-03`, `2016/12/3`, `2016. 12. 3.`, `2016. december 3.`, `2016 m. gruodžio 3 d.`. */
function yearFirst(context: DateContext, at: number): Candidate | undefined {
  const { tokens } = context;
  const year = tokens[at];
  if (!isYear(year)) return undefined;
  const mark = tokens[at + 1]?.form ?? '';
  const month = tokens[at + 2];
  const day = tokens[at + 4];
  if ('-/.‐‑–'.includes(mark) && mark && isMonthNumber(month) && tokens[at + 3]?.form === mark && isDay(day))
    return {
      from: at,
      to: at + 5,
      date: { year: Number(year.form), month: Number(month.form), day: Number(day.form) },
      languages: [],
    };
  return yearMonthDay(context, at, Number(year.form));
}

/** `2016. december 3.` and, Latvian, `2016. gada 3. decembris`. */
function yearMonthDay(context: DateContext, at: number, year: number): Candidate | undefined {
  const { tokens } = context;
  const next = skip(context, at + 1, ".,-()'’", 5);
  const first = tokens[next];
  const dayIndex = isDay(first) ? next : skip(context, monthAt(context, next)?.to ?? next, '-,', 1);
  const named = monthAt(context, isDay(first) ? skip(context, skipOrdinal(context, next + 1), '-', 1) : next);
  const day = tokens[dayIndex];
  if (!named || !isDay(day)) return undefined;
  const to = isDay(first) ? named.to : skipOrdinal(context, dayIndex + 1);
  return {
    from: at,
    to,
    date: { year, month: named.month, day: Number(day.form) },
    languages: named.languages,
  };
}

/** `2016年12月3日`, `2016년 12월 3일`, `12月3日`. */
function ideographic(context: DateContext, at: number): Candidate | undefined {
  const { tokens } = context;
  const unit = (index: number, wanted: string): boolean => {
    const form = tokens[index]?.form;
    return form !== undefined && form !== '' && wanted.includes(form);
  };
  const hasYear = isYear(tokens[at]) && unit(at + 1, '年년');
  const monthIndex = hasYear ? at + 2 : at;
  const month = tokens[monthIndex];
  if (!isMonthNumber(month) || !unit(monthIndex + 1, '月월') || !(hasYear || context.yearless))
    return undefined;
  const year = hasYear ? { year: Number(tokens[at]?.form) } : {};
  const languages = unit(monthIndex + 1, '월') ? ['ko'] : ['ja', 'zh'];
  const day = tokens[monthIndex + 2];
  if (isDay(day) && unit(monthIndex + 3, '日일号號'))
    return {
      from: at,
      to: monthIndex + 4,
      date: { ...year, month: Number(month.form), day: Number(day.form) },
      languages,
    };
  if (!hasYear) return undefined;
  return { from: at, to: monthIndex + 2, date: { ...year, month: Number(month.form) }, languages };
}

/** `03.12.2016`, `12/3/2016`: the order is that of the language or region; where neither says, it is no date. */
function numeric(context: DateContext, at: number): Candidate | undefined {
  const found = numericAt(context.tokens, at);
  if (!found) return undefined;
  const { first, second, year, mark } = found;
  const order = first > 12 ? 'dmy' : second > 12 ? 'mdy' : first === second ? 'dmy' : context.order(mark);
  if (!order || (first > 12 && second > 12)) return undefined;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return { from: at, to: at + 5, date: { year, month, day }, languages: [] };
}

export interface NumericDate {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly mark: string;
}

/** Two numbers and a year with one mark between them, not part of a longer number with marks. */
export function numericAt(tokens: readonly Token[], at: number): NumericDate | undefined {
  const [first, mark, second, again, year, next, after] = tokens.slice(at, at + 7);
  const before = tokens[at - 1];
  if (!isDay(first) || !isDay(second) || year?.kind !== 'number' || !mark || again?.form !== mark.form)
    return undefined;
  if (!'./-'.includes(mark.form) || (before?.form === mark.form && !first.spaced)) return undefined;
  if (next?.form === mark.form && after?.kind === 'number' && !after.spaced) return undefined;
  const short = year.form.length === 2 && first.form.length === 2 && second.form.length === 2;
  if (!isYear(year) && !short) return undefined;
  return {
    first: Number(first.form),
    second: Number(second.form),
    // POSIX: two digits from 69 on are of the last century.
    year: short ? Number(year.form) + (Number(year.form) < 69 ? 2000 : 1900) : Number(year.form),
    mark: mark.form,
  };
}
