/** JSON Feed 1.0 and 1.1, https://www.jsonfeed.org */
import type { ArticleData } from '../data.js';
import { mostItems } from '../limits.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { type FeedItem, itemArticle, tooMany } from './item.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringIn = (fields: Fields, ...names: readonly string[]): string | undefined => {
  const value = names.map((name) => fields[name]).find((each) => typeof each === 'string' && each !== '');
  return typeof value === 'string' ? value : undefined;
};

export const isJsonFeed = (value: unknown): value is Fields =>
  isFields(value) &&
  typeof value.version === 'string' &&
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//u.test(value.version);

export function* jsonFeedArticles(
  feed: Fields,
  source: ArticleSource,
  data: ArticleData,
): Generator<ArticleOutcome, void, undefined> {
  const items: readonly unknown[] = Array.isArray(feed.items) ? feed.items : [];
  if (items.length === 0) yield failed('input/empty', source.from, 'The feed has no items.');
  for (const [at, item] of items.slice(0, mostItems).entries()) {
    yield isFields(item)
      ? itemArticle(feedItem(item, feed), at + 1, source, data)
      : failed('input/bad-feed', source.from, 'This item of the feed is no object.', `item ${at + 1}`);
  }
  if (items.length > mostItems) yield tooMany(source.from);
}

/** What the items say that are objects. */
export const jsonFeedItems = (feed: Fields): FeedItem[] =>
  (Array.isArray(feed.items) ? feed.items : []).filter(isFields).map((item) => feedItem(item, feed));

const feedItem = (item: Fields, feed: Fields): FeedItem => ({
  id: stringIn(item, 'id'),
  title: stringIn(item, 'title'),
  content: stringIn(item, 'content_html', 'content_text', 'summary'),
  summary: stringIn(item, 'summary'),
  url: stringIn(item, 'url', 'external_url'),
  published: stringIn(item, 'date_published'),
  updated: stringIn(item, 'date_modified'),
  byline: authorsOf(item) ?? authorsOf(feed),
  outlet: stringIn(feed, 'title'),
  language: stringIn(item, 'language') ?? stringIn(feed, 'language'),
});

/** `author` is version 1.0's. */
function authorsOf(fields: Fields): string | undefined {
  const authors: readonly unknown[] = Array.isArray(fields.authors) ? fields.authors : [fields.author];
  const names = authors.flatMap((author) => (isFields(author) ? (stringIn(author, 'name') ?? []) : []));
  return names.length === 0 ? undefined : names.slice(0, 20).join(', ');
}
