/**
 * Date stamps: written dates of any language that `Intl` knows, with the clock time, zone and label that stand
 * beside them. `loadStamps` reads data/article/date-labels.tsv and date-words.yaml once; `findStamps` only its arguments.
 */
import type { Span } from '../../span.js';
import { type DateContext, type DateParts, dateAt, type FoundDate } from './calendar-date.js';
import { type ClockTime, timeAfter, timeBefore } from './clock-time.js';
import type { StampData } from './data.js';
import type { Label, LabelKind } from './label.js';
import { languageOf } from './names.js';
import { makeOrder } from './order.js';
import { tokensOf } from './token.js';

export { readStamp } from './attribute.js';
export { loadStamps, type StampData } from './data.js';
export type { LabelKind } from './label.js';

export interface FoundStamp {
  /**
   * ISO 8601 with the precision and zone stated: `2016-12`, `2016-12-03`, `2016-12-03T15:27+03:00`; `--12-03`
   * for a date without a year, where those are asked for.
   */
  readonly value: string;
  /** Date and clock time as they stand, without label: UTF-16 code units into the text. */
  readonly span: Span;
  readonly text: string;
  readonly label?: LabelKind;
  readonly labelSpan?: Span;
  /** ISO 639-1, where the name of the month tells it. */
  readonly language?: string;
}

export interface StampOptions {
  /** Of the text, with the region if known: `en`, `en_GB`, `pt-BR`. Without it ambiguous dates are absent. */
  readonly language?: string;
  /** Find `3 December` too. */
  readonly yearless?: boolean;
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

function isoDate({ year, month, day }: DateParts): string {
  const start = year === undefined ? '-' : pad(year, 4);
  return [start, pad(month), ...(day === undefined ? [] : [pad(day)])].join('-');
}

/** Dates of a text by start, none overlapping. */
export function findStamps(text: string, data: StampData, options: StampOptions = {}): FoundStamp[] {
  const tokens = tokensOf(text);
  const context: DateContext = {
    tokens,
    data,
    language: options.language,
    order: makeOrder(tokens, options.language),
    yearless: options.yearless ?? false,
  };
  const found: { date: FoundDate; time: ClockTime | undefined }[] = [];
  let at = 0;
  let free = 0;
  while (at < tokens.length) {
    const date = dateAt(context, at);
    if (!date?.real) {
      at = date?.to ?? at + 1;
      continue;
    }
    const languages = [...date.languages.slice(0, 3), ...(options.language ? [options.language] : []), 'en'];
    const before =
      date.date.day === undefined
        ? undefined
        : timeBefore(tokens.slice(free, date.from), date.from - free, data, languages);
    const shifted = before && { ...before, from: before.from + free, to: before.to + free };
    const time =
      date.date.day === undefined ? undefined : (timeAfter(tokens, date.to, data, languages) ?? shifted);
    found.push({ date, time });
    at = Math.max(date.to, time?.to ?? 0);
    free = at;
  }
  const spans = found.map(({ date, time }) => ({
    start: tokens[Math.min(date.from, time?.from ?? date.from)]?.start ?? 0,
    end: tokens[Math.max(date.to, time?.to ?? 0) - 1]?.end ?? 0,
  }));
  return found.map(({ date, time }, nth): FoundStamp => {
    const span = spans[nth] ?? { start: 0, end: 0 };
    const label = labelOf(text, data, span, spans[nth - 1]?.end ?? 0, spans[nth + 1]?.start);
    const [language] = date.languages;
    return {
      value: isoDate(date.date) + (time ? `T${time.value}` : ''),
      span,
      text: text.slice(span.start, span.end),
      ...(label ? { label: label.kind, labelSpan: label.span } : {}),
      ...(language && date.languages.length === 1 ? { language: languageOf(language) } : {}),
    };
  });
}

/** A label before the date counts first; one behind it counts unless it belongs to the next date. */
function labelOf(
  text: string,
  { labels }: StampData,
  span: Span,
  from: number,
  next: number | undefined,
): Label | undefined {
  const before = labels.before(text, from, span.start);
  if (before) return before;
  const after = labels.after(text, span.end);
  const ofNext = after && next !== undefined && next - after.span.end < 30;
  return ofNext ? undefined : after;
}
