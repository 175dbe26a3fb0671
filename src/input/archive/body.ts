/** The body of an archived answer, without the encodings of its way. */
import { Readable } from 'node:stream';
import { kindOfBytes, readBody } from '../../article/index.js';
import type { HttpAnswer } from './http.js';

export type Body =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `too-large`, or a clause for the message. */
  | { readonly ok: false; readonly why: string };

/**
 * Crawlers write what came over the wire, or what they had decoded under the same header; whether a body
 * still is encoded is seen from its bytes.
 */
export async function bodyOf(answer: HttpAnswer, limit: number): Promise<Body> {
  const { contentEncoding } = answer;
  const bytes = answer.chunked ? await dechunked(answer.body) : answer.body;
  if (contentEncoding === '' || (isGzipLabel(contentEncoding) && !isGzip(bytes))) return within(bytes, limit);
  try {
    const read = await readBody(Readable.from([bytes]), contentEncoding, limit);
    if (read.ok) return read;
    if (read.why === 'too-large') return { ok: false, why: read.why };
    return isText(bytes)
      ? within(bytes, limit)
      : { ok: false, why: `'${contentEncoding.slice(0, 40)}' is not known` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return isText(bytes) ? within(bytes, limit) : { ok: false, why };
  }
}

async function dechunked(body: Uint8Array): Promise<Uint8Array> {
  const { AsyncIterReader } = await import('warcio');
  // Where no chunk begins, it gives the body as it is.
  return new AsyncIterReader([body], null, true).readFully();
}

const within = (bytes: Uint8Array, limit: number): Body =>
  bytes.length <= limit ? { ok: true, bytes } : { ok: false, why: 'too-large' };

const isGzipLabel = (encoding: string): boolean => /^(?:x-)?gzip$/iu.test(encoding.trim());

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const isText = (bytes: Uint8Array): boolean => bytes.length === 0 || kindOfBytes(bytes).kind !== 'binary';
