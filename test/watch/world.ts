/** A web of our own on loopback, and a clock that only goes on when somebody waits. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { fetchArticleBytes } from '../../src/article/index.js';
import { type Clock, createWatcher, type Watcher, type WatchOptions } from '../../src/watch/index.js';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Site {
  readonly base: string;
  /** By path; what is not there is 404. May be changed between polls. */
  readonly paths: Record<string, Answer>;
  /** `path` of every request, in order, with the clock's time and the most that ran at once. */
  readonly requests: {
    readonly path: string;
    readonly at: number;
    readonly headers: IncomingMessage['headers'];
  }[];
  most: number;
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

export interface TestClock extends Clock {
  time: number;
}

export const start = Date.parse('2024-03-16T10:00:00Z');

export function testClock(): TestClock {
  const clock: TestClock = {
    time: start,
    now: () => clock.time,
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      clock.time += milliseconds;
    },
  };
  return clock;
}

export async function site(clock: Clock, paths: Record<string, Answer> = {}): Promise<Site> {
  const made = { base: '', paths, requests: [] as Site['requests'], most: 0 };
  let running = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    made.requests.push({ path, at: clock.now(), headers: request.headers });
    made.most = Math.max(made.most, ++running);
    response.on('close', () => running--);
    const answer = made.paths[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return made;
}

export const watcher = (clock: Clock, options: Partial<WatchOptions> = {}): Watcher =>
  createWatcher({ clock, fetch: fetchArticleBytes, allowPrivate: true, ...options });

export const gives =
  (body: string | Uint8Array, type = 'text/html', headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);

/** With an ETag of its own, and 304 for who knows it. */
export const versioned =
  (body: string, type: string, etag: string): Answer =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': type, etag }).end(body);
  };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end();

export interface Told {
  readonly id: string;
  readonly link?: string;
  readonly words?: string;
}

/** An RSS feed of these items. */
export const rss = (items: readonly Told[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Invented Wire</title><link>https://wire.example/</link>${items
    .map(
      ({ id, link, words = 'A teaser …' }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>Envoys meet ${id}</title>${link ? `<link>${link}</link>` : ''}<pubDate>Sat, 16 Mar 2024 09:00:00 GMT</pubDate><description><![CDATA[${words}]]></description></item>`,
    )
    .join('')}</channel></rss>`;

export const page = (town: string): string =>
  `<html><head><title>Envoys meet in ${town}</title></head><body><article><h1>Envoys meet in ${town}</h1><p>The foreign ministers of Estonia and Latvia met in ${town} on Friday.</p></article></body></html>`;

/** A whole report, as some feeds hold it. */
export const fullText = Array.from(
  { length: 12 },
  (_, i) =>
    `<p>The foreign ministers of Estonia and Latvia met in town ${i} on Friday to speak of the border.</p>`,
).join('\n');
