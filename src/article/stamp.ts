/** Dates of publication as machines and people give them: ISO 8601, mail and feed dates. */
import type { Stamp } from './article.js';
import { failed, type InputError } from './outcome.js';

const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/iu;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 5322 and RFC 822: `Sat, 03 Dec 2016 15:27:00 +0300`. */
const mailDate =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[a-z]{1,4}))?)?(?:\s*\([^()]*\))?$/iu;

/** The zones that RFC 5322 defines; others are unknown to machines, too. */
const zones: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/** ISO 8601 in the precision and zone stated, parts of a second dropped; nothing when the date does not exist. */
function isoValue(
  year: number,
  month: string | undefined,
  day: string | undefined,
  time:
    | {
        readonly hour: string;
        readonly minute: string;
        readonly second?: string | undefined;
        readonly zone?: string;
      }
    | undefined,
): string | undefined {
  const date = [String(year).padStart(4, '0'), month, day].filter((part) => part !== undefined).join('-');
  const days = new Date(Date.UTC(year, Number(month ?? 1), 0)).getUTCDate();
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > days)
    return undefined;
  if (!time) return date;
  if (Number(time.hour) > 23 || Number(time.minute) > 59 || Number(time.second ?? 0) > 60) return undefined;
  const second = time.second === undefined ? '' : `:${time.second}`;
  return `${date}T${time.hour}:${time.minute}${second}${time.zone ?? ''}`;
}

const zoneValue = (zone: string | undefined): string | undefined => {
  if (zone === undefined) return undefined;
  if (/^z$/iu.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
};

/** Reads ISO 8601 and the dates of mails and feeds; nothing when it is neither. */
export function stampOf(value: string): Stamp | undefined {
  const text = value.trim();
  if (text.length > 80) return undefined;
  const found = isoStamp(text) ?? mailStamp(text);
  return found === undefined ? undefined : { value: found, text };
}

function isoStamp(text: string): string | undefined {
  const [, year, month, day, hour, minute, second, zone] = iso.exec(text) ?? [];
  if (year === undefined) return undefined;
  const offset = zoneValue(zone);
  const time =
    hour === undefined || minute === undefined
      ? undefined
      : { hour, minute, second, ...(offset === undefined ? {} : { zone: offset }) };
  return isoValue(Number(year), month, day, time);
}

function mailStamp(text: string): string | undefined {
  const [, day, name, year, hour, minute, second, zone] = mailDate.exec(text) ?? [];
  if (day === undefined || name === undefined || year === undefined) return undefined;
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  // RFC 5322, 4.3: two digits from 50 up are of the twentieth century.
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  const offset =
    zone === undefined ? undefined : /^[+-]/u.test(zone) ? mailOffset(zone) : zones[zone.toLowerCase()];
  const time =
    hour === undefined || minute === undefined
      ? undefined
      : { hour: hour.padStart(2, '0'), minute, second, ...(offset === undefined ? {} : { zone: offset }) };
  return isoValue(full, String(month).padStart(2, '0'), day.padStart(2, '0'), time);
}

/** `-0000` says that the zone is not known (RFC 5322, 3.3). */
const mailOffset = (zone: string): string | undefined => (zone === '-0000' ? undefined : zoneValue(zone));

/** A date that a user or a record gives. */
export function parsePublished(
  value: string,
  from = 'published',
): { readonly ok: true; readonly stamp: Stamp } | { readonly ok: false; readonly error: InputError } {
  const stamp = stampOf(value);
  return stamp
    ? { ok: true, stamp }
    : failed(
        'input/bad-date',
        from,
        `'${value.slice(0, 60).toWellFormed()}' is no date; give it as 2016-12-03, 2016-12-03T15:27 or 2016-12-03T15:27+03:00.`,
      );
}
