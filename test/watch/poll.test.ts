import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchArticleBytes, loadArticles } from '../../src/article/index.js';
import { articlesOf, type Report } from '../../src/input/index.js';
import { newState, type Poll, type Source, SourceState, systemClock } from '../../src/watch/index.js';
import { fullText, gives, page, rss, site, start, status, testClock, versioned, watcher } from './world.js';

const articles = loadArticles();
const minute = 60_000;

const urlsOf = ({ jobs }: Poll) => jobs.map((job) => (job.kind === 'bytes' ? job.source.url : job.kind));
const read = (jobs: readonly Report[]) => jobs.flatMap((job) => [...articlesOf(job, articles)]);
const pathsOf = (requests: readonly { readonly path: string }[]) => requests.map(({ path }) => path);

test('pages of new items are read, and nothing twice', async () => {
  const clock = testClock();
  const web = await site(clock);
  web.paths['/feed'] = gives(rss([{ id: 'a', link: '/a' }]), 'application/rss+xml');
  web.paths['/a'] = gives(page('Riga'));
  web.paths['/b'] = gives(page('Oslo'));
  const source: Source = { url: `${web.base}/feed`, title: 'Wire' };
  const watch = watcher(clock);

  const first = await watch.poll(source);
  expect(first).toMatchObject({ source, at: start, outcome: 'ok', found: 1 });
  expect(first.nextAt).toBe(start + 15 * minute);
  expect(urlsOf(first)).toEqual([`${web.base}/a`]);
  const [article] = read(first.jobs);
  expect(article?.ok && article.article).toMatchObject({
    from: `${web.base}/a`,
    headline: 'Envoys meet in Riga',
    outlet: 'Invented Wire',
    published: { value: '2024-03-16T09:00:00Z' },
  });

  clock.time = first.nextAt;
  web.paths['/feed'] = gives(
    rss([
      { id: 'b', link: '/b' },
      { id: 'a', link: '/a' },
      { id: 'a2', link: '/a' },
    ]),
  );
  const second = await watch.poll(source, first.state);
  expect(urlsOf(second)).toEqual([`${web.base}/b`]);
  expect(pathsOf(web.requests)).toEqual(['/robots.txt', '/feed', '/a', '/feed', '/b']);
  expect(SourceState.parse(JSON.parse(JSON.stringify(second.state)))).toEqual(
    JSON.parse(JSON.stringify(second.state)),
  );
});

test('a feed that holds its reports is read as demarche read reads it, without asking for pages', async () => {
  const clock = testClock();
  const web = await site(clock);
  const plain = fullText.replaceAll(/<\/?p>/gu, '');
  const feed = rss([
    { id: 'html', link: '/html', words: fullText },
    { id: 'plain', words: plain },
  ]);
  web.paths['/feed'] = gives(feed, 'text/xml');
  const polled = await watcher(clock).poll({ url: `${web.base}/feed` });
  expect(pathsOf(web.requests)).toEqual(['/robots.txt', '/feed']);
  const whole: Report = {
    kind: 'bytes',
    bytes: Buffer.from(feed),
    source: { from: `${web.base}/feed`, url: `${web.base}/feed` },
  };
  const same = (outcomes: ReturnType<typeof read>) =>
    outcomes.map((outcome) => (outcome.ok ? { ...outcome.article, from: '' } : outcome.error));
  expect(polled.jobs).toHaveLength(2);
  expect(same(read(polled.jobs))).toEqual(same(read([whole])));
});

test('an item without address and an item of a JSON feed', async () => {
  const clock = testClock();
  const web = await site(clock);
  const items = [
    { id: 'x', title: 'Envoys met', content_text: 'The envoys met in Riga.' },
    { id: 'y', url: '/y', title: 'Envoys parted' },
  ];
  web.paths['/feed.json'] = gives(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items }),
    'application/feed+json',
  );
  web.paths['/y'] = gives(page('Oslo'));
  const polled = await watcher(clock).poll({ url: `${web.base}/feed.json` });
  expect(polled.found).toBe(2);
  expect(read(polled.jobs).map((each) => each.ok && each.article.headline)).toEqual([
    'Envoys met',
    'Envoys meet in Oslo',
  ]);
});

test('a page that is read from another source is passed over', async () => {
  const clock = testClock();
  const web = await site(clock);
  web.paths['/feed'] = gives(
    rss([
      { id: 'a', link: '/a' },
      { id: 'b', link: '/b' },
    ]),
  );
  web.paths['/b'] = gives(page('Oslo'));
  const isRead = (url: string) => url.endsWith('/a');
  const polled = await watcher(clock, { isRead }).poll({ url: `${web.base}/feed` });
  expect(urlsOf(polled)).toEqual([`${web.base}/b`]);
  expect(polled.found).toBe(2);
});

describe('conditional requests', () => {
  test('ETag: 304 is unchanged', async () => {
    const clock = testClock();
    const web = await site(clock, { '/a': gives(page('Riga')) });
    web.paths['/feed'] = versioned(rss([{ id: 'a', link: '/a' }]), 'text/xml', '"v1"');
    const watch = watcher(clock);
    const first = await watch.poll({ url: `${web.base}/feed` });
    clock.time = first.nextAt;
    const second = await watch.poll({ url: `${web.base}/feed` }, first.state);
    expect(second).toMatchObject({
      outcome: 'unchanged',
      found: 0,
      jobs: [],
      state: first.state.etag ? { etag: '"v1"' } : {},
    });
    expect(second.nextAt).toBe(second.at + 15 * minute);
    expect(web.requests.at(-1)?.headers['if-none-match']).toBe('"v1"');
  });

  test('Last-Modified, and a feed that changes again', async () => {
    const clock = testClock();
    const web = await site(clock);
    const since = 'Sat, 16 Mar 2024 08:00:00 GMT';
    web.paths['/feed'] = gives(rss([{ id: 'a', words: fullText }]), 'text/xml', { 'last-modified': since });
    const watch = watcher(clock);
    const first = await watch.poll({ url: `${web.base}/feed` });
    clock.time = first.nextAt;
    web.paths['/feed'] = gives(rss([{ id: 'b', words: fullText }]), 'text/xml');
    const second = await watch.poll({ url: `${web.base}/feed` }, first.state);
    expect(web.requests.at(-1)?.headers['if-modified-since']).toBe(since);
    expect(second).toMatchObject({ outcome: 'ok', found: 1 });
    expect(second.state.lastModified).toBeUndefined();
  });
});

describe('politeness', () => {
  test('names itself with its version', async () => {
    const clock = testClock();
    const web = await site(clock);
    await watcher(clock).poll({ url: `${web.base}/feed` });
    expect(
      web.requests.every(({ headers }) => /^demarche\/\d+\.\d+\.\d+/u.test(headers['user-agent'] ?? '')),
    ).toBe(true);
  });

  test('one request at a time to a host, with a pause, also for sources side by side', async () => {
    const clock = testClock();
    const slow = (body: string) => (_: unknown, response: import('node:http').ServerResponse) =>
      void setTimeout(() => response.end(body), 20);
    const web = await site(clock);
    for (const name of ['x', 'y']) {
      web.paths[`/${name}`] = slow(
        rss([
          { id: `${name}1`, link: `/${name}1` },
          { id: `${name}2`, link: `/${name}2` },
        ]),
      );
      for (const n of [1, 2]) web.paths[`/${name}${n}`] = slow(page('Riga'));
    }
    const watch = watcher(clock, { pause: 7000 });
    await Promise.all(['x', 'y'].map((name) => watch.poll({ url: `${web.base}/${name}` })));
    expect(web.requests).toHaveLength(7);
    expect(web.most).toBe(1);
    const gaps = web.requests.slice(1).map(({ at }, i) => at - (web.requests[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7000);
  });

  test('robots.txt: what it forbids is not asked for; Crawl-delay is kept; asked once a day', async () => {
    const clock = testClock();
    const web = await site(clock, { '/a': gives(page('Riga')), '/no/b': gives(page('Oslo')) });
    web.paths['/robots.txt'] = gives(
      'User-agent: demarche\nDisallow: /no/\nCrawl-delay: 20\n\nUser-agent: *\nDisallow: /\n',
      'text/plain',
    );
    web.paths['/feed'] = gives(
      rss([
        { id: 'b', link: '/no/b', words: 'The envoys met in Oslo.' },
        { id: 'a', link: '/a' },
      ]),
    );
    const watch = watcher(clock);
    const source = { url: `${web.base}/feed` };
    const first = await watch.poll(source);
    expect(pathsOf(web.requests)).toEqual(['/robots.txt', '/feed', '/a']);
    expect((web.requests[2]?.at ?? 0) - (web.requests[1]?.at ?? 0)).toBeGreaterThanOrEqual(20_000);
    // Of a page that may not be read, the feed's own words are.
    expect(read(first.jobs).map((each) => each.ok && each.article.text)).toEqual([
      'Envoys meet b\n\nThe envoys met in Oslo.',
      expect.stringContaining('Riga'),
    ]);
    clock.time += 23 * 60 * minute;
    const second = await watch.poll(source, first.state);
    clock.time += 2 * 60 * minute;
    await watch.poll(source, second.state);
    expect(pathsOf(web.requests).slice(3)).toEqual(['/feed', '/robots.txt', '/feed']);
  });

  test('a source that robots.txt forbids, and one whose robots.txt is in trouble', async () => {
    const clock = testClock();
    const web = await site(clock, { '/feed': gives(rss([])) });
    web.paths['/robots.txt'] = gives('User-agent: *\nDisallow: /feed', 'text/plain');
    const forbidden = await watcher(clock).poll({ url: `${web.base}/feed` });
    expect(forbidden).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('does not let it be read'),
    });
    web.paths['/robots.txt'] = status(500);
    const trouble = await watcher(clock).poll({ url: `${web.base}/feed` });
    expect(trouble).toMatchObject({ outcome: 'failed', message: expect.stringContaining('status 500') });
    expect(pathsOf(web.requests)).toEqual(['/robots.txt', '/robots.txt']);
  });

  test('robots.txt of the host that a page redirects to counts', async () => {
    const clock = testClock();
    const [here, there] = [await site(clock), await site(clock)];
    there.paths['/robots.txt'] = gives('User-agent: *\nDisallow: /', 'text/plain');
    there.paths['/a'] = gives(page('Riga'));
    here.paths['/feed'] = gives(rss([{ id: 'a', link: '/a', words: '' }]));
    here.paths['/a'] = status(302, { location: `${there.base}/a` });
    const polled = await watcher(clock).poll({ url: `${here.base}/feed` });
    expect(polled.jobs).toMatchObject([
      { kind: 'failed', error: { code: 'input/robots', from: `${here.base}/a` } },
    ]);
    expect(pathsOf(there.requests)).toEqual(['/robots.txt']);
  });

  test('429 with Retry-After: the host is left alone, what waits is read later', async () => {
    const clock = testClock();
    const web = await site(clock, { '/a': status(429, { 'retry-after': '600' }), '/b': gives(page('Oslo')) });
    web.paths['/feed'] = gives(
      rss([
        { id: 'a', link: '/a' },
        { id: 'b', link: '/b' },
      ]),
    );
    const watch = watcher(clock);
    const source = { url: `${web.base}/feed` };
    const first = await watch.poll(source);
    expect(first).toMatchObject({ outcome: 'ok', found: 2, jobs: [] });
    expect(first.state.waiting.map(({ tries }) => tries)).toEqual([1, 0]);
    const asked = web.requests.at(-1)?.at ?? 0;
    expect(first.nextAt).toBe(asked + 600_000);

    web.paths['/a'] = gives(page('Riga'));
    const early = await watch.poll(source, first.state);
    expect(early.jobs).toEqual([]);
    clock.time = first.nextAt;
    const later = await watch.poll(source, early.state);
    expect(later).toMatchObject({ outcome: 'unchanged', found: 0 });
    expect(urlsOf(later)).toEqual([`${web.base}/a`, `${web.base}/b`]);
    expect(pathsOf(web.requests)).toEqual(['/robots.txt', '/feed', '/a', '/a', '/b']);
  });

  test('Retry-After of the source as a date', async () => {
    const clock = testClock();
    const web = await site(clock, {
      '/feed': status(503, { 'retry-after': 'Sat, 16 Mar 2024 18:00:00 GMT' }),
    });
    const polled = await watcher(clock).poll({ url: `${web.base}/feed` });
    expect(polled.outcome).toBe('failed');
    expect(polled.nextAt).toBe(Date.parse('2024-03-16T18:00:00Z'));
  });

  test('more pages than a poll reads wait for the next', async () => {
    const clock = testClock();
    const web = await site(clock);
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) web.paths[`/${name}`] = gives(page(name));
    web.paths['/feed'] = versioned(rss(names.map((id) => ({ id, link: `/${id}` }))), 'text/xml', '"1"');
    const watch = watcher(clock, { most: 2 });
    let state = newState;
    const taken: (string | undefined)[] = [];
    for (let n = 0; n < 3; n++) {
      const polled = await watch.poll({ url: `${web.base}/feed` }, state);
      taken.push(...urlsOf(polled));
      state = polled.state;
      clock.time = polled.nextAt;
    }
    expect(taken).toEqual(names.map((name) => `${web.base}/${name}`));
    expect(pathsOf(web.requests).filter((path) => path === '/feed')).toHaveLength(1);
  });
});

describe('failures', () => {
  test('back-off doubles up to a day and ends with the first poll that succeeds', async () => {
    const clock = testClock();
    const web = await site(clock, { '/feed': status(500) });
    const watch = watcher(clock);
    let state = newState;
    const waits: number[] = [];
    for (let n = 0; n < 9; n++) {
      const polled = await watch.poll({ url: `${web.base}/feed` }, state);
      expect(polled).toMatchObject({ outcome: 'failed', message: 'The server answered with status 500.' });
      waits.push(Math.round((polled.nextAt - clock.time) / minute));
      state = polled.state;
      clock.time = polled.nextAt;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    web.paths['/feed'] = gives(rss([{ id: 'a', words: fullText }]));
    const polled = await watch.poll({ url: `${web.base}/feed` }, state);
    expect(polled).toMatchObject({ outcome: 'ok', found: 1, state: { failures: 0 } });
    expect(polled.nextAt).toBe(polled.at + 15 * minute);
  });

  test.each([
    ['a broken feed', '<rss><channel><item>', 'text/xml', 'no RSS, Atom or RDF feed'],
    ['a page', page('Riga'), 'text/html', 'It is a page'],
    ['nothing', '', 'text/xml', 'It is empty'],
    ['JSON of another kind', '{"a": 1}', 'application/json', 'no JSON Feed'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'image/png', 'PNG'],
  ])('%s is told and forgets nothing', async (_, body, type, why) => {
    const clock = testClock();
    const web = await site(clock, { '/feed': gives(rss([{ id: 'a', words: fullText }])) });
    const watch = watcher(clock);
    const first = await watch.poll({ url: `${web.base}/feed` });
    clock.time = first.nextAt;
    web.paths['/feed'] = gives(body, type, { etag: '"broken"' });
    const second = await watch.poll({ url: `${web.base}/feed` }, first.state);
    expect(second).toMatchObject({ outcome: 'failed', message: expect.stringContaining(why), jobs: [] });
    expect(second.state).toMatchObject({ seen: first.state.seen, failures: 1 });
    expect(second.state.etag).toBeUndefined();
  });

  test('a page in trouble is tried again, then what the feed says is taken; one that is gone is told at once', async () => {
    const clock = testClock();
    const web = await site(clock, { '/a': status(500) });
    web.paths['/feed'] = versioned(
      rss([
        { id: 'a', link: '/a', words: 'The envoys met in Riga.' },
        { id: 'b', link: '/gone', words: '' },
      ]),
      'text/xml',
      '"1"',
    );
    const watch = watcher(clock);
    let polled = await watch.poll({ url: `${web.base}/feed` });
    expect(polled.jobs).toMatchObject([
      { kind: 'failed', error: { code: 'input/http-status', from: `${web.base}/gone` } },
    ]);
    const jobs: Report[] = [];
    for (let n = 0; n < 4; n++) {
      clock.time = polled.nextAt;
      polled = await watch.poll({ url: `${web.base}/feed` }, polled.state);
      jobs.push(...polled.jobs);
    }
    expect(pathsOf(web.requests).filter((path) => path === '/a')).toHaveLength(4);
    expect(read(jobs).map((each) => each.ok && each.article.text)).toEqual([
      'Envoys meet a\n\nThe envoys met in Riga.',
    ]);
    expect(polled.state.waiting).toEqual([]);
  });

  test('a slow server', async () => {
    const clock = testClock();
    const web = await site(clock, { '/feed': () => undefined });
    const fetch: typeof fetchArticleBytes = (url, options) =>
      fetchArticleBytes(url, { ...options, timeout: 300 });
    const polled = await watcher(clock, { fetch }).poll({ url: `${web.base}/feed` });
    expect(polled).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('did not come within'),
    });
  });

  test('a redirect is followed, one without end is not', async () => {
    const clock = testClock();
    const web = await site(clock, {
      '/old': status(301, { location: '/new' }),
      '/loop': status(302, { location: '/loop' }),
    });
    web.paths['/new'] = gives(rss([{ id: 'a', words: fullText }]));
    expect(await watcher(clock).poll({ url: `${web.base}/old` })).toMatchObject({ outcome: 'ok', found: 1 });
    const loop = await watcher(clock).poll({ url: `${web.base}/loop` });
    expect(loop).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('redirects more than'),
    });
  });

  test('addresses inside the network are refused, also where a redirect or an item leads there', async () => {
    const clock = testClock();
    const [outside, inside] = [await site(clock), await site(clock, { '/a': gives(page('Riga')) })];
    const refused = await watcher(clock, { allowPrivate: false }).poll({ url: `${inside.base}/feed` });
    expect(refused).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('no public address'),
    });
    // One of the two hosts stands for a public one.
    const fetch: typeof fetchArticleBytes = (url, options) =>
      fetchArticleBytes(url, { ...options, allowPrivate: url.startsWith(outside.base) });
    outside.paths['/feed'] = gives(
      rss([
        { id: 'a', link: `${inside.base}/a`, words: '' },
        { id: 'b', link: '/b', words: '' },
      ]),
    );
    outside.paths['/b'] = status(302, { location: `${inside.base}/a` });
    const polled = await watcher(clock, { fetch }).poll({ url: `${outside.base}/feed` });
    expect(polled.jobs).toMatchObject([
      { kind: 'failed', error: { code: 'input/private-address' } },
      { kind: 'failed', error: { code: 'input/private-address' } },
    ]);
    expect(inside.requests).toEqual([]);
  });

  test('an abort keeps what was read and leaves the rest for the next poll', async () => {
    const clock = testClock();
    const stop = new AbortController();
    const web = await site(clock, { '/a': gives(page('Riga')) });
    web.paths['/b'] = () => stop.abort();
    web.paths['/feed'] = gives(
      rss([
        { id: 'a', link: '/a' },
        { id: 'b', link: '/b' },
        { id: 'c', link: '/c' },
      ]),
    );
    const polled = await watcher(clock).poll({ url: `${web.base}/feed` }, newState, stop.signal);
    expect(urlsOf(polled)).toEqual([`${web.base}/a`]);
    expect(polled.state.waiting.map(({ item, tries }) => [item.id, tries])).toEqual([
      ['b', 0],
      ['c', 0],
    ]);
    await expect(watcher(clock).poll({ url: `${web.base}/feed` }, newState, stop.signal)).rejects.toThrow(
      /abort/iu,
    );
  });
});

test('a feed over gzip', async () => {
  const clock = testClock();
  const web = await site(clock);
  web.paths['/feed'] = gives(gzipSync(rss([{ id: 'a', words: fullText }])), 'text/xml', {
    'content-encoding': 'gzip',
  });
  expect(await watcher(clock).poll({ url: `${web.base}/feed` })).toMatchObject({ outcome: 'ok', found: 1 });
});

test('by the clock of the machine', async () => {
  const web = await site(systemClock, { '/a': gives(page('Riga')) });
  web.paths['/feed'] = gives(rss([{ id: 'a', link: '/a' }]));
  const polled = await watcher(systemClock, { pause: 100 }).poll({ url: `${web.base}/feed` });
  expect(urlsOf(polled)).toEqual([`${web.base}/a`]);
  expect((web.requests[2]?.at ?? 0) - (web.requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(190);
});
