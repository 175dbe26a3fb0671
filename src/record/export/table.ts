/** Rows for a person at a terminal: columns as wide as they must be, one of them as wide as there is room. */
import pc from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { onOneLine } from '../../reading/format/excerpt.js';
import { batches, type Chunk } from './chunk.js';

export interface TableOptions {
  /** Columns of the terminal. Default 80, never under 30. */
  readonly width?: number;
  /** ANSI colours. Default false. */
  readonly color?: boolean;
}

export interface Table<Row> {
  readonly columns: readonly TableColumn<Row>[];
  /** Below the row: the sentence that it stands on, and where that was printed. */
  readonly note?: (row: Row) => readonly string[];
}

export interface TableColumn<Row> {
  readonly title: string;
  readonly of: (row: Row) => string;
  /** The column that takes the room that is left, on several lines where it must. One of a table. */
  readonly grows?: boolean;
  readonly align?: 'right';
}

type Ink = ReturnType<typeof pc.createColors>;

const GAP = '  ';
/** Rows that decide how wide the columns are. */
const MEASURED = 200;

export async function* toTable<Row>(
  rows: AsyncIterable<Row>,
  table: Table<Row>,
  options: TableOptions,
): AsyncGenerator<Chunk, void, undefined> {
  const width = Math.max(30, options.width ?? 80);
  const ink = pc.createColors(options.color ?? false);
  let widths: number[] | undefined;
  for await (const batch of batches(rows, MEASURED)) {
    const cells = batch.map((row) => table.columns.map(({ of }) => onOneLine(of(row))));
    if (widths === undefined) {
      widths = widthsOf(table, cells, width);
      yield `${ink.dim(line(table, titlesOf(table), widths))}\n`;
    }
    for (const [at, row] of batch.entries()) {
      yield rowText(table, cells[at] ?? [], widths, ink);
      for (const note of table.note?.(row) ?? []) yield `${noteText(onOneLine(note), width, ink)}\n`;
    }
  }
}

const titlesOf = <Row>({ columns }: Table<Row>): string[] => columns.map(({ title }) => title);

function widthsOf<Row>(table: Table<Row>, cells: readonly (readonly string[])[], width: number): number[] {
  const natural = table.columns.map(({ title }, at) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[at] ?? ''))),
  );
  const fixed = natural.reduce((sum, each, at) => (table.columns[at]?.grows ? sum : sum + each), 0);
  const room = width - fixed - GAP.length * (natural.length - 1);
  return natural.map((each, at) => (table.columns[at]?.grows ? Math.min(each, Math.max(16, room)) : each));
}

/** A cell that grows goes on in the lines below, the others stand in the first. */
function rowText<Row>(
  table: Table<Row>,
  cells: readonly string[],
  widths: readonly number[],
  ink: Ink,
): string {
  const wrapped = cells.map((cell, at) =>
    table.columns[at]?.grows ? wrapAnsi(cell, widths[at] ?? 16, { hard: true }).split('\n') : [cell],
  );
  const height = Math.max(1, ...wrapped.map(({ length }) => length));
  const lines = Array.from({ length: height }, (_, row) =>
    line(
      table,
      wrapped.map((part) => part[row] ?? ''),
      widths,
      (text, at) => (table.columns[at]?.grows ? ink.bold(text) : text),
    ),
  );
  return `${lines.join('\n')}\n`;
}

function line<Row>(
  { columns }: Table<Row>,
  cells: readonly string[],
  widths: readonly number[],
  inked: (text: string, at: number) => string = (text) => text,
): string {
  return cells
    .map((cell, at) => {
      const pad = ' '.repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(cell)));
      return columns[at]?.align === 'right' ? pad + inked(cell, at) : inked(cell, at) + pad;
    })
    .join(GAP)
    .trimEnd();
}

const noteText = (note: string, width: number, ink: Ink): string =>
  wrapAnsi(note, width - 6, { hard: true })
    .split('\n')
    .map((text) => `    ${ink.dim(`│ ${text}`)}`)
    .join('\n');
