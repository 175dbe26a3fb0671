/** An HTTP answer as an archive keeps it: status line, header, body, as they came over the wire. */

export interface HttpAnswer {
  readonly status: number;
  /** Empty when the server does not say it. */
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly chunked: boolean;
  /** Encoded as the header says, or decoded already: archives do either. */
  readonly body: Uint8Array;
}

const longestHead = 64 * 1024;

/** Nothing where the block does not begin like an answer. */
export async function httpAnswer(block: Uint8Array): Promise<HttpAnswer | undefined> {
  const { AsyncIterReader, StatusAndHeadersParser } = await import('warcio');
  const start = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, longestHead)).toString(
    'latin1',
  );
  if (!/^HTTP\/\d/u.test(start)) return undefined;
  // Some servers end lines with a line feed alone, some send no header at all: warcio knows neither.
  const end = /\r?\n\r?\n/u.exec(start);
  if (!end) return undefined;
  const head = Buffer.from(`${start.slice(0, end.index)}\r\n\r\n`, 'latin1');
  const answer = await new StatusAndHeadersParser().parse(new AsyncIterReader([head], null), {
    headersClass: Headers,
  });
  if (!answer) return undefined;
  const header = (name: string) => answer.headers.get(name) ?? '';
  return {
    status: Number(answer.statusCode),
    contentType: header('Content-Type'),
    contentEncoding: header('Content-Encoding'),
    chunked: /\bchunked\b/iu.test(header('Transfer-Encoding')),
    body: block.subarray(end.index + end[0].length),
  };
}
