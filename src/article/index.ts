/**
 * @module
 * The door of `article/`: bytes of any kind become Articles. Pure but for `loadArticles` (reads data/article)
 * and `fetchArticleBytes` (reads one URL).
 */
export { loadArticles } from './data.js';
export type { FeedItem } from './feed/item.js';
export { feedItems, singleItemFeed } from './feed/items.js';
export { readBody } from './fetch/body.js';
export { type FetchOptions, type FetchOutcome, fetchArticleBytes } from './fetch/fetch.js';
export { articleId } from './id.js';
export { kindOfBytes } from './input/bytes.js';
export { decodeBytes } from './input/decode.js';
export { readArticles } from './input/read.js';
export { articleFromJsonLine } from './jsonl/record.js';
export { largestInput } from './limits.js';
export { type ArticleOutcome, type ArticleSource, failed, type InputError } from './outcome.js';
export { parsePublished } from './stamp.js';
