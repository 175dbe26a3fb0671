/** A byte stream as lines, held one at a time. */

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end; absent when the line is longer than the limit. */
  readonly bytes?: Uint8Array;
}

/** A report as one JSON line; longer ones are refused before they fill the memory. */
export const longestLine = 32 * 1024 * 1024;

const lineFeed = 10;

/** Splits at line feeds. A line over `limit` bytes is passed over and given without its bytes. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  limit = longestLine,
): AsyncGenerator<Line, void, undefined> {
  let number = 0;
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array) => {
    size += chunk.length;
    if (size <= limit) held.push(chunk);
    else held = [];
  };
  const line = (): Line => {
    number++;
    const done: Line = size <= limit ? { number, bytes: joined(held) } : { number };
    held = [];
    size = 0;
    return done;
  };
  for await (const chunk of stream) {
    let at = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, at)) {
      take(chunk.subarray(at, end));
      yield line();
      at = end + 1;
    }
    if (at < chunk.length) take(chunk.subarray(at));
  }
  if (size > 0) yield line();
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}
