/** One look at what a source lists: its items, and what is to be remembered of it. */
import { listingOf } from './listing.js';
import { badListing, type Look, type LookOptions } from './looked.js';
import { type News, newsIn } from './news.js';
import type { SitemapEntry } from './sitemap.js';
import { lookAtSitemaps } from './sitemap-index.js';
import type { Source, SourceState } from './state.js';

/** Rejects only on abort. */
export async function look({ url }: Source, state: SourceState, options: LookOptions): Promise<Look> {
  const got = await options.client.get(url, state, options.signal);
  if (got.kind === 'unchanged') {
    const children = childrenOf(state);
    // An index that has not changed may name sitemaps that have.
    return children.length === 0 ? got : lookAtSitemaps(children, state, state, options);
  }
  if (got.kind !== 'ok') return got;
  const listing = await listingOf(got.bytes, got.contentType, got.url);
  if (listing.kind === 'none') return badListing(url, listing.why);
  if (listing.kind === 'index') return lookAtSitemaps(listing.entries, got.version, state, options);
  const news: News =
    listing.kind === 'feed'
      ? { items: listing.items, noted: [] }
      : newsIn(listing.entries, state.known, options.oldest);
  return { kind: 'ok', ...news, remembered: { ...got.version, children: {} } };
}

const childrenOf = ({ children }: SourceState): SitemapEntry[] =>
  Object.entries(children).map(([url, { lastmod }]) => ({ url, date: lastmod }));
