/** Apache Parquet, row group by row group: no more than one group is held. */
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { batches, type Chunk } from './chunk.js';
import type { Cell, Column } from './column.js';

const GROUP = 10_000;

const types: Readonly<Record<Column<never>['kind'], Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
};

export async function* toParquet<Row>(
  rows: AsyncIterable<Row>,
  columns: readonly Column<Row>[],
): AsyncGenerator<Chunk, void, undefined> {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...types[kind] })),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'demarche' });
  for await (const group of batches(rows, GROUP)) {
    const columnData = columns.map(({ name, kind, of }) => ({
      name,
      data: group.map((row) => stored(kind, of(row))),
    }));
    await parquet.write({ columnData, rowGroupSize: GROUP });
    yield taken(writer);
  }
  await parquet.finish();
  yield taken(writer);
}

const stored = (kind: Column<never>['kind'], cell: Cell): Cell | Date =>
  kind === 'day' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;

/** What was written so far; the writer goes on counting where it is. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
