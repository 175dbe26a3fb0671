/** The records of a WARC archive (ISO 28500), one at a time; framing by warcio, checked where it is lenient. */
import type { AsyncIterReader, LimitReader, WARCRecord } from 'warcio';
import { BrokenGzip } from './unpack.js';

export interface ArchiveRecord {
  readonly kind: 'record';
  /** From 1. */
  readonly number: number;
  /** Where it begins, in bytes of the unpacked archive. */
  readonly offset: number;
  /** `response`, `resource`, `request`, … in lower case. */
  readonly type: string;
  readonly uri: string;
  /** Of the block: `application/http; msgtype=response`, or the type of a resource. */
  readonly contentType: string;
  /** All of it, or its beginning where it is larger than the limit. */
  readonly block: Uint8Array;
  readonly whole: boolean;
}

/** Where the archive ends without being at its end; nothing after it can be found. */
export interface BrokenArchive extends Pick<ArchiveRecord, 'number' | 'offset'> {
  readonly kind: 'broken';
  readonly message: string;
}

class BrokenRecord extends Error {}

/** Bytes of a record's own header; real ones have a thousand. */
const longestHeader = 1024 * 1024;
const longestLine = 8 * 1024;

/** `stream` is unpacked. Blocks are held up to `limit` bytes, of longer ones the beginning. Throws what the stream throws. */
export async function* recordsOf(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<ArchiveRecord | BrokenArchive, void, undefined> {
  const { AsyncIterReader, WARCParser } = await import('warcio');
  const header = { left: longestHeader };
  const source = guarded(stream, header);
  const reader = new AsyncIterReader(source, null);
  const parser = new WARCParser(reader, { parseHttp: false });
  let offset = 0;
  // warcio's own warns on the console of a record that is longer than it says, and reads on inside it.
  parser.readToNextRecord = async () => {
    const line = await firstLine(reader);
    offset = reader.getReadOffset() - line.length;
    return checkedVersion(line);
  };
  let number = 0;
  try {
    for (;;) {
      number++;
      header.left = longestHeader;
      const record = await parser.parse();
      if (!record) return;
      header.left = Number.POSITIVE_INFINITY;
      yield { kind: 'record', number, offset, ...(await contentOf(record, limit)) };
    }
  } catch (error) {
    if (!(error instanceof BrokenRecord || error instanceof BrokenGzip)) throw error;
    yield { kind: 'broken', number, offset, message: messageOf(error) };
  } finally {
    // warcio leaves the stream open.
    await source.return(undefined);
  }
}

/** The first line that is not empty, at most `longestLine` of it; empty at the end. */
async function firstLine(reader: AsyncIterReader): Promise<Uint8Array> {
  for (;;) {
    const line = await reader.readlineRaw(longestLine);
    if (!line || line.some((byte) => byte !== 10 && byte !== 13)) return line ?? new Uint8Array();
  }
}

function checkedVersion(line: Uint8Array): Uint8Array {
  if (line.length > 0 && !/^WARC\/\d/u.test(new TextDecoder('latin1').decode(line)))
    throw new BrokenRecord(
      'no record begins where one must; the record before it may be longer than it says',
    );
  return line;
}

async function contentOf(record: WARCRecord, limit: number) {
  const header = (name: string) => record.warcHeader(name) ?? '';
  const length = header('Content-Length');
  if (!/^\d{1,15}$/u.test(length)) throw new BrokenRecord('its header does not say how long it is');
  const { size, block, whole } = await blockOf(record.reader as LimitReader, limit);
  if (size < Number(length))
    throw new BrokenRecord(`it ends after ${size} of ${length} bytes: the archive is cut short`);
  return {
    type: header('WARC-Type').toLowerCase(),
    uri: header('WARC-Target-URI'),
    contentType: header('Content-Type'),
    block,
    whole,
  };
}

const beginning = 64 * 1024;

async function blockOf(reader: LimitReader, limit: number) {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reader) {
    const fitted = size <= limit;
    size += chunk.length;
    if (size <= limit) held.push(chunk);
    else if (fitted) held = [Buffer.from(Buffer.concat([...held, chunk]).subarray(0, beginning))];
  }
  return { size, block: Buffer.concat(held), whole: size <= limit };
}

/** warcio looks for the end of a header as far as it takes: here, as far as headers go. */
async function* guarded(stream: AsyncIterable<Uint8Array>, header: { left: number }) {
  for await (const chunk of stream) {
    header.left -= chunk.length;
    if (header.left < 0) throw new BrokenRecord('its header has no end');
    if (chunk.length > 0) yield chunk;
  }
}

const messageOf = (error: Error): string =>
  error instanceof BrokenGzip ? `its gzip data can't be unpacked: ${error.message}` : error.message;
