import { type Selectors, selectorsFor } from '../citation.js';
import { outlineOf, type RowKind } from '../outline.js';
import type { Reading } from '../reading.js';

export interface JsonOptions {
  /** `w3c` adds `annotations`: a Web Annotation for each row of the Reading. */
  readonly cite?: 'w3c';
}

/** https://www.w3.org/TR/annotation-model/ */
export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  /** `urn:` and the article's id, then the row's id as fragment. */
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'classifying';
  readonly body: { readonly type: 'TextualBody'; readonly format: 'text/plain'; readonly value: string };
  /** One target for each span. */
  readonly target: readonly { readonly source: string; readonly selector: Selectors }[];
}

const annotated: ReadonlySet<RowKind> = new Set([
  'event',
  'dispute',
  'statement',
  'actor',
  'place',
  'time',
  'note',
]);

/** A Web Annotation for each row that has a span; selectors are of the article's text. */
export function annotationsOf(reading: Reading): Annotation[] {
  const { article } = reading;
  const selectors = selectorsFor(article.text);
  return outlineOf(reading)
    .sections.flatMap(({ rows }) => rows)
    .filter(({ kind, spans }) => annotated.has(kind) && spans.length > 0)
    .map((row) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:${article.id}#${row.id}`,
      type: 'Annotation',
      motivation: 'classifying',
      body: { type: 'TextualBody', format: 'text/plain', value: `${row.label}: ${row.words ?? row.title}` },
      target: row.spans.map((span) => ({ source: article.url ?? article.id, selector: selectors(span) })),
    }));
}

const withCitations = (reading: Reading, { cite }: JsonOptions): object =>
  cite === 'w3c' ? { ...reading, annotations: annotationsOf(reading) } : reading;

export const toJson = (reading: Reading, options: JsonOptions = {}): string =>
  `${JSON.stringify(withCitations(reading, options), null, 2)}\n`;

/** One line; line separators inside the text are escaped, so that every reader of lines sees one. */
export const toJsonLine = (reading: Reading, options: JsonOptions = {}): string =>
  `${JSON.stringify(withCitations(reading, options)).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
