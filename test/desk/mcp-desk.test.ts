/** The tools as the desk serves them: behind its keys, names and limits. */
import { join } from 'node:path';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addKey } from '../../src/desk/keys.js';
import { type DeskServer, startServer } from '../../src/desk/server.js';
import { type Asked, askedRecord, call, citationsIn, newClient } from './mcp-support.js';

let asked: Asked;
let desk: DeskServer;
let key: string;
beforeAll(async () => {
  asked = await askedRecord();
  const keys = join(asked.folder, 'desk-keys.json');
  key = addKey(keys, 'agent', 'read');
  desk = await startServer({ record: asked.folder, host: '127.0.0.1', port: 0, keys, log: 'silent' });
}, 120_000);
afterAll(async () => {
  await desk.close();
  asked.drop();
});

const connect = async (headers: Record<string, string>) => {
  const client = newClient();
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', desk.address), { requestInit: { headers } }),
  );
  return client;
};

it('answers whoever has a key to read', async () => {
  const client = await connect({ authorization: `Bearer ${key}` });
  const { data } = await call(client, 'search_happenings', { words: 'Hestur' });
  expect(citationsIn(data).length).toBeGreaterThan(2);
  const dossier = await call(client, 'get_dossier', { name: 'hestur' });
  expect(dossier.data.title).toBe('The Hestur Bank');
  await client.close();
});

it.each<[string, Record<string, string>]>([
  ['no key', {}],
  ['a wrong key', { authorization: 'Bearer wrong' }],
])('answers nobody with %s', async (_, headers) => {
  await expect(connect(headers)).rejects.toThrow();
});

it('answers no page of another origin', async () => {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  const ask = (more: Record<string, string>) =>
    fetch(new URL('/mcp', desk.address), {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify({ jsonrpc: '2.0', method: 'ping', id: 1 }),
    });
  expect((await ask({})).status).toBe(200);
  expect((await ask({ origin: 'https://elsewhere.example' })).status).toBe(403);
});
