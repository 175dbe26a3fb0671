/** Only loopback servers of its own are contacted; other addresses are asked of the address check alone. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../src/article/fetch/address.js';
import { publicLookup } from '../../src/article/fetch/lookup.js';
import { fetchArticleBytes } from '../../src/article/index.js';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const inside = { allowPrivate: true };

const codeOf = async (url: string, options = {}): Promise<string> => {
  const outcome = await fetchArticleBytes(url, { ...inside, ...options });
  return outcome.ok ? 'ok' : outcome.error.code;
};

test('a page, after redirects, decompressed', async () => {
  const base = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync('<p>Envoys met.</p>'));
  });
  const outcome = await fetchArticleBytes(`${base}/old`, inside);
  expect(outcome).toMatchObject({ ok: true, contentType: 'text/html', url: `${base}/new` });
  expect(outcome.ok && Buffer.from(outcome.bytes).toString()).toBe('<p>Envoys met.</p>');
});

test('a gzip bomb is stopped', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const base = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  );
  expect(await codeOf(base, { maxBytes: 1_000_000 })).toBe('input/too-large');
});

test('an endless page is stopped', async () => {
  const base = await serve((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', more);
    more();
  });
  expect(await codeOf(base, { maxBytes: 1_000_000 })).toBe('input/too-large');
});

test('a server that does not answer', async () => {
  const base = await serve(() => undefined);
  expect(await codeOf(base, { timeout: 300 })).toBe('input/timeout');
});

test.each([
  ['a status of error', 404, {}, 'input/http-status'],
  ['an endless redirect', 302, { location: '/again' }, 'input/redirects'],
  ['a redirect to a file', 302, { location: 'file:///etc/hostname' }, 'input/bad-url'],
  ['an unknown compression', 200, { 'content-encoding': 'x-own' }, 'input/unreachable'],
  ['compression that is none', 200, { 'content-encoding': 'gzip' }, 'input/unreachable'],
])('%s', async (_, status, headers, expected) => {
  const base = await serve((_request, response) => response.writeHead(status, headers).end('text'));
  expect(await codeOf(base)).toBe(expected);
});

test.each(['ftp://host.example/', 'file:///etc/hostname', 'no url', 'javascript:1'])(
  '%s is not read',
  async (url) => {
    expect(await codeOf(url)).toBe('input/bad-url');
  },
);

describe('private addresses', () => {
  test('are refused unless asked for', async () => {
    const base = await serve((_, response) => response.end('text'));
    expect(await codeOf(base, { allowPrivate: false })).toBe('input/private-address');
    expect(await codeOf(base.replace('127.0.0.1', 'localhost'), { allowPrivate: false })).toBe(
      'input/private-address',
    );
    expect(await codeOf(base)).toBe('ok');
  });

  test('are refused when a name resolves to one of them', async () => {
    const answers = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ];
    const lookup = publicLookup((_name, _options, done) => done(null, answers));
    const error = await new Promise((resolve) => lookup('host.example', { all: true }, resolve));
    expect(String(error)).toContain('10.0.0.7');
  });

  test.each(
    '127.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 198.18.0.1 ::1 :: fe80::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2001::1 fec0::1 100::1 fe80::1%eth0 nothing'.split(
      ' ',
    ),
  )('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
