/** An item of a feed: what it is known by, whether it holds its report, and the job that it makes. */
import { createHash } from 'node:crypto';
import { type FeedItem, parsePublished, singleItemFeed } from '../article/index.js';
import type { Job } from '../reading/pool.js';

const digest = (words: string): string => createHash('sha256').update(words).digest('base64url').slice(0, 12);

const isNamed = (name: string | undefined): name is string => name !== undefined && name.trim() !== '';

/** By this an item is known again: its id, else its address, else its words. */
export const keyOf = ({ id, url, title, content }: FeedItem): string =>
  digest(isNamed(id) ? id : isNamed(url) ? url : `${title ?? ''}\0${content ?? ''}`);

/** By this its page is known again, under whatever id a feed names it. */
export const pageKeyOf = ({ url }: FeedItem): string | undefined => (isNamed(url) ? digest(url) : undefined);

/** Words from which a text is a report; teasers have fewer. */
const fewestWords = 120;

/** A machine cut it short, or says where more is. */
const isCut =
  /(?:…|\.\.\.|\[(?:…|\.{3}|&hellip;)\]|\b(?:read (?:more|on|the (?:full|rest))|continue reading|full story)\b.{0,60})[\s»→>]*$/iu;

export function hasFullText({ content = '' }: FeedItem): boolean {
  const text = content
    .replace(/<(script|style)\b.*?<\/\1>/gisu, ' ')
    .replace(/<[^<>]*>/gu, ' ')
    .trim();
  return (
    (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0) >= fewestWords &&
    !isCut.test(text.slice(-200))
  );
}

/** Read from what the feed itself says, as `demarche read FEED` reads it. */
export function feedJob(item: FeedItem, feed: string): Job {
  const place = `item ${(item.id ?? item.url ?? item.title ?? 'without a name').slice(0, 200)}`;
  return {
    kind: 'bytes',
    bytes: singleItemFeed(item),
    source: { from: feed, url: feed, contentType: 'application/feed+json' },
    within: { from: feed, place },
  };
}

/** Read from the item's page; the feed's date and outlet stand where the page says none. */
export function pageJob(
  { url: from, published, outlet }: FeedItem & { readonly url: string },
  {
    bytes,
    contentType,
    url,
  }: { readonly bytes: Uint8Array; readonly contentType: string; readonly url: string },
): Job {
  const date = published === undefined ? undefined : parsePublished(published);
  return {
    kind: 'bytes',
    bytes,
    source: {
      from,
      url,
      contentType,
      ...(date?.ok ? { published: date.stamp.value } : {}),
      ...(outlet === undefined ? {} : { outlet }),
    },
  };
}
