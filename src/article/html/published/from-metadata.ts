/** Dates that JSON-LD, meta elements and the page's address state. */

import { isRealDay } from '../../date/calendar-date.js';
import { readStamp, type StampData } from '../../date/index.js';
import type { DateTrust } from '../metadata/data.js';
import { type JsonLdNode, stringsOf } from '../metadata/json-ld.js';
import type { MetaTags } from '../metadata/meta-tags.js';
import type { DateCandidate } from './candidate.js';

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
  for (const row of trust.meta)
    for (const name of row.names)
      for (const text of tags.get(name) ?? []) {
        const value = readStamp(text, stamps, language);
        if (value) found.push({ value, text, kind: row.kind, source: row.id, weight: row.weight });
      }
  return found;
}

const IN_PATH = /\/((?:19|20)\d\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;
const IN_NAME = /(?:^|[^\d])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[^\d]|$)/;

/** The day in a page's own address: `/2016/12/03/`, `-20161203.html`. */
export function urlDates(url: string | undefined, { trust }: DateReading): DateCandidate[] {
  if (!url || url.length > 4_000) return [];
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  const inPath = IN_PATH.exec(path);
  const inName = inPath ? null : IN_NAME.exec(path);
  const [year, month, day] = inPath ? inPath.slice(1) : inName ? [inName[1], inName[3], inName[4]] : [];
  if (!year || !month || !day || !isRealDay(Number(year), Number(month), Number(day))) return [];
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [source, weight] = inPath ? ['url/path', trust.url.path] : ['url/name', trust.url.name];
  return [{ value, text: url, kind: 'published', source: String(source), weight: Number(weight) }];
}
