import type { Chunk } from './chunk.js';

/** One array, written as its rows come. */
export async function* toJson<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Chunk, void, undefined> {
  let first = true;
  for await (const row of rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(row, null, 2)}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

/** One row a line. */
export async function* toJsonLines<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Chunk, void, undefined> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
