/** A WARC archive as reports: each page in it is one, what is none is counted. */
import { type ArticleSource, type InputError, largestInput } from '../../article/index.js';
import type { Report } from '../report.js';
import { heldIn } from './page.js';
import { recordsOf } from './records.js';

/** What the encodings of the way and an HTTP header may add to a report. */
const wrapping = 1024 * 1024;

/** `stream`: the archive, unpacked. What could be read before a fault is given before it is told. */
export async function* archiveReports(
  from: string,
  stream: AsyncIterable<Uint8Array>,
  source: Partial<ArticleSource>,
): AsyncGenerator<Report, void, undefined> {
  const passed = new Map<string, number>();
  for await (const record of recordsOf(stream, largestInput + wrapping)) {
    const { number, offset } = record;
    const place = `record ${number}, byte ${offset}`;
    const failure = (code: InputError['code'], message: string): Report => ({
      kind: 'failed',
      error: { code, from, place, message },
    });
    if (record.kind === 'broken') {
      yield failure('input/bad-archive', `${record.message}. What stands behind it could not be read.`);
      break;
    }
    const { uri: url } = record;
    const held = await heldIn(record, largestInput);
    if (held.kind === 'passed') passed.set(held.what, (passed.get(held.what) ?? 0) + 1);
    else if (held.kind === 'failed')
      yield failure(held.code, `${held.message} It is of ${url.slice(0, 200)}.`);
    else {
      const { bytes, contentType } = held;
      yield {
        kind: 'bytes',
        bytes,
        source: { ...source, from: url, url, contentType },
        within: { from, place },
      };
    }
  }
  if (passed.size > 0) yield { kind: 'passed', from, records: Object.fromEntries(passed) };
}

/** As its first bytes, unpacked, tell it. */
export const isArchive = (head: Uint8Array): boolean =>
  /^WARC\/\d/u.test(new TextDecoder('latin1').decode(head.subarray(0, 8)));
