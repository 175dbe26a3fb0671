/** Formats by name: those for any answer, and those for happenings. All stream, save Atom. */
import type { Happening } from '../ask/index.js';
import { toAtom } from './atom.js';
import type { Chunk } from './chunk.js';
import type { Column } from './column.js';
import { toCsv } from './csv.js';
import { toGdelt } from './gdelt.js';
import { toGeoJson } from './geojson.js';
import { toICalendar } from './icalendar.js';
import { toJson, toJsonLines } from './json.js';
import { toParquet } from './parquet.js';
import { toPolecat } from './polecat.js';
import { type Table, type TableOptions, toTable } from './table.js';
import { toTimeline } from './timeline.js';

export const tableFormats = ['table', 'json', 'jsonl', 'csv', 'parquet'] as const;
export const happeningFormats = [
  ...tableFormats,
  'geojson',
  'icalendar',
  'atom',
  'timelinejs',
  'polecat',
  'gdelt',
  'gdelt1',
] as const;
export type TableFormat = (typeof tableFormats)[number];
export type HappeningFormat = (typeof happeningFormats)[number];

/** How an answer is laid out. */
export interface Layout<Row> {
  readonly table: Table<Row>;
  readonly columns: readonly Column<Row>[];
}

export interface ExportOptions extends TableOptions {
  /** Of feeds, calendars and timelines. */
  readonly title: string;
  /** Of this program: a column of POLECAT. */
  readonly version: string;
  /** Told how many rows a format had no place for, and why. */
  readonly skipped: (count: number, why: string) => void;
}

export function exported<Row>(
  rows: AsyncIterable<Row>,
  format: TableFormat,
  layout: Layout<Row>,
  options: TableOptions = {},
): AsyncIterable<Chunk> {
  switch (format) {
    case 'table':
      return toTable(rows, layout.table, options);
    case 'json':
      return toJson(rows);
    case 'jsonl':
      return toJsonLines(rows);
    case 'csv':
      return toCsv(rows, layout.columns);
    case 'parquet':
      return toParquet(rows, layout.columns);
  }
}

export function exportedHappenings<Row extends Happening>(
  rows: AsyncIterable<Row>,
  format: HappeningFormat,
  layout: Layout<Row>,
  options: ExportOptions,
): AsyncIterable<Chunk> {
  const undated = (count: number): void => options.skipped(count, 'without a date');
  switch (format) {
    case 'geojson':
      return toGeoJson(rows, layout.columns);
    case 'icalendar':
      return toICalendar(rows, options.title, undated);
    case 'atom':
      return toAtom(rows, options.title);
    case 'timelinejs':
      return toTimeline(rows, options.title, undated);
    case 'polecat':
      return toPolecat(rows, options.version);
    case 'gdelt':
      return toGdelt(rows, 2);
    case 'gdelt1':
      return toGdelt(rows, 1);
    default:
      return exported(rows, format, layout, options);
  }
}
