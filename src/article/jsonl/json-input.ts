/** A JSON document, a JSON feed or JSON lines: one article for each record. */
import type { ArticleData } from '../data.js';
import { isJsonFeed, jsonFeedArticles } from '../feed/json-feed.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { parseJson } from './json.js';
import { articleFromJsonLine, articleFromRecord, isRecord } from './record.js';

export function* jsonArticles(
  text: string,
  source: ArticleSource,
  data: ArticleData,
): Generator<ArticleOutcome, void, undefined> {
  const whole = parseJson(text);
  if (whole.ok) yield* documentArticles(whole.value, source, data);
  else if (isLines(text)) yield* lineArticles(text, source, data);
  else {
    const message = `This is no JSON: ${whole.why}.`;
    yield failed('input/bad-json', source.from, message, `line ${whole.line}, column ${whole.column}`);
  }
}

function* documentArticles(
  value: unknown,
  source: ArticleSource,
  data: ArticleData,
): Generator<ArticleOutcome> {
  if (isJsonFeed(value)) yield* jsonFeedArticles(value, source, data);
  else if (Array.isArray(value) && value.length > 0)
    for (const [at, item] of value.entries()) yield articleFromRecord(item, source, `item ${at + 1}`, data);
  else if (isRecord(value)) yield articleFromRecord(value, source, undefined, data);
  else yield failed('input/empty', source.from, 'The JSON holds no report.');
}

/** More than one line, and one of the first is a whole object. */
function isLines(text: string): boolean {
  const lines = text.split('\n', 8).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.some((line) => /^\s*\{.*\}\s*$/u.test(line) && parseJson(line).ok);
}

function* lineArticles(text: string, source: ArticleSource, data: ArticleData): Generator<ArticleOutcome> {
  let from = 0;
  for (let line = 1; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const words = text.slice(from, end < 0 ? undefined : end).trim();
    from = end < 0 ? text.length : end + 1;
    if (words !== '') yield articleFromJsonLine(words, { ...source, line }, data);
  }
}
