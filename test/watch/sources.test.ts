import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourcesOf } from '../../src/watch/index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('feeds of an OPML list, nested and none twice, and addresses', async () => {
  const list = file(
    'feeds.opml',
    `<opml version="2.0"><head><title>Feeds</title></head><body>
      <outline text="Wires"><outline text="Invented Wire" title="The Invented Wire" type="rss" xmlUrl="https://wire.example/feed?a=1&amp;b=2"/>
        <outline text="Deeper"><outline text="Daily" xmlUrl="https://daily.example/atom.xml"/></outline></outline>
      <outline text="Again" xmlUrl="https://daily.example/atom.xml"/>
      <outline text="A page" htmlUrl="https://page.example/"/>
      <outline text="A file" xmlUrl="file:///etc/hostname"/></body></opml>`,
  );
  expect(
    await sourcesOf([list, 'https://map.example/sitemap.xml', 'https://daily.example/atom.xml']),
  ).toEqual({
    sources: [
      { url: 'https://wire.example/feed?a=1&b=2', title: 'The Invented Wire' },
      { url: 'https://daily.example/atom.xml', title: 'Daily' },
      { url: 'https://map.example/sitemap.xml' },
    ],
    errors: [],
  });
});

test('what gives no source is told, the others are taken', async () => {
  const names = [
    join(folder, 'none.opml'),
    file('empty.opml', '<opml version="2.0"><body><outline text="x"/></body></opml>'),
    file('broken.opml', 'no list'),
    file('bomb.opml', '<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml><body/></opml>'),
    'https://',
    'https://a.example/feed',
  ];
  const { sources, errors } = await sourcesOf(names);
  expect(sources).toEqual([{ url: 'https://a.example/feed' }]);
  expect(errors.map(({ from, code }) => [from, code])).toEqual([
    [names[0], 'input/unreadable'],
    [names[1], 'input/bad-feed'],
    [names[2], 'input/bad-feed'],
    [names[3], 'input/bad-feed'],
    [names[4], 'input/bad-url'],
  ]);
});
