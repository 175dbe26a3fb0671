import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { largestInput, loadArticles } from '../../src/article/index.js';
import { archiveReports } from '../../src/input/archive/reports.js';
import { unpacked } from '../../src/input/archive/unpack.js';
import { articlesOf, type Report, reportsOf } from '../../src/input/index.js';
import { gzipped, httpBlock, page, warcRecord } from './archive.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const articles = loadArticles();

async function reports(bytes: Uint8Array, name = 'news.dat'): Promise<Report[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const found: Report[] = [];
  const options = { source: {}, allowPrivate: false, lines: false };
  for await (const report of reportsOf({ kind: 'file', path }, options)) found.push(report);
  return found;
}

const textOf = (report: Report | undefined): string =>
  report?.kind === 'bytes' ? Buffer.from(report.bytes).toString() : (report?.kind ?? 'nothing');
const urlsOf = (found: readonly Report[]) =>
  found.flatMap((report) => (report.kind === 'bytes' ? [report.source.url] : []));
const errorsOf = (found: readonly Report[]) =>
  found.flatMap((report) => (report.kind === 'failed' ? [report.error] : []));
const passedOf = (found: readonly Report[]) => found.find((report) => report.kind === 'passed')?.records;

const at = (name: string) => `https://news.example/${name}`;
const response = (name: string, ...block: Parameters<typeof httpBlock>) =>
  warcRecord({ uri: at(name), block: httpBlock(...block) });

/** Of about a kilobyte when packed, as pages are. */
const noise = (seed: string): string =>
  Array.from({ length: 12 }, (_, i) => createHash('sha512').update(`${seed}${i}`).digest('hex')).join(' ');
const long = (town: string): string => `${page(town)}<!-- ${noise(town)} -->`;

const three = ['riga', 'tallinn', 'oslo'].map((town) => response(town, long(town)));

describe('an archive of pages', () => {
  const urls = [at('riga'), at('tallinn'), at('oslo')];
  test.each([
    ['plain', Buffer.concat(three)],
    ['one gzip member a record', gzipped(three)],
    ['one gzip member for all', gzipSync(Buffer.concat(three))],
    ['padded with zeros', Buffer.concat([gzipped(three), Buffer.alloc(10_000)])],
  ])('%s: each page is a job, whatever the name of the file', async (_, bytes) => {
    const found = await reports(bytes);
    expect(urlsOf(found)).toEqual(urls);
    expect(textOf(found[1])).toBe(long('tallinn'));
    expect(found).toHaveLength(3);
  });

  test('a job knows its URL, its type as the server said it, and its place in the archive', async () => {
    const latin = httpBlock(Buffer.from('<p>Bj\xf6rn met Ay\xe7a in Malm\xf6.</p>', 'latin1'), [
      'content-type: text/html; charset=iso-8859-1',
    ]);
    const [first, second] = await reports(
      Buffer.concat([warcRecord({ uri: at('a'), block: latin }), ...three]),
      'a.warc',
    );
    expect(first).toMatchObject({
      source: { from: at('a'), url: at('a'), contentType: 'text/html; charset=iso-8859-1' },
      within: { from: join(folder, 'a.warc'), place: 'record 1, byte 0' },
    });
    expect(second).toMatchObject({ within: { place: expect.stringMatching(/^record 2, byte [1-9]\d\d$/u) } });
    const [article] = first ? articlesOf(first, articles) : [];
    expect(article?.ok && article.article.text).toContain('Björn met Ayça in Malmö');
  });

  test('a record that holds no text fails under the name of the archive', async () => {
    const [report] = await reports(response('empty', '<html></html>'), 'b.warc');
    expect(report && [...articlesOf(report, articles)]).toMatchObject([
      { ok: false, error: { from: join(folder, 'b.warc'), place: 'record 1, byte 0' } },
    ]);
  });

  test('what is no report is passed over and counted', async () => {
    const found = await reports(
      Buffer.concat([
        warcRecord({ type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: x\r\n' }),
        warcRecord({ type: 'request', uri: at('a'), block: 'GET /a HTTP/1.1\r\nHost: news.example\r\n\r\n' }),
        response('a', page('riga')),
        warcRecord({ type: 'metadata', uri: at('a'), block: 'x: y\r\n' }),
        warcRecord({ type: 'revisit', uri: at('a'), block: httpBlock('') }),
        response('old', '', ['Location: /new'], '301 Moved Permanently'),
        response('gone', page('riga'), ['Content-Type: text/html'], '404 Not Found'),
        response('flag.png', 'PNG', ['Content-Type: image/png']),
        response('coat.png', 'PNG', ['Content-Type: image/png']),
        response('robots.txt', 'User-agent: *', ['Content-Type: text/plain']),
        response('map.xml', '<?xml version="1.0"?><urlset></urlset>', ['Content-Type: text/xml']),
        warcRecord({
          type: 'resource',
          uri: 'dns:news.example',
          contentType: 'text/dns',
          block: 'A 192.0.2.1',
        }),
      ]),
    );
    expect(urlsOf(found)).toEqual([at('a')]);
    expect(passedOf(found)).toEqual({
      warcinfo: 1,
      request: 1,
      metadata: 1,
      revisit: 1,
      'status 301': 1,
      'status 404': 1,
      'image/png': 2,
      'robots.txt': 1,
      'XML that is no feed': 1,
      dns: 1,
    });
  });

  test('resources, plain text and feeds are reports, too', async () => {
    const feed =
      '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>Envoys met</title></item></channel></rss>';
    const found = await reports(
      Buffer.concat([
        warcRecord({ type: 'resource', uri: at('r'), contentType: 'text/html', block: page('riga') }),
        response('t', 'The envoys met in Riga.', ['Content-Type: text/plain']),
        response('f', feed, ['Content-Type: text/xml']),
        response('u', page('oslo'), []),
      ]),
    );
    expect(urlsOf(found)).toEqual([at('r'), at('t'), at('f'), at('u')]);
    expect(passedOf(found)).toBeUndefined();
  });
});

describe('encodings of the way', () => {
  const words = page('tallinn');
  const chunks = (bytes: Uint8Array) => {
    const parts: Buffer[] = [];
    for (let from = 0; from < bytes.length; from += 100) {
      const part = bytes.subarray(from, from + 100);
      parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), Buffer.from(part), Buffer.from('\r\n'));
    }
    return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
  };
  const html = 'Content-Type: text/html';
  test.each([
    ['chunked', chunks(Buffer.from(words)), ['Transfer-Encoding: chunked']],
    ['gzip', gzipSync(words), ['Content-Encoding: gzip']],
    ['brotli', brotliCompressSync(words), ['Content-Encoding: br']],
    ['deflate', deflateSync(words), ['Content-Encoding: deflate']],
    ['chunked gzip', chunks(gzipSync(words)), ['Transfer-Encoding: chunked', 'Content-Encoding: gzip']],
    ['chunked by its header only', words, ['Transfer-Encoding: chunked']],
    ['gzip by its header only', words, ['Content-Encoding: gzip']],
    ['brotli by its header only', words, ['Content-Encoding: br']],
    ['masked by the crawler', words, ['X-Crawl-Content-Encoding: br']],
  ])('%s', async (_, body, headers) => {
    const [report] = await reports(response('a', body, [html, ...headers]));
    expect(textOf(report)).toBe(words);
  });

  test('lines that end in a line feed alone, and an answer without header', async () => {
    const bare = warcRecord({ uri: at('a'), block: `HTTP/1.0 200 OK\nContent-Type: text/html\n\n${words}` });
    const none = warcRecord({ uri: at('b'), block: `HTTP/1.0 200 OK\r\n\r\n${words}` });
    const found = await reports(Buffer.concat([bare, none]));
    expect(found.map(textOf)).toEqual([words, words]);
  });

  test('a body that can not be decoded is one failure', async () => {
    const cut = gzipSync(Buffer.from(words)).subarray(0, 200);
    const found = await reports(
      Buffer.concat([response('a', cut, [html, 'Content-Encoding: gzip']), ...three]),
    );
    expect(errorsOf(found)).toMatchObject([{ code: 'input/bad-record', place: 'record 1, byte 0' }]);
    expect(urlsOf(found)).toHaveLength(3);
  });

  test('a body that unpacks to more than a report may have is one failure', async () => {
    const bomb = gzipSync(Buffer.alloc(largestInput + 1, 32));
    const found = await reports(
      Buffer.concat([response('a', bomb, [html, 'Content-Encoding: gzip']), ...three]),
    );
    expect(errorsOf(found)).toMatchObject([{ code: 'input/too-large', place: 'record 1, byte 0' }]);
    expect(urlsOf(found)).toHaveLength(3);
  });
});

describe('a broken archive', () => {
  const whole = gzipped(three);
  test.each([
    ['cut inside a gzip member', whole.subarray(0, whole.length - 100), 'unexpected end of file'],
    [
      'cut behind the first bytes of one',
      Buffer.concat([gzipped(three.slice(0, 2)), whole.subarray(0, 4)]),
      'end of file',
    ],
    ['rubbish behind a member', Buffer.concat([gzipped(three), Buffer.from('rubbish')]), 'header check'],
    ['one member cut', gzipSync(Buffer.concat(three)).subarray(0, -12), 'unexpected end of file'],
    ['cut inside a record', Buffer.concat(three).subarray(0, -100), 'cut short'],
    [
      'cut inside a header',
      Buffer.concat([...three.slice(0, 2), (three[2] ?? whole).subarray(0, 100)]),
      'how long it is',
    ],
    [
      'a record longer than it says',
      Buffer.from(
        Buffer.concat(three)
          .toString()
          .replace(/Content-Length: (\d+)(?=.*oslo)/su, 'Content-Length: 50'),
      ),
      'no record begins',
    ],
  ])('%s: what stands before is read, the fault named with its record', async (kind, bytes, why) => {
    const warn = vi.spyOn(console, 'warn');
    const found = await reports(bytes, 'broken.warc');
    const [error] = errorsOf(found);
    const first = kind === 'a record longer than it says' ? 1 : 2;
    expect(urlsOf(found).slice(0, 2)).toEqual([at('riga'), at('tallinn')].slice(0, first));
    expect(error).toMatchObject({ code: 'input/bad-archive', from: join(folder, 'broken.warc') });
    expect(error?.place).toMatch(/^record [23], byte \d+$/u);
    expect(error?.message).toContain(why);
    expect(errorsOf(found)).toHaveLength(1);
    expect(warn).not.toHaveBeenCalled();
  });

  test('gzip damaged in the middle', async () => {
    const many = Array.from({ length: 50 }, (_, i) => response(`p${i}`, page(`town ${i} ${Math.sin(i)}`)));
    const bytes = gzipped(many);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    const found = await reports(bytes);
    expect(urlsOf(found).length).toBeGreaterThan(20);
    expect(urlsOf(found)).toEqual(many.slice(0, urlsOf(found).length).map((_, i) => at(`p${i}`)));
    expect(errorsOf(found)).toMatchObject([{ code: 'input/bad-archive' }]);
  });

  test('whatever is damaged, reading ends, nothing is thrown, and what stands before is the same', async () => {
    const plain = Buffer.concat(three);
    const untouched = await reports(plain);
    const damage = fc.record({
      packed: fc.boolean(),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      cut: fc.boolean(),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ packed, at: share, cut, byte }) => {
        const bytes = Buffer.from(packed ? whole : plain);
        const place = Math.floor(share * bytes.length);
        bytes[place] = byte;
        const found: Report[] = [];
        const stream = [cut ? bytes.subarray(0, place) : bytes];
        const source = Readable.from(stream);
        for await (const report of archiveReports('x', packed ? unpacked(source) : source, {}))
          found.push(report);
        const firstEnds = (packed ? gzipped(three.slice(0, 1)) : (three[0] ?? plain)).length;
        if (place > firstEnds) expect(textOf(found[0])).toBe(textOf(untouched[0]));
      }),
      { numRuns: 300 },
    );
  });

  test('a header without an end is not looked for to the end of the archive', async () => {
    let taken = 0;
    async function* endless() {
      yield Buffer.from('WARC/1.0\r\n');
      for (; taken < 1e9; taken += 65_536) yield Buffer.alloc(65_536, 'a');
    }
    const found: Report[] = [];
    for await (const report of archiveReports('endless', endless(), {})) found.push(report);
    expect(errorsOf(found)).toMatchObject([{ code: 'input/bad-archive', place: 'record 1, byte 0' }]);
    expect(taken).toBeLessThan(4e6);
  });
});

test.each([
  ['plain', Buffer.concat(three), (stream: AsyncIterable<Uint8Array>) => stream],
  ['packed', gzipped(three), unpacked],
])('whoever stops early closes what is read from: %s', async (_, bytes, way) => {
  let closed = false;
  async function* file() {
    try {
      for (;;) yield bytes;
    } finally {
      closed = true;
    }
  }
  for await (const report of archiveReports('endless', way(file()), {})) {
    expect(report.kind).toBe('bytes');
    break;
  }
  expect(closed).toBe(true);
});

test('an archive is never held whole: a record is asked for when the one before it is taken', async () => {
  let made = 0;
  async function* long() {
    for (; made < 5000; made++) yield response(`p${made}`, page(`town ${made}`));
  }
  let taken = 0;
  for await (const report of archiveReports('long', long(), {})) {
    if (report.kind === 'bytes') taken++;
    expect(made - taken).toBeLessThan(3);
    if (taken === 200) break;
  }
  expect(taken).toBe(200);
});

test('a record larger than a report is one failure, a film of that size is passed over', async () => {
  const large = Buffer.alloc(largestInput + 2 * 1024 * 1024, 32);
  const found = await reports(
    Buffer.concat([response('a', large), response('b', large, ['Content-Type: video/mp4']), ...three]),
  );
  expect(errorsOf(found)).toMatchObject([{ code: 'input/too-large', place: 'record 1, byte 0' }]);
  expect(passedOf(found)).toEqual({ 'video/mp4': 1 });
  expect(urlsOf(found)).toHaveLength(3);
});
