/** What a record of an archive holds: a report to be read, or something else, by name. */

import { bodyOf } from './body.js';
import { type HttpAnswer, httpAnswer } from './http.js';
import type { ArchiveRecord } from './records.js';

export type Held =
  | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly contentType: string }
  /** `what`: the group it is counted under. */
  | { readonly kind: 'passed'; readonly what: string }
  | {
      readonly kind: 'failed';
      readonly code: 'input/too-large' | 'input/bad-record';
      readonly message: string;
    };

/** `limit`: bytes of one report, decoded. */
export async function heldIn(record: ArchiveRecord, limit: number): Promise<Held> {
  const { type, uri, block } = record;
  if (type !== 'response' && type !== 'resource') return passed(type === '' ? 'without a type' : type);
  const [scheme = ''] = uri.toLowerCase().split(':', 1);
  if (scheme !== 'http' && scheme !== 'https')
    return passed(/^[a-z]{1,12}$/u.test(scheme) ? scheme : 'without URL');
  const answer = type === 'resource' ? resource(record, block) : await httpAnswer(block);
  return answer ? pageIn(answer, record, limit) : bad("its HTTP answer can't be read.");
}

const resource = ({ contentType }: ArchiveRecord, body: Uint8Array): HttpAnswer => ({
  status: 200,
  contentType,
  contentEncoding: '',
  chunked: false,
  body,
});

async function pageIn(answer: HttpAnswer, { uri, whole }: ArchiveRecord, limit: number): Promise<Held> {
  const { status, contentType } = answer;
  if (status !== 200) return passed(`status ${status}`);
  const type = mediaType(contentType);
  if (!isRead(type)) return passed(type);
  if (/^https?:\/\/[^/]+\/robots\.txt(?:[?#]|$)/iu.test(uri)) return passed('robots.txt');
  if (!whole) return tooLarge(limit);
  const body = await bodyOf(answer, limit);
  if (!body.ok)
    return body.why === 'too-large' ? tooLarge(limit) : bad(`its body can't be decoded: ${body.why}.`);
  if (isXml(type) && !isFeed(body.bytes)) return passed('XML that is no feed');
  return { kind: 'page', bytes: body.bytes, contentType };
}

/** In lower case, without parameters; what a server does not say is taken for a page. */
const mediaType = (contentType: string): string => {
  const [type = ''] = contentType.toLowerCase().split(';', 1);
  return type.trim() || 'text/html';
};

const isXml = (type: string): boolean => type === 'text/xml' || type === 'application/xml';

const isRead = (type: string): boolean =>
  isXml(type) ||
  /^(?:text\/(?:html|plain|markdown)|message\/rfc822|application\/(?:xhtml|rss|atom|rdf)\+xml|application\/feed\+json)$/u.test(
    type,
  );

const isFeed = (bytes: Uint8Array): boolean =>
  /<(?:rss|rdf:rdf|(?:[a-z]{1,10}:)?feed)[\s>]/iu.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
  );

const passed = (what: string): Held => ({ kind: 'passed', what });

const bad = (message: string): Held => ({ kind: 'failed', code: 'input/bad-record', message });

const tooLarge = (limit: number): Held => ({
  kind: 'failed',
  code: 'input/too-large',
  message: `the record is larger than ${Math.round(limit / 1024 / 1024)} MiB.`,
});
