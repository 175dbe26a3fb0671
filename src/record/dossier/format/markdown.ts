/** A dossier as CommonMark with tables: headings, a list item a line, sentences as block quotes, sources as link references. */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Cite, DossierPage, Quote } from '../page.js';
import { dayWords } from '../words.js';
import {
  type Line,
  type Mark,
  outlineOf,
  type Part,
  type Piece,
  type Section,
  type Table,
} from './outline.js';

export function toMarkdown(page: DossierPage): string {
  return `${[...linesOf(page, marked), '', ...references(page)].join('\n').trimEnd()}\n`;
}

/** The same for reading on a terminal: wrapped, without the marks that only a renderer needs. @param width Columns. */
export function toTerminal(page: DossierPage, width: number): string {
  const lines = linesOf(page, unmarked).flatMap((line) => wrapped(line, Math.max(30, width)));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** How words are written down. */
interface Ink {
  text(text: string): string;
  strong(text: string): string;
  link(text: string, url: string): string;
}

/** One line, with the characters that mean something in CommonMark escaped. */
const plain = (text: string): string => onOneLine(text).replace(/[\\`*_[\]<>#|~&]/gu, '\\$&');
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ');

const marked: Ink = {
  text: plain,
  strong: (text) => `**${plain(text)}**`,
  link: (text, url) => `[${plain(text)}](<${url.replace(/[<>\s]/gu, encodeURIComponent)}>)`,
};
const unmarked: Ink = {
  text: onOneLine,
  strong: onOneLine,
  link: (text, url) => `${onOneLine(text)} <${url}>`,
};

function linesOf(page: DossierPage, ink: Ink): string[] {
  const { title, intro, sections } = outlineOf(page);
  return [
    `# ${ink.text(title)}`,
    ...intro.flatMap((pieces) => ['', written(pieces, ink)]),
    ...sections.flatMap((section) => sectionLines(section, ink)),
  ];
}

function sectionLines({ title, intro = [], parts }: Section, ink: Ink): string[] {
  return [
    '',
    `## ${ink.text(title)}`,
    ...intro.flatMap((pieces) => ['', written(pieces, ink)]),
    ...parts.flatMap((part) => partLines(part, ink)),
  ];
}

function partLines({ title, lines, table, note }: Part, ink: Ink): string[] {
  return [
    ...(title === undefined ? [] : ['', `### ${ink.text(title)}`]),
    ...(lines.length === 0 ? [] : ['', ...lines.flatMap((line) => itemLines(line, ink, ''))]),
    ...(table === undefined ? [] : ['', ...tableLines(table, ink)]),
    ...(note === undefined ? [] : ['', ink.text(note)]),
  ];
}

function itemLines(
  { head, quotes = [], marks = [], folded, lines = [] }: Line,
  ink: Ink,
  indent: string,
): string[] {
  const inner = `${indent}  `;
  return [
    `${indent}- ${written(head, ink)}`,
    ...quotes.flatMap((quote) => [quoted(quote, ink, inner), ...between(inner)]).slice(0, -1),
    ...marks.flatMap((mark) => markLines(mark, ink, inner)),
    ...(folded === undefined
      ? []
      : [
          `${inner}- ${ink.text(folded.summary)}`,
          ...folded.quotes
            .map((quote) => quoted(quote, ink, `${inner}  `))
            .flatMap((line) => [line, ...between(`${inner}  `)])
            .slice(0, -1),
        ]),
    ...lines.flatMap((line) => itemLines(line, ink, inner)),
  ];
}

/** Two block quotes in a row would be one. */
const between = (_indent: string): string[] => [''];

const markLines = ({ label, text, quotes = [] }: Mark, ink: Ink, indent: string): string[] => [
  `${indent}- ${ink.strong(label)} ${written(text, ink)}`.trimEnd(),
  ...quotes.flatMap((quote) => [quoted(quote, ink, `${indent}  `), '']).slice(0, -1),
];

const quoted = ({ text, cite, copies = [] }: Quote, ink: Ink, indent: string): string => {
  const same =
    copies.length === 0 ? '' : `; copied or shared by ${copies.map((copy) => cited(copy, ink)).join('; ')}`;
  return `${indent}> ${ink.text(text)} — ${cited(cite, ink)}${same}`;
};

const cited = ({ outlet, day, number }: Cite, ink: Ink): string =>
  `${ink.text(outlet)}${day === undefined ? '' : `, ${dayWords(day)}`} [${number}]`;

const written = (pieces: readonly Piece[], ink: Ink): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return ink.text(piece);
      if ('strong' in piece) return ink.strong(piece.strong);
      if ('faint' in piece) return ink.text(piece.faint);
      return 'link' in piece ? ink.link(piece.link, piece.url) : cited(piece.cite, ink);
    })
    .join('')
    .trimEnd();

/** Columns as wide as their widest cell, so that the text itself can be read. */
function tableLines({ columns, rows }: Table, ink: Ink): string[] {
  const cells = [columns, ...rows.map((row) => [...row, ...columns.slice(row.length).map(() => '')])].map(
    (row) => row.map(ink.text),
  );
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => stringWidth(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => padded(cell, widths[at] ?? 0, at > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)];
}

const padded = (cell: string, width: number, right: boolean): string => {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return right ? blank + cell : cell + blank;
};

/** `[3]` in the text leads to the report. */
const references = ({ sources }: DossierPage): string[] =>
  sources
    .flatMap(({ reports }) => reports)
    .flatMap(({ number, url }) =>
      url === undefined ? [] : `[${number}]: <${url.replace(/[<>\s]/gu, encodeURIComponent)}>`,
    );

/** Later lines of an item or quote stand under its first. Tables stay as they are. */
function wrapped(line: string, width: number): string[] {
  if (line.startsWith('|')) return [line];
  const [lead = ''] = /^\s*(?:- |> )?/u.exec(line) ?? [];
  const under = lead.replace('- ', '  ');
  const rest = wrapAnsi(line.slice(lead.length), Math.max(20, width - lead.length), { hard: false }).split(
    '\n',
  );
  return rest.map((part, at) => `${at === 0 ? lead : under}${part}`);
}
