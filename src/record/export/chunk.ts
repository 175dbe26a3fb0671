/** What formats write: text or bytes, piece by piece. */
export type Chunk = string | Uint8Array;

/** Rows in batches of `size`. */
export async function* batches<Row>(
  rows: AsyncIterable<Row>,
  size: number,
): AsyncGenerator<Row[], void, undefined> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
