/** Dates as programs write them: in attributes, metadata, feeds and mail headers. */

import { isRealDay } from './calendar-date.js';
import type { StampData } from './data.js';
import { findStamps } from './index.js';

/** Longer values are no date. */
const LONGEST = 100;

const ISO =
  /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:(?:[T ,]|\s-\s)\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?)?(?![\d:])/i;
const COMPACT = /^\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?\s*$/i;
const EPOCH = /^\s*(\d{10}|\d{13})\s*$/;

/**
 * The date that a value states, ISO 8601 with the precision and zone stated. ISO 8601 in its forms, seconds or
 * milliseconds since 1970, RFC 5322, or a written date (`language` as in `findStamps`).
 */
export function readStamp(value: string, data: StampData, language?: string): string | undefined {
  if (value.length > LONGEST || !/\d/u.test(value)) return undefined;
  const epoch = EPOCH.exec(value)?.[1];
  if (epoch) return ofEpoch(Number(epoch) * (epoch.length === 10 ? 1000 : 1));
  const match = ISO.exec(value) ?? COMPACT.exec(value);
  if (match) return assembled(match);
  return findStamps(value, data, language === undefined ? {} : { language })[0]?.value;
}

function ofEpoch(milliseconds: number): string | undefined {
  // Before 1995 there were no news pages; a smaller number is some other number.
  if (milliseconds < Date.UTC(1995, 0) || milliseconds > Date.UTC(2200, 0)) return undefined;
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function assembled(match: RegExpExecArray): string | undefined {
  const [, year = '', month = '', day, hour, minute, second, zone] = match;
  const days = day === undefined ? 1 : Number(day);
  if (Number(year) < 1000 || Number(month) < 1 || Number(month) > 12) return undefined;
  if (!isRealDay(Number(year), Number(month), days)) return undefined;
  const date = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  const seconds = second === undefined || Number(second) > 59 ? '' : `:${second}`;
  return `${date}T${hour.padStart(2, '0')}:${minute}${seconds}${zone ? offset(zone) : ''}`;
}

function offset(zone: string): string {
  if (/^[zug]/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
