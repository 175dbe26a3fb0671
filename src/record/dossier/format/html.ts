/** A dossier as one self-contained page. No script and no request: style alone. */
import { readFileSync } from 'node:fs';
import { packageFile } from '../../../package-root.js';
import type { Cite, DossierPage, Quote } from '../page.js';
import { dayWords } from '../words.js';
import { chart } from './chart.js';
import { escaped } from './escape.js';
import { style } from './html-style.js';
import {
  type Line,
  type Mark,
  outlineOf,
  type Part,
  type Piece,
  type Section,
  type Table,
} from './outline.js';

export function toHtml(page: DossierPage): string {
  const { title, intro, sections } = outlineOf(page);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="${escaped(generator())}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${paragraphs(intro)}
<nav aria-label="Parts"><ul>${sections.map(({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

const generator = (): string => {
  const { name, version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return `${name} ${version}`;
};

const paragraphs = (intro: readonly (readonly Piece[])[]): string =>
  intro.map((pieces) => `<p>${written(pieces)}</p>`).join('\n');

const sectionHtml = ({ id, title, intro = [], parts }: Section): string => `<section id="${id}">
<h2>${escaped(title)}</h2>
${[paragraphs(intro), ...parts.map(partHtml)].filter((text) => text !== '').join('\n')}
</section>`;

const partHtml = ({ title, lines, chart: relation, table, note }: Part): string =>
  [
    title === undefined ? '' : `<h3>${escaped(title)}</h3>`,
    lines.length === 0 ? '' : `<ul class="lines">\n${lines.map(lineHtml).join('\n')}\n</ul>`,
    relation === undefined ? '' : chart(relation),
    table === undefined ? '' : tableHtml(table),
    note === undefined ? '' : `<p class="faint">${escaped(note)}</p>`,
  ]
    .filter((text) => text !== '')
    .join('\n');

function lineHtml({ head, source, quotes = [], marks = [], folded, lines = [] }: Line): string {
  const id = source === undefined ? '' : ` id="source-${source}"`;
  const more =
    folded === undefined
      ? ''
      : `<details><summary>${escaped(folded.summary)}</summary>${folded.quotes.map(quoted).join('')}</details>`;
  const under = lines.length === 0 ? '' : `<ul class="lines">${lines.map(lineHtml).join('')}</ul>`;
  return `<li${id}><p class="head">${written(head)}</p>${quotes.map(quoted).join('')}${marks.map(markHtml).join('')}${more}${under}</li>`;
}

const markHtml = ({ kind, label, text, quotes = [] }: Mark): string =>
  `<div class="mark ${kind}"><p><strong>${escaped(label)}</strong> ${written(text)}</p>${quotes.map(quoted).join('')}</div>`;

const quoted = ({ text, cite, copies = [] }: Quote): string => {
  const same = copies.length === 0 ? '' : `; copied or shared by ${copies.map(cited).join('; ')}`;
  return `<blockquote>${escaped(text)} <cite>${cited(cite)}${same}</cite></blockquote>`;
};

const cited = ({ outlet, day, number }: Cite): string =>
  `${escaped(outlet)}${day === undefined ? '' : `, ${dayWords(day)}`} <a href="#source-${number}">[${number}]</a>`;

const written = (pieces: readonly Piece[]): string => pieces.map(pieceHtml).join('').trim();

function pieceHtml(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('strong' in piece) return `<strong>${escaped(piece.strong)}</strong>`;
  if ('faint' in piece) return `<span class="faint">${escaped(piece.faint)}</span>`;
  if ('cite' in piece) return `<cite>${cited(piece.cite)}</cite>`;
  // Only what leads to the web is a link: a report's own address may be anything.
  return /^https?:\/\//iu.test(piece.url)
    ? `<a href="${escaped(piece.url)}" rel="noreferrer">${escaped(piece.link)}</a>`
    : escaped(piece.link);
}

function tableHtml({ columns, rows }: Table): string {
  const body = rows.map(([first = '', ...cells]) => {
    const [only] = cells;
    const rest =
      cells.length === 1 && only !== undefined
        ? `<td class="gap" colspan="${columns.length - 1}">${escaped(only === 'none' ? 'nothing read' : only)}</td>`
        : cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(first)}</th>${rest}</tr>`;
  });
  return `<div class="wide"><table>
<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}
