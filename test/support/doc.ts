/** Docs for tests, from text alone. */
import type { Article, Paragraph, ParagraphKind } from '../../src/article/article.js';
import type { Doc } from '../../src/language/doc.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { trimmed } from '../../src/span.js';

export interface DocOptions {
  /** Publication date, as in `Stamp.value`. */
  readonly published?: string;
  /** Kind of every paragraph; `body` if not given. */
  readonly kind?: ParagraphKind;
  /** Kinds of the first paragraphs, before `kind` applies: `['headline', 'dek']`. */
  readonly paragraphs?: readonly ParagraphKind[];
}

const read = makeDoc(loadLanguage());

/** An article whose paragraphs are separated by empty lines. */
export function articleOf(text: string, options: DocOptions = {}): Article {
  const paragraphs = paragraphSpans(text).map(
    (span, nth): Paragraph => ({ kind: options.paragraphs?.[nth] ?? options.kind ?? 'body', span }),
  );
  const headline = paragraphs.find(({ kind }) => kind === 'headline')?.span;
  return {
    id: `sha256:${'0'.repeat(64)}`,
    from: 'test',
    headline: headline ? text.slice(headline.start, headline.end) : '',
    language: 'en',
    ...(options.published === undefined
      ? {}
      : { published: { value: options.published, text: options.published } }),
    text,
    paragraphs,
  };
}

export const docOf = (text: string, options: DocOptions = {}): Promise<Doc> => read(articleOf(text, options));

function paragraphSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const part of text.split(/(\n[ \t]*\n\s*)/u)) {
    const span = trimmed(text, { start, end: start + part.length });
    if (span.end > span.start) spans.push(span);
    start += part.length;
  }
  return spans;
}
