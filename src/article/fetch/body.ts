/** The body of an answer, decompressed as it comes and never more than a limit. */
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export type BodyOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'too-large' | 'encoding' };

const mostEncodings = 3;

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** `limit`: bytes, before and after decompression. Throws what the connection or the decompressor throws. */
export async function readBody(body: Readable, encoding: string, limit: number): Promise<BodyOutcome> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const makers = names.reverse().map((name) => decoders[name]);
  if (makers.length > mostEncodings || makers.includes(undefined)) {
    body.destroy();
    return { ok: false, why: 'encoding' };
  }
  const raw = limited(body, limit);
  const source = makers.reduce<AsyncIterable<unknown>>((stream, make) => {
    if (!make) return stream;
    const decoder = make();
    // Errors reach the reader below through the decoder.
    pipeline(stream, decoder, () => undefined);
    return decoder;
  }, raw);
  try {
    return { ok: true, bytes: await collected(source, limit) };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, why: 'too-large' };
    throw error;
  } finally {
    body.destroy();
  }
}

class TooLarge extends Error {}

async function* limited(stream: AsyncIterable<unknown>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    yield chunk;
  }
}

async function collected(stream: AsyncIterable<unknown>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limited(stream, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
