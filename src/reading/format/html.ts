/**
 * A Reading as one self-contained page: the report with every span marked, beside the rows that were read
 * from it, linked both ways. No script and no request: style alone.
 */
import { type Outline, outlineOf, type Row, type Section } from '../outline.js';
import type { Reading } from '../reading.js';
import { style } from './html-style.js';
import { type Segment, segmentsOf } from './segments.js';

export function toHtml(reading: Reading): string {
  const outline = outlineOf(reading);
  const rows = outline.sections.flatMap((section) => section.rows);
  const segments = segmentsOf(reading.article.text.length, rows);
  const anchors = firstSegments(segments);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="${escaped(reading.made.program)}">
<title>${escaped(outline.headline)}</title>
<style>${style}</style>
</head>
<body>
<main class="report" lang="${escaped(reading.article.language)}" dir="auto">
${header(outline)}
${paragraphs(reading, segments)}
</main>
<aside aria-label="What was read">
${outline.sections.map((section) => sectionHtml(section, anchors)).join('\n')}
<footer>${escaped(Object.values(reading.made).join(' · '))}</footer>
</aside>
</body>
</html>
`;
}

function header(outline: Outline): string {
  return `<p class="masthead">${outline.masthead.map(escaped).join(' · ')}</p>`;
}

/** Paragraphs as the article knows them; what lies between them (a repeated headline) is shown faintly. */
function paragraphs(reading: Reading, segments: readonly Segment<Row>[]): string {
  const { article } = reading;
  const blocks: string[] = [];
  let at = 0;
  const outside = (end: number) => {
    const rest = article.text.slice(at, end).trim();
    if (rest) blocks.push(`<p class="outside">${escaped(rest)}</p>`);
  };
  let next = 0;
  for (const { kind, span } of article.paragraphs) {
    outside(span.start);
    while ((segments[next]?.end ?? Infinity) <= span.start) next++;
    let inner = '';
    for (let i = next; i < segments.length; i++) {
      const segment = segments[i];
      if (segment === undefined || segment.start >= span.end) break;
      inner += segmentHtml(article.text, segment, span.start, span.end);
    }
    const tag = kind === 'headline' ? 'h1' : kind === 'heading' ? 'h2' : 'p';
    blocks.push(`<${tag} class="${kind}">${inner}</${tag}>`);
    at = span.end;
  }
  outside(article.text.length);
  return blocks.join('\n');
}

function segmentHtml(text: string, segment: Segment<Row>, from: number, to: number): string {
  const words = escaped(text.slice(Math.max(from, segment.start), Math.min(to, segment.end)));
  const [row] = segment.rows;
  if (row === undefined || words === '') return words;
  const labels = segment.rows.map(({ label, title }) => `${label}: ${title}`).join('\n');
  const kinds = [...new Set(segment.rows.map(({ kind }) => kind))].join(' ');
  return `<a class="mark ${kinds}" id="at-${segment.start}" href="#${row.id}" title="${escaped(labels)}">${words}</a>`;
}

/** Where in the text each row is first marked. */
function firstSegments(segments: readonly Segment<Row>[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { start, rows } of segments) {
    for (const { id } of rows) if (!first.has(id)) first.set(id, start);
  }
  return first;
}

const sectionHtml = ({ title, rows }: Section, anchors: ReadonlyMap<string, number>): string =>
  `<section><h2>${escaped(title)}</h2><ol>
${rows.map((row) => rowHtml(row, anchors.get(row.id))).join('\n')}
</ol></section>`;

function rowHtml(row: Row, at: number | undefined): string {
  const title = escaped(row.title);
  const head = at === undefined ? title : `<a href="#at-${at}">${title}</a>`;
  const details = [...row.details, ...(row.rule ? [`rule ${row.rule}`] : [])];
  const words = row.words ? `<q>${escaped(row.words)}</q>` : '';
  return `<li id="${row.id}" class="row ${row.kind}"><span class="label">${escaped(row.label)}</span> ${head}${words}${
    details.length > 0 ? `<span class="details">${details.map(escaped).join(' · ')}</span>` : ''
  }</li>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and as a quoted attribute; control characters other than white space are dropped. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .replace(/[&<>"']/gu, (character) => entities[character] ?? '');
