import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseSitemap } from '../../src/watch/sitemap.js';
import { gives, page, site, start, status, testClock, versioned, watcher } from './world.js';

const urlset = (entries: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${entries}</urlset>`;
const index = (entries: readonly (readonly [string, string?])[]): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries
    .map(([loc, date]) => `<sitemap><loc>${loc}</loc>${date ? `<lastmod>${date}</lastmod>` : ''}</sitemap>`)
    .join('')}</sitemapindex>`;
const entry = (loc: string, date?: string): string =>
  `<url><loc>${loc}</loc>${date ? `<lastmod>${date}</lastmod>` : ''}</url>`;

const today = '2024-03-16T08:00:00Z';
const lastYear = '2023-03-16';

describe('parseSitemap', () => {
  test('addresses, dates, and what a news sitemap says', () => {
    const text = urlset(`
      <url><loc> https://a.example/1?x=1&amp;y=2 </loc><lastmod>2024-03-15</lastmod>
        <image:image><image:loc>https://a.example/flag.png</image:loc></image:image></url>
      <url><loc><![CDATA[https://a.example/2]]></loc><lastmod>2024-03-16</lastmod>
        <news:news><news:publication><news:name>Invented Wire</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2024-03-14T07:00:00+02:00</news:publication_date><news:title>Envoys &amp; ministers meet</news:title></news:news></url>
      <url><loc>no address</loc></url>`);
    expect(parseSitemap(text)).toEqual({
      kind: 'urlset',
      entries: [
        { url: 'https://a.example/1?x=1&y=2', date: '2024-03-15' },
        {
          url: 'https://a.example/2',
          date: '2024-03-14T07:00:00+02:00',
          title: 'Envoys & ministers meet',
          outlet: 'Invented Wire',
          language: 'en',
        },
      ],
    });
  });

  test('an index, with a prefix; one that is cut short gives what is whole', () => {
    expect(parseSitemap(index([['https://a.example/1.xml', '2024-03-16']]))).toEqual({
      kind: 'index',
      entries: [{ url: 'https://a.example/1.xml', date: '2024-03-16' }],
    });
    const prefixed =
      '<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:url><sm:loc>https://a.example/1</sm:loc></sm:url></sm:urlset>';
    expect(parseSitemap(prefixed).entries).toEqual([{ url: 'https://a.example/1' }]);
    expect(
      parseSitemap(`${urlset(entry('https://a.example/1')).slice(0, -9)}<url><loc>https://a.exa`).entries,
    ).toHaveLength(1);
  });
});

test('a sitemap: what is dated lately is read, what is old is not, what is undated only when it is new', async () => {
  const clock = testClock();
  const web = await site(clock);
  for (const name of ['new', 'undated', 'later']) web.paths[`/${name}`] = gives(page(name));
  const entries = [
    entry(`${web.base}/new`, today),
    entry(`${web.base}/old`, lastYear),
    entry(`${web.base}/undated`),
  ];
  web.paths['/map.xml.gz'] = gives(gzipSync(urlset(entries.join(''))), 'application/gzip');
  const source = { url: `${web.base}/map.xml.gz` };
  const watch = watcher(clock);
  const first = await watch.poll(source);
  expect(first).toMatchObject({ outcome: 'ok', found: 1 });
  expect(first.jobs).toMatchObject([{ source: { url: `${web.base}/new`, published: today } }]);

  clock.time = first.nextAt;
  web.paths['/map.xml.gz'] = gives(
    gzipSync(urlset([...entries, entry(`${web.base}/later`)].join(''))),
    'application/gzip',
  );
  const second = await watch.poll(source, first.state);
  expect(second.jobs).toMatchObject([{ source: { url: `${web.base}/later` } }]);
  expect(web.requests.map(({ path }) => path)).toEqual([
    '/robots.txt',
    '/map.xml.gz',
    '/new',
    '/map.xml.gz',
    '/later',
  ]);
});

test('a sitemap index: only what changed lately is asked for, on a condition, also when the index has not changed', async () => {
  const clock = testClock();
  const web = await site(clock);
  for (const name of ['a', 'b', 'c']) web.paths[`/${name}`] = gives(page(name));
  const at = (name: string) => `${web.base}/${name}`;
  web.paths['/index.xml'] = versioned(
    index([[at('2023.xml'), lastYear], [at('now.xml')]]),
    'text/xml',
    '"i1"',
  );
  web.paths['/now.xml'] = versioned(urlset(entry(at('a'), today)), 'text/xml', '"n1"');
  const source = { url: at('index.xml') };
  const watch = watcher(clock);
  const first = await watch.poll(source);
  expect(first.jobs).toMatchObject([{ source: { url: at('a') } }]);

  clock.time = first.nextAt;
  const second = await watch.poll(source, first.state);
  expect(second).toMatchObject({ found: 0, jobs: [] });
  expect(web.requests.at(-1)).toMatchObject({ path: '/now.xml', headers: { 'if-none-match': '"n1"' } });

  clock.time = second.nextAt;
  web.paths['/now.xml'] = versioned(urlset(entry(at('a'), today) + entry(at('b'))), 'text/xml', '"n2"');
  const third = await watch.poll(source, second.state);
  expect(third.jobs).toMatchObject([{ source: { url: at('b') } }]);

  clock.time = third.nextAt;
  web.paths['/index.xml'] = versioned(
    index([[at('2023.xml'), lastYear], [at('now.xml')], [at('next.xml'), today]]),
    'text/xml',
    '"i2"',
  );
  web.paths['/next.xml'] = gives(urlset(entry(at('c'))), 'text/xml');
  const fourth = await watch.poll(source, third.state);
  expect(fourth.jobs).toMatchObject([{ source: { url: at('c') } }]);
  expect(web.requests.map(({ path }) => path)).not.toContain('/2023.xml');
});

test('a sitemap of an index that fails is told, the others are read; if all fail, the source fails', async () => {
  const clock = testClock();
  const web = await site(clock, { '/a': gives(page('Riga')), '/bad.xml': status(500) });
  const at = (name: string) => `${web.base}/${name}`;
  web.paths['/index.xml'] = gives(index([[at('bad.xml')], [at('good.xml')]]), 'text/xml');
  web.paths['/good.xml'] = gives(urlset(entry(at('a'), today)), 'text/xml');
  const watch = watcher(clock);
  const first = await watch.poll({ url: at('index.xml') });
  expect(first).toMatchObject({
    outcome: 'ok',
    found: 1,
    message: `${at('bad.xml')}: The server answered with status 500.`,
  });
  web.paths['/good.xml'] = status(404);
  clock.time = first.nextAt;
  const second = await watch.poll({ url: at('index.xml') }, first.state);
  expect(second).toMatchObject({ outcome: 'failed', state: { failures: 1, children: first.state.children } });
});

test('of a large index the newest sitemaps are looked at, and that is told', async () => {
  const clock = testClock();
  const web = await site(clock);
  const names = Array.from(
    { length: 30 },
    (_, i) => [i, new Date(start - i * 3_600_000).toISOString()] as const,
  );
  web.paths['/index.xml'] = gives(
    index(names.map(([i, date]) => [`${web.base}/${i}.xml`, date])),
    'text/xml',
  );
  for (const [i] of names) web.paths[`/${i}.xml`] = gives(urlset(''), 'text/xml');
  const polled = await watcher(clock, { pause: 0 }).poll({ url: `${web.base}/index.xml` });
  expect(polled.message).toBe('Of 30 sitemaps the newest 20 were looked at.');
  expect(web.requests.slice(2).map(({ path }) => path)).toEqual(names.slice(0, 20).map(([i]) => `/${i}.xml`));
});
