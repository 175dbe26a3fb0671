/** Archives as crawlers write them, made record by record. */
import { gzipSync } from 'node:zlib';

export interface Recorded {
  readonly type?: string;
  readonly uri?: string;
  /** Of the block. */
  readonly contentType?: string;
  readonly block: Uint8Array | string;
}

export function warcRecord({ type = 'response', uri, contentType, block }: Recorded): Buffer {
  const bytes = Buffer.from(block as Uint8Array);
  const header = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Date: 2024-03-16T10:00:00Z',
    ...(uri === undefined ? [] : [`WARC-Target-URI: ${uri}`]),
    `Content-Type: ${contentType ?? 'application/http; msgtype=response'}`,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${header.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** An answer over HTTP; `headers` as `Name: value`. */
export const httpBlock = (
  body: Uint8Array | string,
  headers: readonly string[] = ['Content-Type: text/html'],
  status = '200 OK',
): Buffer =>
  Buffer.concat([
    Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')),
    Buffer.from(body as Uint8Array),
  ]);

/** One member a record, as archives have it. */
export const gzipped = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

export const page = (town: string): string =>
  `<!doctype html><html><head><title>Envoys meet in ${town}</title></head><body><article><h1>Envoys meet in ${town}</h1>
<p>${town.toUpperCase()} (Invented Wire) -- The foreign ministers of Estonia and Latvia met in ${town} on Friday to speak of the border.</p>
<p>"We agree on most things," said Mari Tamm, a spokeswoman for the Invented Institute, after the meeting in ${town}.</p></article></body></html>`;
