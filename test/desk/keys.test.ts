import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskEnv } from '../../src/desk/env.js';
import { addKey, createKeys, KeyError, loadKeys, removeKey } from '../../src/desk/keys.js';
import { startServer } from '../../src/desk/server.js';
import { appOver, deskWith, post, problemIn, type TestDesk } from './support.js';

let test: TestDesk;
let app: Hono<DeskEnv>;
let file = '';
let reader = '';
let writer = '';

beforeAll(async () => {
  test = await deskWith([]);
  file = join(test.folder, 'desk-keys.json');
  reader = addKey(file, 'reader', 'read');
  writer = addKey(file, 'writer', 'write');
  app = appOver(test.desk, test.folder);
}, 120_000);
afterAll(() => test.close());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const ask = async (path: string, init?: RequestInit): Promise<Response> =>
  app.request(`http://localhost${path}`, init);
const decision = { kind: 'reject', subjects: ['nothing'] };

describe('keys', () => {
  it('are needed wherever there is one', async () => {
    for (const path of [
      '/api/happenings',
      '/api/about',
      '/api/news',
      '/api/export/happenings?format=csv',
      '/metrics',
      '/mcp',
    ]) {
      const answer = await ask(path);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(await problemIn(answer)).toMatchObject({ status: 401, type: 'desk/no-key' });
    }
  });

  it('are needed however the path is written', async () => {
    for (const path of [
      '/%61pi/happenings',
      '/api/%68appenings',
      '/api//happenings',
      '/api/happenings/',
      '/mcp/',
      '/api/session/../happenings',
    ]) {
      const answer = await ask(path);
      expect([401, 404], path).toContain(answer.status);
    }
  });

  it('are not needed for what holds nothing of the record', async () => {
    for (const path of ['/health', '/ready', '/api/openapi.json']) expect((await ask(path)).status).toBe(200);
  });

  it.each(['', 'x', 'dk_', 'null', "' or 1=1"])('that are wrong open nothing: %j', async (key) => {
    const answer = await ask('/api/happenings', { headers: bearer(key) });
    expect(answer.status).toBe(401);
  });

  it('that may read do not write, but have texts read', async () => {
    expect((await ask('/api/happenings', { headers: bearer(reader) })).status).toBe(200);
    expect(await (await ask('/api/about', { headers: bearer(reader) })).json()).toMatchObject({
      who: 'reader',
      scopes: ['read'],
    });
    for (const [path, init] of [
      ['/api/decisions', post(decision, bearer(reader))],
      ['/api/decisions/1/undo', { method: 'POST', headers: bearer(reader) }],
      ['/api/reports', post({ text: 'x' }, bearer(reader))],
      ['/api/dossiers', post({ name: 'x', file: { title: 'x', words: ['x'] } }, bearer(reader))],
      ['/api/additions/x', { method: 'DELETE', headers: bearer(reader) }],
    ] as const)
      expect(await problemIn(await ask(path, init))).toMatchObject({ status: 403, type: 'desk/read-only' });
    expect((await ask('/api/read', post({ text: 'Oman met Iran in Muscat.' }, bearer(reader)))).status).toBe(
      200,
    );
  });

  it('that may write write', async () => {
    expect((await ask('/api/decisions', post(decision, bearer(writer)))).status).toBe(400);
  });

  it('work as password of programs of calendars', async () => {
    const headers = { authorization: `Basic ${Buffer.from(`any:${reader}`).toString('base64')}` };
    expect((await ask('/api/calendar.ics', { headers })).status).toBe(200);
  });

  it('work no more when they are removed, and new ones at once', async () => {
    const key = addKey(file, 'guest', 'read');
    expect((await ask('/api/about', { headers: bearer(key) })).status).toBe(200);
    removeKey(file, 'guest');
    expect((await ask('/api/about', { headers: bearer(key) })).status).toBe(401);
  });

  it('shut the desk when the last one is removed while it runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-keys-'));
    addKey(join(folder, 'desk-keys.json'), 'only', 'read');
    const other = appOver(test.desk, folder);
    expect((await other.request('http://localhost/api/about')).status).toBe(401);
    removeKey(join(folder, 'desk-keys.json'), 'only');
    expect((await other.request('http://localhost/api/about')).status).toBe(401);
    rmSync(folder, { recursive: true });
  });
});

describe('signing in', () => {
  const cookieOf = (answer: Response): string =>
    /^demarche=[^;]+/u.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';

  it('gives a cookie that is not the key and that scripts cannot read', async () => {
    const answer = await ask('/api/session', post({ key: writer }));
    expect(answer.status).toBe(200);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/HttpOnly/u);
    expect(set).toMatch(/SameSite=Strict/u);
    expect(set).not.toContain(writer);
    const cookie = cookieOf(answer);
    expect((await ask('/api/about', { headers: { cookie } })).status).toBe(200);
    expect((await ask('/api/decisions', post(decision, { cookie }))).status).toBe(400);
    const foreign = await ask('/api/about', { headers: { cookie, origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    const out = await ask('/api/session', { method: 'DELETE', headers: { cookie } });
    expect(out.status).toBe(204);
    expect((await ask('/api/about', { headers: { cookie } })).status).toBe(401);
  });

  it('ends with the key', async () => {
    const key = addKey(file, 'passing', 'read');
    const cookie = cookieOf(await ask('/api/session', post({ key })));
    expect((await ask('/api/about', { headers: { cookie } })).status).toBe(200);
    removeKey(file, 'passing');
    expect((await ask('/api/about', { headers: { cookie } })).status).toBe(401);
  });

  it('refuses a wrong key', async () => {
    expect(await problemIn(await ask('/api/session', post({ key: 'wrong' })))).toMatchObject({
      status: 401,
      field: 'key',
    });
  });

  it('does not let a cookie of a let origin count', async () => {
    const cookie = cookieOf(await ask('/api/session', post({ key: writer })));
    const open = appOver(test.desk, test.folder, { cors: ['https://desk.example'] });
    const answer = await open.request('http://localhost/api/about', {
      headers: { cookie, origin: 'https://desk.example' },
    });
    expect(answer.status).toBe(401);
  });
});

describe('the file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-keys-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('holds digests, for its owner alone', () => {
    const path = join(folder, 'deep', 'desk-keys.json');
    const key = addKey(path, 'reader', 'read');
    expect(readFileSync(path, 'utf8')).not.toContain(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadKeys(path).map(({ name, scope }) => [name, scope])).toEqual([['reader', 'read']]);
    expect(() => addKey(path, 'reader', 'write')).toThrow(KeyError);
    expect(() => removeKey(path, 'nobody')).toThrow(KeyError);
  });

  it('that is damaged opens no desk', async () => {
    const path = join(folder, 'desk-keys.json');
    writeFileSync(path, '{ "keys": [ { "name": "x" } ] }');
    expect(() => createKeys(path)).toThrow(KeyError);
    await expect(
      startServer({ record: 'memory://', host: '127.0.0.1', port: 0, keys: path, log: 'silent' }),
    ).rejects.toThrow(KeyError);
  });

  it('must have a key where the desk is open to others', async () => {
    const options = {
      record: 'memory://',
      host: '0.0.0.0',
      port: 0,
      keys: join(folder, 'none.json'),
      log: 'silent',
    } as const;
    await expect(startServer(options)).rejects.toThrow(/open to others/u);
  });

  it('a key that is given must not be short', () => {
    expect(() => createKeys(join(folder, 'none.json'), 'secret')).toThrow(/guessed/u);
    const keys = createKeys(join(folder, 'none.json'), 'a-long-secret-of-the-house');
    expect(keys.find('a-long-secret-of-the-house')).toMatchObject({ scope: 'write' });
  });
});
