/** What a source lists: bytes of a feed, a sitemap or a sitemap index. */
import { Readable } from 'node:stream';
import { decodeBytes, type FeedItem, feedItems, largestInput, readBody } from '../article/index.js';
import { looksLikeSitemap, parseSitemap, type SitemapEntry } from './sitemap.js';

export type Listing =
  | { readonly kind: 'feed'; readonly items: readonly FeedItem[] }
  | { readonly kind: 'urlset' | 'index'; readonly entries: readonly SitemapEntry[] }
  /** Neither: a sentence. */
  | { readonly kind: 'none'; readonly why: string };

const none = (why: string): Listing => ({ kind: 'none', why });

/** `url`: what relative addresses in it are relative to. */
export async function listingOf(bytes: Uint8Array, contentType: string, url: string): Promise<Listing> {
  const plain = await ungzipped(bytes);
  if (!plain) return none('Its gzip data are damaged or too large.');
  const decoded = decodeBytes(plain, contentType);
  if (!decoded.ok) return none(decoded.why);
  const { text } = decoded;
  if (text.trim() === '') return none('It is empty.');
  if (looksLikeSitemap(text)) return parseSitemap(text);
  if (/^\s*<(?:!doctype html|html)[\s>]/iu.test(text))
    return none('It is a page, no feed or sitemap; give the address of its feed.');
  const items = feedItems(text);
  return typeof items === 'string'
    ? none(items)
    : { kind: 'feed', items: items.map((item) => absolute(item, url)) };
}

/** Sitemaps are often kept as `.xml.gz`, which is no encoding of the way. */
async function ungzipped(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const read = await readBody(Readable.from([bytes]), 'gzip', largestInput).catch(() => undefined);
  return read?.ok ? read.bytes : undefined;
}

function absolute({ url, ...item }: FeedItem, base: string): FeedItem {
  const words = url?.trim() ?? '';
  if (words === '' || !URL.canParse(words, base)) return item;
  const { href, protocol } = new URL(words, base);
  return /^https?:$/u.test(protocol) ? { ...item, url: href } : item;
}
