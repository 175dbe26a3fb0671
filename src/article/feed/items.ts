/** The items of a feed, before they are read: what a watcher needs to tell old from new. */
import { parseJson } from '../jsonl/json.js';
import type { FeedItem } from './item.js';
import { isJsonFeed, jsonFeedItems } from './json-feed.js';
import { xmlFeedItems } from './xml-feed.js';

/** In: decoded text. Out: the items, or a sentence that says why there are none. */
export function feedItems(text: string): readonly FeedItem[] | string {
  if (!text.trimStart().startsWith('{')) return xmlFeedItems(text);
  const whole = parseJson(text);
  if (!whole.ok) return `This is no JSON: ${whole.why}.`;
  return isJsonFeed(whole.value) ? jsonFeedItems(whole.value) : 'The JSON is no JSON Feed.';
}

/** An item as a feed of its own, from which the same article is read as from the feed it stood in. */
export function singleItemFeed({ outlet, language, byline, ...item }: FeedItem): Uint8Array {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet,
    language,
    items: [
      {
        id: item.id,
        url: item.url,
        title: item.title,
        content_html: item.content,
        summary: item.summary,
        date_published: item.published,
        date_modified: item.updated,
        authors: byline === undefined ? undefined : [{ name: byline }],
      },
    ],
  };
  return new TextEncoder().encode(JSON.stringify(feed));
}
