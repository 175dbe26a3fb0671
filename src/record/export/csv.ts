/** CSV by RFC 4180. Cells that a spreadsheet would run as formulas begin with an apostrophe (OWASP, "CSV Injection"). */
import { stringify } from 'csv-stringify/sync';
import { batches, type Chunk } from './chunk.js';
import type { Column } from './column.js';

const options = {
  record_delimiter: 'windows',
  // Text alone: numbers below zero stay numbers.
  escape_formulas: true,
  cast: { boolean: String },
} as const;

export async function* toCsv<Row>(
  rows: AsyncIterable<Row>,
  columns: readonly Column<Row>[],
): AsyncGenerator<Chunk, void, undefined> {
  yield stringify([columns.map(({ name }) => name)], options);
  for await (const batch of batches(rows, 200)) {
    yield stringify(
      batch.map((row) => columns.map(({ of }) => of(row))),
      options,
    );
  }
}
