/** Bytes of any kind become Articles. */
import type { ArticleData } from '../data.js';
import { xmlFeedArticles } from '../feed/xml-feed.js';
import { type Draft, finished } from '../finish.js';
import { htmlDraft } from '../html/article.js';
import { jsonArticles } from '../jsonl/json-input.js';
import { grouped, largestInput } from '../limits.js';
import { mailArticle } from '../mail/mail.js';
import { markdownDraft } from '../markdown/markdown.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { plainDraft } from '../text/plain.js';
import { decodeBytes } from './decode.js';
import { isMail, typeOf } from './detect.js';

/**
 * One outcome for each report of an input: a feed, a JSON array or JSON lines hold several, made as they are
 * asked for. Never throws for what the bytes hold; an item that can't be read is an outcome like the others.
 */
export function* readArticles(
  bytes: Uint8Array,
  source: ArticleSource,
  data: ArticleData,
): Generator<ArticleOutcome, void, undefined> {
  const { from } = source;
  if (bytes.length > largestInput) yield failed('input/too-large', from, tooLarge(bytes.length));
  else if (isMail(bytes)) yield mailArticle(bytes, source, data);
  else {
    const decoded = decodeBytes(bytes, source.contentType);
    if (!decoded.ok) yield failed('input/binary', from, decoded.why);
    else if (decoded.text.trim() === '') yield failed('input/empty', from, 'There is no text in it.');
    else yield* textArticles(decoded.text, source, data, decoded.log);
  }
}

const tooLarge = (size: number): string =>
  `It has ${grouped(size)} bytes; one input may have ${grouped(largestInput)}. Split it, or give its reports as JSON lines.`;

function* textArticles(
  text: string,
  source: ArticleSource,
  data: ArticleData,
  log: Draft['log'],
): Generator<ArticleOutcome, void, undefined> {
  const type = typeOf(text, source.contentType);
  if (type === 'feed') yield* xmlFeedArticles(text, source, data);
  else if (type === 'json') yield* jsonArticles(text, source, data);
  else {
    const draft = draftOf(type, text, source, data);
    yield finished({ ...draft, log: [...log, ...draft.log] }, source, data);
  }
}

function draftOf(
  type: 'html' | 'markdown' | 'text',
  text: string,
  { url }: ArticleSource,
  data: ArticleData,
): Draft {
  const stated = url === undefined ? {} : { url };
  if (type === 'html') return htmlDraft(text, data, stated);
  return type === 'markdown' ? markdownDraft(text, data, stated) : plainDraft(text, data, stated);
}
