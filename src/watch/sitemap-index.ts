/** The sitemaps that an index names: those that may hold news are looked at. */
import type { FeedItem } from '../article/index.js';
import type { Got, Version } from './client.js';
import { day } from './clock.js';
import { listingOf } from './listing.js';
import { badListing, type Look, type LookOptions } from './looked.js';
import { type News, newsIn, timeOf } from './news.js';
import type { SitemapEntry } from './sitemap.js';
import type { Child, SourceState } from './state.js';

/** Of an index that names more, the newest are looked at. */
const mostLooked = 20;
const mostFaults = 5;

type Failed = Extract<Got, { kind: 'later' | 'failed' }>;

/** `version`: of the index. */
export async function lookAtSitemaps(
  listed: readonly SitemapEntry[],
  version: Version,
  state: SourceState,
  options: LookOptions,
): Promise<Look> {
  const changed = listed.filter((entry) => mayHoldNews(entry, state.children[entry.url], options.oldest));
  const chosen = newestFirst(changed).slice(0, mostLooked);
  const children: Record<string, Child> = Object.fromEntries(
    listed.map(({ url, date }) => [url, { read: false, ...state.children[url], lastmod: date }]),
  );
  const items: FeedItem[] = [];
  const noted: FeedItem[] = [];
  const failures: Failed[] = [];
  const faults: string[] = [];
  for (const entry of chosen) {
    const looked = await lookAtSitemap(entry, state, options);
    if (looked.kind === 'ok') {
      items.push(...looked.items);
      noted.push(...looked.noted);
      children[entry.url] = looked.child;
    } else {
      failures.push(looked);
      faults.push(
        `${entry.url}: ${looked.kind === 'failed' ? looked.error.message : 'its host is asked later.'}`,
      );
    }
  }
  const [failure] = failures;
  if (failure && failures.length === chosen.length) return failure;
  if (changed.length > chosen.length)
    faults.unshift(`Of ${changed.length} sitemaps the newest ${chosen.length} were looked at.`);
  return {
    kind: 'ok',
    items,
    noted,
    remembered: { etag: version.etag, lastModified: version.lastModified, children },
    ...(faults.length > 0 ? { message: faults.slice(0, mostFaults).join(' ') } : {}),
  };
}

/** An index may date a sitemap by the day, in any zone: a day is added. */
function mayHoldNews({ date }: SitemapEntry, before: Child | undefined, oldest: number): boolean {
  const at = timeOf(date);
  if (at === undefined) return true;
  return at >= oldest - day && !(before?.read && before.readAs === date);
}

const newestFirst = (entries: readonly SitemapEntry[]): SitemapEntry[] =>
  [...entries].sort((a, b) => (timeOf(b.date) ?? 0) - (timeOf(a.date) ?? 0));

async function lookAtSitemap(
  { url, date }: SitemapEntry,
  state: SourceState,
  { client, oldest, signal }: LookOptions,
): Promise<(News & { readonly kind: 'ok'; readonly child: Child }) | Failed> {
  const before = state.children[url];
  const got = await client.get(url, before, signal);
  if (got.kind === 'failed' || got.kind === 'later') return got;
  const dated = date === undefined ? {} : { lastmod: date, readAs: date };
  if (got.kind === 'unchanged')
    return { kind: 'ok', items: [], noted: [], child: { ...before, ...dated, read: true } };
  const listing = await listingOf(got.bytes, got.contentType, got.url);
  if (listing.kind !== 'urlset') return badListing(url, 'A sitemap index names it, but it is no sitemap.');
  // What the index did not name before is new as a whole; what was passed over before may hold all of a site.
  const known = before ? before.read : state.known;
  return {
    kind: 'ok',
    ...newsIn(listing.entries, known, oldest),
    child: { ...got.version, ...dated, read: true },
  };
}
