/** `demarche watch` on a feed of our own server: what is new is filed once, and each look is kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecord } from '../../src/record/record.js';
import { demarche } from '../support/command.js';

const items = [
  {
    title: 'Ministers meet in Turku',
    text: 'Swedish Foreign Minister Anna Berg met Finnish Foreign Minister Olli Virtanen in Turku on Monday.',
  },
  {
    title: 'Norway expels two diplomats',
    text: 'Norway expelled two Belarusian diplomats on Tuesday, the foreign ministry in Oslo said.',
  },
];

const feed = (): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Strait Observer</title>
  <link>http://localhost/</link><description>News</description>
  ${items
    .map(
      ({ title, text }, at) => `<item><title>${title}</title><guid>item-${at}</guid>
        <pubDate>Wed, 05 May 2021 08:00:00 GMT</pubDate><description>${text}</description></item>`,
    )
    .join('\n')}</channel></rss>`;

let server: Server;
let url = '';
let asked = 0;
const folder = mkdtempSync(join(tmpdir(), 'demarche-watch-'));
const record = join(folder, 'record');

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/feed') {
      asked++;
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed());
    } else response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const watch = (...sources: string[]) =>
  demarche(['watch', ...sources, '--once', '--allow-private', '--pause', '1', '--record', record]);

test('what is new is filed, once, and the look is kept with what it found', async () => {
  const first = await watch(`${url}/feed`);
  expect(first.err).toContain('2 new; 2 filed, 0 known, 0 failed');
  expect(first.code).toBe(0);
  // It is not due again: the source is left alone.
  await watch(`${url}/feed`);
  expect(asked).toBe(1);
  const opened = await openRecord(record);
  const titles = await opened.db.selectFrom('happening').select('title').orderBy('title').execute();
  expect(titles.map(({ title }) => title)).toEqual([
    'Anna Berg (SWE) met Olli Virtanen (FIN), Turku',
    'Norway expelled two Belarusian diplomats (BLR)',
  ]);
  const visits = await opened.db
    .selectFrom('visit')
    .select(['source', 'outcome', 'found', 'filed'])
    .execute();
  expect(visits).toEqual([{ source: `${url}/feed`, outcome: 'ok', found: 2, filed: 2 }]);
  await opened.close();
}, 90_000);

test('a source that fails is told with its reason, kept, and ends with 1', async () => {
  const { code, err } = await watch(`${url}/gone`);
  expect(code).toBe(1);
  expect(err).toContain('could not be looked at');
  const opened = await openRecord(record);
  const visits = await opened.db.selectFrom('visit').select(['source', 'outcome']).orderBy('id').execute();
  expect(visits.at(-1)).toEqual({ source: `${url}/gone`, outcome: 'failed' });
  await opened.close();
}, 90_000);

test('a list that does not exist is a line, not a stack', async () => {
  const { code, err } = await watch(join(folder, 'none.opml'));
  expect(code).toBe(2);
  expect(err).toContain('none.opml');
  expect(err).not.toContain('    at ');
}, 30_000);
