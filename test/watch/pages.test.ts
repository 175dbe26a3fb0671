import { expect, test } from 'vitest';
import type { Client } from '../../src/watch/client.js';
import { readPages } from '../../src/watch/pages.js';
import type { Waiting } from '../../src/watch/state.js';

const waiting: readonly Waiting[] = ['a', 'b', 'c', 'd'].map((id) => ({
  item: { id, url: `https://${id}.example/` },
  tries: 0,
}));

const options = { most: 10, feed: 'https://feed.example/' };

test('large pages wait for the next poll where this one holds enough', async () => {
  const client: Client = {
    get: async (url) => ({
      kind: 'ok',
      bytes: new Uint8Array(30 * 1024 * 1024),
      contentType: 'text/html',
      url,
      version: {},
    }),
  };
  const pages = await readPages(waiting, { ...options, client });
  expect(pages.jobs).toHaveLength(3);
  expect(pages.waiting).toEqual(waiting.slice(3));
  expect(pages.laterAt).toBeUndefined();
});

test('a host that is put off holds up no other; the earliest time is told', async () => {
  const asked: string[] = [];
  const client: Client = {
    get: async (url) => {
      asked.push(url);
      return { kind: 'later', at: url.includes('a.example') ? 2000 : 1000 };
    },
  };
  const twice = [...waiting, ...waiting];
  const pages = await readPages(twice, { ...options, client });
  expect(asked).toEqual(waiting.map(({ item }) => item.url));
  expect(pages).toEqual({ jobs: [], waiting: twice, laterAt: 1000 });
});

test('a defect of the program is no failure of a page', async () => {
  const client: Client = {
    get: async () => {
      throw new TypeError('defect');
    },
  };
  await expect(readPages(waiting, { ...options, client })).rejects.toThrow('defect');
});
