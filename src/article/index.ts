/**
 * @module
 * The door of `article/`: bytes of any kind become Articles. Pure but for `loadArticles` (reads data/article)
 * and `fetchArticleBytes` (reads one URL).
 */
export { type ArticleData, loadArticles } from './data.js';
export { type FetchOptions, type FetchOutcome, fetchArticleBytes } from './fetch/fetch.js';
export { readArticles } from './input/read.js';
export { articleFromJsonLine } from './jsonl/record.js';
export { largestInput, longestArticle } from './limits.js';
export type { ArticleOutcome, ArticleSource, InputError, InputErrorCode } from './outcome.js';
export { parsePublished } from './stamp.js';
