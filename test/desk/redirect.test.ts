/** A page of the internet that sends the desk to this machine. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Addition } from '../../src/desk/additions/addition.js';
import { deskWith, post, type TestDesk, through } from './support.js';

/** Stands for a host of the internet: no packet may leave the machine. */
const OUTSIDE = '127.0.0.2';

vi.mock('../../src/article/fetch/address.js', async (original) => {
  const module = await original<typeof import('../../src/article/fetch/address.js')>();
  return {
    ...module,
    isPublicAddress: (address: string) => address === '127.0.0.2' || module.isPublicAddress(address),
  };
});

let test: TestDesk;
const servers: Server[] = [];
let inside = '';
let outside = '';
let hits = 0;

const listening = (server: Server, host: string): Promise<number> =>
  new Promise((resolve) => {
    servers.push(server);
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });

beforeAll(async () => {
  const secret = createServer((_, response) => {
    hits++;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>A secret of the inside.</p>');
  });
  inside = `http://127.0.0.1:${await listening(secret, '127.0.0.1')}`;
  const page = createServer((request, response) => {
    if (request.url === '/page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<article><h1>Envoys meet</h1><p>Kenya met Ghana in Accra on Sunday.</p></article>');
    else if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/name')
      response.writeHead(302, { location: inside.replace('127.0.0.1', 'localhost') }).end();
    else response.writeHead(302, { location: `${inside}/secret` }).end();
  });
  outside = `http://${OUTSIDE}:${await listening(page, OUTSIDE)}`;
  test = await deskWith([]);
}, 120_000);
afterAll(async () => {
  await test.close();
  for (const server of servers) server.close();
});

it('is not followed when a text is read from a URL', async () => {
  for (const url of [`${outside}/`, `${outside}/name`, inside]) {
    const { errors, readings } = await test.json<{ errors: { code: string }[]; readings: unknown[] }>(
      '/api/read',
      post({ url }),
    );
    expect(errors.map(({ code }) => code)).toEqual(['input/private-address']);
    expect(readings).toEqual([]);
  }
  expect(hits).toBe(0);
});

it('is not followed when a URL or a feed is added', async () => {
  for (const body of [
    { url: `${outside}/` },
    { url: inside },
    { feed: `${outside}/feed` },
    { feed: `${inside}/feed` },
  ]) {
    const { id } = await test.json<Addition>('/api/reports', post(body));
    const done = await through(test.desk, id);
    expect(done).toMatchObject({ state: 'done', filed: 0, failures: 1 });
    expect(done.failed[0]?.message).toContain('no public address');
  }
  expect(hits).toBe(0);
});

it('is read where it leads nowhere inside', async () => {
  const { id } = await test.json<Addition>('/api/reports', post({ url: `${outside}/page` }));
  expect(await through(test.desk, id)).toMatchObject({ state: 'done', filed: 1, failures: 0 });
});
