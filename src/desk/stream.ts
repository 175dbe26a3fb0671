/** Pieces of an answer as a stream that is read as fast as it is taken. */
import type { Chunk } from '../record/export/index.js';

/** The same rows, when the first has come: what is wrong with the question is told before anything is sent. */
export async function primed<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

/** Who takes nothing for so long has gone; milliseconds. */
const PATIENCE = 60_000;

/**
 * The first piece is waited for: what is wrong with the question is told as such, before anything is sent.
 * @param onEnd Called once, however it ends.
 */
export async function begun(
  chunks: AsyncIterable<Chunk>,
  onEnd: () => void,
  patience = PATIENCE,
): Promise<ReadableStream<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let first: IteratorResult<Chunk> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const end = (): void => {
    clearTimeout(timer);
    if (!ended) onEnd();
    ended = true;
  };
  try {
    first = await iterator.next();
  } catch (error) {
    end();
    throw error;
  }
  const giveUp = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    end();
    controller.error(new Error('nobody took what was sent.'));
    iterator.return?.().catch(() => {});
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(timer);
        try {
          const next = first ?? (await iterator.next());
          first = undefined;
          if (next.done) {
            end();
            controller.close();
            return;
          }
          controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
          timer = setTimeout(giveUp, patience, controller);
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      async cancel() {
        end();
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
