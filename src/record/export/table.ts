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
  /** Left out where there is no room, the lowest first; without a number it always stands. */
  readonly yields?: number;
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
  let columns: readonly Fitted<Row>[] | undefined;
  for await (const batch of batches(rows, MEASURED)) {
    if (columns === undefined) {
      columns = fitting(table.columns, batch, width);
      yield `${ink.dim(line(columns, titlesOf(columns)))}\n`;
    }
    for (const row of batch) {
      yield rowText(columns, row, ink);
      for (const note of table.note?.(row) ?? []) yield `${noteText(onOneLine(note), width, ink)}\n`;
    }
  }
}

interface Fitted<Row> extends TableColumn<Row> {
  readonly width: number;
}

/** Less than this tells nothing. */
const LEAST = 24;

const titlesOf = <Row>(columns: readonly Fitted<Row>[]): string[] => columns.map(({ title }) => title);

/** Longer cells of columns that do not grow are cut. */
const LONGEST = 40;

function cellOf<Row>({ of, grows }: TableColumn<Row>, row: Row): string {
  const cell = onOneLine(of(row));
  return grows || cell.length <= LONGEST ? cell : `${[...cell].slice(0, LONGEST - 1).join('')}…`;
}

function fitting<Row>(all: readonly TableColumn<Row>[], rows: readonly Row[], width: number): Fitted<Row>[] {
  let columns = all.map((column) => ({
    ...column,
    width: Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(cellOf(column, row)))),
  }));
  const room = (): number =>
    width -
    GAP.length * (columns.length - 1) -
    columns.reduce((sum, column) => (column.grows ? sum : sum + column.width), 0);
  for (let rank = 1; room() < LEAST && rank <= all.length; rank++) {
    columns = columns.filter(({ yields }) => yields !== rank);
  }
  const left = Math.max(1, room());
  return columns.map((column) =>
    column.grows ? { ...column, width: Math.min(column.width, left) } : column,
  );
}

/** A cell that grows goes on in the lines below, the others stand in the first. */
function rowText<Row>(columns: readonly Fitted<Row>[], row: Row, ink: Ink): string {
  const wrapped = columns.map((column) => {
    const cell = cellOf(column, row);
    return column.grows ? wrapAnsi(cell, column.width, { hard: true }).split('\n') : [cell];
  });
  const height = Math.max(1, ...wrapped.map(({ length }) => length));
  const lines = Array.from({ length: height }, (_, at) =>
    line(
      columns,
      wrapped.map((part) => part[at] ?? ''),
      (text, { grows }) => (grows ? ink.bold(text) : text),
    ),
  );
  return `${lines.join('\n')}\n`;
}

function line<Row>(
  columns: readonly Fitted<Row>[],
  cells: readonly string[],
  inked: (text: string, column: Fitted<Row>) => string = (text) => text,
): string {
  return columns
    .map((column, at) => {
      const cell = cells[at] ?? '';
      const pad = ' '.repeat(Math.max(0, column.width - stringWidth(cell)));
      return column.align === 'right' ? pad + inked(cell, column) : inked(cell, column) + pad;
    })
    .join(GAP)
    .trimEnd();
}

const noteText = (note: string, width: number, ink: Ink): string =>
  wrapAnsi(note, width - 6, { hard: true })
    .split('\n')
    .map((text) => `    ${ink.dim(`│ ${text}`)}`)
    .join('\n');
