/** Articles for the tests of this folder. */
import { type ArticleOutcome, loadArticles, readArticles } from '../../src/article/index.js';

export const data = loadArticles();

export const read = (input: string | Uint8Array, contentType?: string): ArticleOutcome[] => [
  ...readArticles(
    typeof input === 'string' ? new TextEncoder().encode(input) : input,
    { from: 'test', ...(contentType === undefined ? {} : { contentType }) },
    data,
  ),
];

/** The only outcome, which must be an article. */
export function articleIn(input: string | Uint8Array, contentType?: string) {
  const [outcome] = read(input, contentType);
  if (!outcome?.ok) throw new Error(`no article: ${JSON.stringify(outcome)}`);
  return outcome.article;
}

/** `code place`, or `ok`, of each outcome. */
export const codes = (input: string | Uint8Array): string[] =>
  read(input).map((outcome) =>
    outcome.ok ? 'ok' : [outcome.error.code, outcome.error.place].filter(Boolean).join(' '),
  );

/** As the tables of cases show it. */
export function shown(input: string): string {
  const article = articleIn(input);
  const { outlet, byline, agency, published, updated, dateline, language, text } = article;
  const filed = dateline && [dateline.place, dateline.date?.value].filter(Boolean).join(' | ');
  const facts = {
    outlet,
    byline,
    agency,
    published: published?.value,
    updated: updated?.value,
    dateline: filed,
    language,
  };
  return [
    ...Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    ...article.paragraphs.map(
      ({ kind, span }) => `${kind} | ${text.slice(span.start, span.end).replaceAll('\n', '⏎')}`,
    ),
  ].join('\n');
}
