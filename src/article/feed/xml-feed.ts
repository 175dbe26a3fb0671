/** RSS, Atom and RDF feeds. */
import type * as Feedsmith from 'feedsmith';
import type { AnyFeed } from 'feedsmith';
import { onDemand } from '../../on-demand.js';
import type { ArticleData } from '../data.js';
import { mostItems } from '../limits.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { type FeedItem, itemArticle, tooMany } from './item.js';

const feedsmith = onDemand<typeof Feedsmith>('feedsmith');

export function* xmlFeedArticles(
  text: string,
  source: ArticleSource,
  data: ArticleData,
): Generator<ArticleOutcome, void, undefined> {
  const items = xmlFeedItems(text);
  if (typeof items === 'string') {
    yield failed('input/bad-feed', source.from, items);
    return;
  }
  if (items.length === 0) yield failed('input/empty', source.from, 'The feed has no items.');
  for (const [at, item] of items.slice(0, mostItems).entries()) yield itemArticle(item, at + 1, source, data);
  if (items.length > mostItems) yield tooMany(source.from);
}

/** The items, one more at most than are read, or a sentence that says why there are none. */
export function xmlFeedItems(text: string): FeedItem[] | string {
  const feed = parsedFeed(text);
  return typeof feed === 'string' ? feed : itemsOf(feed);
}

/** The feed, or a sentence that says why it is none. */
function parsedFeed(text: string): AnyFeed<string> | string {
  // An entity that is declared in the document can stand for any amount of text (billion laughs); no feed needs one.
  if (/<!ENTITY/iu.test(text)) return 'The feed declares XML entities, which no feed needs; it was not read.';
  try {
    return feedsmith().parseFeed(text, { maxItems: mostItems + 1 });
  } catch {
    return 'This is no RSS, Atom or RDF feed that can be read; its XML may be broken or cut short.';
  }
}

function itemsOf(parsed: AnyFeed<string>): FeedItem[] {
  if (parsed.format === 'rss') {
    const { feed } = parsed;
    return (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      content: longest(item.content?.encoded, item.description),
      summary: item.description,
      url: item.link ?? (/^https?:/u.test(item.guid?.value ?? '') ? item.guid?.value : undefined),
      published: item.pubDate ?? item.dc?.dates?.[0],
      updated: item.atom?.updated,
      byline: namesOf(item.dc?.creators ?? item.authors?.map(({ name }) => name)),
      outlet: item.source?.title ?? feed.title,
      language: feed.language,
    }));
  }
  if (parsed.format === 'atom') {
    const { feed } = parsed;
    return (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      content: longest(entry.content?.value, entry.summary?.value),
      summary: entry.summary?.value,
      url: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])
        ?.href,
      published: entry.published,
      updated: entry.updated,
      byline: namesOf((entry.authors ?? feed.authors)?.map(({ name }) => name)),
      outlet: entry.source?.title?.value ?? feed.title?.value,
      language: feed.xml?.lang,
    }));
  }
  if (parsed.format === 'rdf') {
    const { feed } = parsed;
    return (feed.items ?? []).map((item) => ({
      title: item.title,
      content: longest(item.content?.encoded, item.description),
      summary: item.description,
      url: item.link,
      published: item.dc?.dates?.[0],
      byline: namesOf(item.dc?.creators),
      outlet: feed.title,
      language: feed.dc?.languages?.[0],
    }));
  }
  return [];
}

/** Many feeds repeat the first words of the content as its summary. */
const longest = (content: string | undefined, summary: string | undefined): string | undefined =>
  (content?.length ?? 0) >= (summary?.length ?? 0) ? content : summary;

const namesOf = (names: readonly (string | undefined)[] | undefined): string | undefined => {
  const known = (names ?? []).filter((name) => name !== undefined && name !== '');
  return known.length === 0 ? undefined : known.slice(0, 20).join(', ');
};
