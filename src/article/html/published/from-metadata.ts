/** Dates that JSON-LD, meta elements and the page's address state. */

import { isRealDay } from '../../date/calendar-date.js';
import { findStamps, readStamp, type StampData } from '../../date/index.js';
import { localeOrder } from '../../date/order.js';
import type { DateTrust } from '../metadata/data.js';
import { type JsonLdNode, stringsOf } from '../metadata/json-ld.js';
import type { MetaTags } from '../metadata/meta-tags.js';
import type { Page } from '../page.js';
import { type DateCandidate, dayOf } from './candidate.js';

export interface DateReading {
  readonly trust: DateTrust;
  readonly stamps: StampData;
  readonly language: string | undefined;
}

export function jsonLdDates(
  nodes: readonly JsonLdNode[],
  { trust, stamps, language }: DateReading,
): DateCandidate[] {
  const ofPage = nodes.filter(({ path }) => !path.some((name) => trust['foreign-paths'].includes(name)));
  const found: DateCandidate[] = [];
  for (const row of trust['json-ld']) {
    const types = trust[row.of === 'article' ? 'article-types' : 'work-types'];
    for (const node of ofPage) {
      if (!node.types.some((type) => types.includes(type))) continue;
      const [text] = stringsOf(node.properties[row.property]);
      const value = text && readStamp(text, stamps, language);
      if (!text || !value) continue;
      found.push({ value, text, kind: row.kind, source: row.id, weight: row.weight });
    }
  }
  return found;
}

export function metaDates(tags: MetaTags, { trust, stamps, language }: DateReading): DateCandidate[] {
  const found: DateCandidate[] = [];
  const named = new Set(trust.meta.flatMap(({ names }) => names));
  for (const row of trust.meta) {
    const names = [...row.names, ...namesEnding(tags, row.endings ?? []).filter((name) => !named.has(name))];
    for (const name of names)
      for (const text of tags.get(name) ?? []) {
        const value = readStamp(text, stamps, language);
        if (value) found.push({ value, text, kind: row.kind, source: row.id, weight: row.weight });
      }
  }
  return found;
}

function namesEnding(tags: MetaTags, endings: readonly string[]): string[] {
  if (endings.length === 0) return [];
  return [...tags.keys()].filter(
    (name) => /[.:]/.test(name) && endings.includes(name.replace(/^.*[.:]/, '')),
  );
}

/** A date with a label in the description for search engines. */
export function descriptionDates(tags: MetaTags, { trust, stamps, language }: DateReading): DateCandidate[] {
  const text = tags.get('description')?.[0] ?? tags.get('og:description')?.[0] ?? '';
  return findStamps(text.slice(0, 1_000), stamps, language === undefined ? {} : { language }).flatMap(
    (stamp) =>
      stamp.label
        ? [
            {
              value: stamp.value,
              text: stamp.text,
              kind: stamp.label,
              source: 'meta/description',
              weight: trust.description,
            },
          ]
        : [],
  );
}

const MAX_STATE = 400_000;

/** Dates of publication in JSON for the page's own program, if all of them are of one day. */
export function stateDates(page: Page, { trust, stamps }: DateReading): DateCandidate[] {
  const pattern = new RegExp(`"(?:${trust.state.keys.join('|')})"\\s{0,4}:\\s{0,4}"([^"\\\\]{8,40})"`, 'g');
  const found = new Map<string, DateCandidate>();
  let characters = 0;
  for (const script of page.querySelectorAll('script')) {
    if ((script.getAttribute('type') ?? '').includes('ld+json')) continue;
    const json = script.textContent ?? '';
    characters += json.length;
    if (characters > MAX_STATE) break;
    for (const { 1: text = '' } of json.matchAll(pattern)) {
      const value = readStamp(text, stamps);
      if (value)
        found.set(dayOf(value), {
          value,
          text,
          kind: 'published',
          source: 'state/json',
          weight: trust.state.weight,
        });
    }
  }
  return found.size === 1 ? [...found.values()] : [];
}

const IN_PATH = /\/((?:19|20)\d\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;
const IN_NAME = /(?:^|[^\d])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[^\d]|$)/;

const DAY_FIRST = /(?:^|[^\d])(0[1-9]|[12]\d|3[01])([-_.]?)(0[1-9]|[12]\d|3[01])\2((?:19|20)\d\d)(?=[^\d]|$)/;

/** The day in a page's own address: `/2016/12/03/`, `-20161203.html`. */
export function urlDates(url: string | undefined, { trust, language }: DateReading): DateCandidate[] {
  if (!url || url.length > 4_000) return [];
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  const found = yearFirst(path, trust) ?? dayFirst(path, language, trust);
  if (!found || !isRealDay(found.year, found.month, found.day)) return [];
  const value = [String(found.year), two(found.month), two(found.day)].join('-');
  return [{ value, text: url, kind: 'published', source: found.source, weight: found.weight }];
}

const two = (number: number): string => String(number).padStart(2, '0');

interface UrlDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly source: string;
  readonly weight: number;
}

function yearFirst(path: string, { url }: DateTrust): UrlDate | undefined {
  const inPath = IN_PATH.exec(path);
  const match = inPath ?? IN_NAME.exec(path);
  if (!match) return undefined;
  return {
    year: Number(match[1]),
    month: Number(match[inPath ? 2 : 3]),
    day: Number(match[inPath ? 3 : 4]),
    ...(inPath ? { source: 'url/path', weight: url.path } : { source: 'url/name', weight: url.name }),
  };
}

/** `03-12-2016`: in the order of the language, unless one number can be no month. */
function dayFirst(path: string, language: string | undefined, { url }: DateTrust): UrlDate | undefined {
  const match = DAY_FIRST.exec(path);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const order = first > 12 ? 'dmy' : second > 12 ? 'mdy' : localeOrder(language);
  if (!order) return undefined;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return { year: Number(match[4]), month, day, source: 'url/day-first', weight: url['day-first'] };
}
