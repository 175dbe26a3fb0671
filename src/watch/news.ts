/** Which entries of a sitemap are news. */
import type { FeedItem } from '../article/index.js';
import type { SitemapEntry } from './sitemap.js';

export interface News {
  readonly items: readonly FeedItem[];
  /** Not to be read, only remembered: they were there before the watch began, or are old. */
  readonly noted: readonly FeedItem[];
}

/**
 * What says that it is older than `oldest` is none. Undated entries are news only where the sitemap was `known`
 * before they stood in it: else a whole site would be read.
 */
export function newsIn(entries: readonly SitemapEntry[], known: boolean, oldest: number): News {
  const items: FeedItem[] = [];
  const noted: FeedItem[] = [];
  for (const entry of entries) {
    const at = timeOf(entry.date);
    const isNews = at === undefined ? known : at >= oldest;
    (isNews ? items : noted).push(itemOf(entry));
  }
  return { items, noted };
}

const itemOf = ({ date, ...entry }: SitemapEntry): FeedItem => ({ ...entry, published: date });

export function timeOf(date: string | undefined): number | undefined {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? undefined : at;
}
