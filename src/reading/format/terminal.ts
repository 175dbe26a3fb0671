/** A Reading for a person at a terminal: what happened first, each line with its sentence. */
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { type Outline, outlineOf, type Row, type RowKind } from '../outline.js';
import type { Reading } from '../reading.js';
import { excerpt, keywordInContext, onOneLine, type Piece } from './excerpt.js';

export interface TerminalOptions {
  /** Columns; text is wrapped to it. Default 80, never under 30. */
  readonly width?: number;
  /** ANSI colours. Default false. */
  readonly color?: boolean;
}

/** Rows of these kinds are many: one line of context each instead of the whole sentence. */
const brief: ReadonlySet<RowKind> = new Set(['actor', 'place', 'time']);

export function toTerminal(reading: Reading, options: TerminalOptions = {}): string {
  const width = Math.max(30, options.width ?? 80);
  const ink = pc.createColors(options.color ?? false);
  const outline = outlineOf(reading);
  const show = (row: Row) => rowLines(row, reading.article.text, width, ink);
  const sections = outline.sections.flatMap(({ title, rows }) => [
    '',
    ink.bold(ink.cyan(title.toUpperCase())),
    ...rows.flatMap(show),
  ]);
  return `${[...headLines(outline, width, ink), ...sections].join('\n')}\n`;
}

type Ink = ReturnType<typeof pc.createColors>;

function headLines(outline: Outline, width: number, ink: Ink): string[] {
  const masthead = outline.masthead.map(onOneLine).join(' · ');
  return [
    ink.bold(wrapped(onOneLine(outline.headline), width)),
    ...(masthead ? [ink.dim(wrapped(masthead, width))] : []),
    ...(outline.dek ? [ink.italic(wrapped(onOneLine(outline.dek), width))] : []),
  ];
}

function rowLines(row: Row, text: string, width: number, ink: Ink): string[] {
  const indent = '    ';
  const inner = width - indent.length;
  const label = labelInk(row.kind, ink)(row.label);
  const head = `${label}  ${ink.bold(onOneLine(row.title))}`;
  const details = row.details.map(onOneLine).join(' · ');
  const oneLine = brief.has(row.kind) && details !== '';
  const lines = [wrapped(oneLine ? `${head}  ${ink.dim(details)}` : head, width - 2)];
  if (details && !oneLine) lines.push(indented(wrapped(details, inner - 2), '  '));
  const pieces = excerpt(text, row);
  if (pieces.length > 0 && row.kind !== 'log') {
    const shown = brief.has(row.kind) ? keywordInContext(pieces, inner - 4) : pieces;
    lines.push(indented(wrapped(quoted(shown, ink), inner - 2), '  '));
  }
  return lines.map((line) => indented(line, '  '));
}

const quoted = (pieces: readonly Piece[], ink: Ink): string =>
  `${ink.dim('│ ')}${pieces.map(({ text, marked }) => (marked ? ink.underline(text) : ink.dim(text))).join('')}`;

function labelInk(kind: RowKind, ink: Ink): (text: string) => string {
  if (kind === 'event') return ink.green;
  if (kind === 'dispute') return ink.red;
  if (kind === 'statement') return ink.magenta;
  if (kind === 'note') return ink.yellow;
  if (kind === 'log') return ink.dim;
  return ink.blue;
}

const wrapped = (text: string, width: number): string => wrapAnsi(text, width, { hard: true, trim: true });

const indented = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
