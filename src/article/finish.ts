/** What a format gave becomes an Article: identity, language, and what the source says where the report is silent. */
import type { LogEntry, Note } from '../log.js';
import type { Span } from '../span.js';
import type { Article, Paragraph, ParagraphKind, Stamp } from './article.js';
import type { ArticleData } from './data.js';
import { articleId } from './id.js';
import { identifyLanguage } from './language.js';
import { grouped, longestArticle } from './limits.js';
import { type ArticleOutcome, type ArticleSource, failed } from './outcome.js';
import { stampOf } from './stamp.js';

/** An Article as its format gives it. */
export interface Draft extends Omit<Article, 'id' | 'from' | 'language'> {
  /** Of the metadata: `en-GB`. */
  readonly languageHint?: string;
  readonly notes: readonly Note[];
  readonly log: readonly LogEntry[];
}

/** `place`: where in the input the article stands, for errors. */
export function finished(
  draft: Draft,
  source: ArticleSource,
  data: ArticleData,
  place?: string,
): ArticleOutcome {
  const { languageHint, notes, log, ...known } = withoutNull(draft);
  const { text } = known;
  if (!known.paragraphs.some(({ kind }) => isRead.has(kind)))
    return failed('input/no-text', source.from, noText(log), place);
  if (text.length > longestArticle) return failed('input/too-large', source.from, tooLong(text), place);
  const published = known.published ?? givenDate(source.published);
  const url = known.url ?? source.url;
  const outlet = known.outlet ?? source.outlet;
  const language = identifyLanguage(bodyWords(text, known.paragraphs), data.english, languageHint);
  const article: Article = {
    id: articleId(text),
    from: withoutNull(source.from),
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    headline: known.headline,
    ...optional('dek', known.dek),
    ...optional('byline', known.byline),
    ...optional('agency', known.agency),
    ...(known.dateline ? { dateline: known.dateline } : {}),
    language,
    ...(published ? { published } : {}),
    ...(known.updated ? { updated: known.updated } : {}),
    text,
    paragraphs: known.paragraphs,
  };
  return { ok: true, article, notes, log: [...log, ...languageLog(language)] };
}

/** No database and no XML takes the character 0: it becomes U+FFFD, one for one, so that spans hold. */
function withoutNull<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD') as Value;
  if (Array.isArray(value)) return value.map(withoutNull) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutNull(each)])) as Value;
}

const isRead: ReadonlySet<ParagraphKind> = new Set(['headline', 'dek', 'body', 'heading']);

const noText = (log: readonly LogEntry[]): string =>
  [
    'There is no text of a report in it.',
    ...log.filter(({ code }) => code === 'article/page-cut').map(({ message }) => message),
  ].join(' ');

const tooLong = (text: string): string =>
  `It has ${grouped(text.length)} characters; one report may have ${grouped(longestArticle)}. Split it into its reports.`;

const optional = <Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { [K in Key]?: string });

const givenDate = (value: string | undefined): Stamp | undefined =>
  value === undefined ? undefined : stampOf(value);

/** The first paragraphs of the body: a foot line may be of another language. */
function bodyWords(text: string, paragraphs: readonly Paragraph[]): string {
  let words = '';
  for (const kind of ['body', 'dek', 'headline', 'heading'] as const)
    for (const paragraph of paragraphs)
      if (paragraph.kind === kind && words.length < 1000) words += `${sliceOf(text, paragraph.span)} `;
  return words;
}

const sliceOf = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 1000));

function languageLog(language: string): LogEntry[] {
  if (language === 'en') return [];
  const message =
    language === 'und'
      ? 'The language of the text cannot be told; only English is read, so nothing more is.'
      : `The text is in ${languageName(language)}; only English is read, so nothing more is.`;
  return [{ code: 'article/not-english', stage: 'article', message }];
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

const languageName = (code: string): string => names.of(code) ?? code;
