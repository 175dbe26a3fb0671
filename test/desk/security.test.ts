/** What hostile reports and hostile clients try. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Addition } from '../../src/desk/additions/addition.js';
import { loadStates } from '../../src/place/index.js';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import type { Happening } from '../../src/record/ask/index.js';
import type { OneReport } from '../../src/record/ask/report.js';
import { readingsOf } from '../record/kinds.js';
import { reports } from '../record/reports.js';
import { appOver, deskWith, post, problemIn, type TestDesk, through } from './support.js';

let test: TestDesk;

beforeAll(async () => {
  test = await deskWith(reports);
  mkdirSync(join(test.folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(test.folder, 'web', 'index.html'), '<!doctype html><title>Demarche</title>');
  writeFileSync(join(test.folder, 'web', 'assets', 'main-abc.js'), 'export {};');
}, 120_000);
afterAll(() => test.close());

describe('script', () => {
  const script = '<script>alert(1)</script>';
  const image = '<img src=x onerror=alert(1)>';
  const hostile = {
    id: `wire ${image}`,
    outlet: `Gulf ${script}`,
    headline: `Envoys meet ${image}`,
    url: 'javascript:alert(1)',
    published: '2021-05-07',
    text: `Envoys meet ${image}\n\nEstonia condemned Latvia on Friday. "We object to ${script}," Estonian Foreign Minister Mari Tamm said. Estonia will meet Latvia in Riga on May 20.`,
  };
  let added: Addition;

  beforeAll(async () => {
    const form = new FormData();
    form.append('files', new File([JSON.stringify(hostile)], `${script}"\r\nX-Evil: 1.jsonl`));
    const { id } = await test.json<Addition>('/api/reports', { method: 'POST', body: form });
    added = await through(test.desk, id);
  });

  it('in a headline, statement, outlet, name of a file or URL is text of JSON, which no browser takes for a page', async () => {
    expect(added).toMatchObject({ state: 'done', filed: 1 });
    const [report] = added.reports;
    for (const path of [
      `/api/reports/${report?.id}`,
      '/api/reports?limit=1',
      '/api/happenings?country=Estonia',
      '/api/statements?country=Estonia',
      '/api/additions',
      '/api/search?words=object',
      '/api/sources',
    ]) {
      const answer = await test.ask(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('x-evil')).toBeNull();
    }
    const one = await test.json<OneReport>(`/api/reports/${report?.id}`);
    expect(one.report.outlet).toBe(`Gulf ${script}`);
  });

  it('is no script in a printed dossier, a feed or a calendar', async () => {
    const html = await (await test.ask('/api/dossiers/baltic?format=html')).text();
    expect(html).toContain('&lt;');
    expect(html).not.toMatch(/<script|<img|javascript:/iu);
    const atom = await (await test.ask('/api/export/happenings?format=atom')).text();
    const marked = atom.replace(/<!\[CDATA\[[\s\S]*?\]\]>/gu, '');
    expect(marked).not.toMatch(/<script|<img|href="javascript:/iu);
    expect(marked.match(/<summary [^>]*>/gu)?.every((summary) => summary.includes('type="text"'))).toBe(true);
    const events = await (await test.ask('/api/calendar.ics?since=2021-01-01&today=2021-05-10')).text();
    expect(events).not.toMatch(/^URL[^\r\n]*javascript:/mu);
  });

  it('of a page never leaves the desk', async () => {
    const page = `<html><body onload="alert(1)"><article><h1>Envoys meet</h1><p>Norway met Poland in Oslo on Friday.${script}</p></article><script>steal()</script></body></html>`;
    const answer = await test.ask('/api/read', post({ html: page, url: 'https://fjord.example/a' }));
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).not.toContain('steal()');
    expect(text).not.toContain('onload');
  });

  it('is not let in as an address', async () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://fjord.example/',
    ])
      expect((await problemIn(await test.ask('/api/reports', post({ url })))).field).toBe('url');
  });
});

describe('SQL', () => {
  const hostile = [
    "'; drop table article; --",
    "' or '1'='1",
    '$1',
    '\\',
    '%',
    "x') union select 1 --",
    '\u0000',
    '\ud800',
    '{}',
    '((((',
    '"a" & | ! <->',
  ];

  const filters = [
    'actor',
    'country',
    'dyad',
    'type',
    'code',
    'status',
    'since',
    'until',
    'place',
    'within',
    'words',
    'minSources',
    'background',
    'dossier',
    'sort',
    'limit',
    'after',
    'outlet',
    'lineage',
    'in',
    'today',
  ];
  const questions = [
    'happenings',
    'reports',
    'statements',
    'actors',
    'places',
    'months',
    'calendar',
    'contradictions',
    'disputes',
    'search',
    'failures',
  ];

  it.each(filters)('in %s of any question is text', async (filter) => {
    const before = await test.json<{ counts: object }>('/api/about');
    for (const question of questions)
      for (const value of hostile) {
        const query = new URLSearchParams({
          [filter]: value,
          ...(filter === 'words' ? {} : { words: 'treaty' }),
        });
        if (question !== 'search' && filter !== 'words') query.delete('words');
        const answer = await test.ask(`/api/${question}?${query}`);
        expect(answer.status, `${question} ${filter} ${value}: ${await answer.clone().text()}`).toBeLessThan(
          500,
        );
      }
    expect((await test.json<{ counts: object }>('/api/about')).counts).toEqual(before.counts);
  });

  it('in ids is text', async () => {
    for (const path of ['happenings', 'reports', 'statements', 'actors', 'disputes', 'additions', 'dossiers'])
      for (const value of hostile) {
        const answer = await test.ask(`/api/${path}/${encodeURIComponent(value.toWellFormed())}`);
        expect([400, 404]).toContain(answer.status);
      }
  });

  it('in decisions is text', async () => {
    for (const value of hostile) {
      const answer = await test.ask(
        '/api/decisions',
        post({ kind: 'rename', subjects: [value], value, note: value, author: value }),
      );
      expect([400, 409]).toContain(answer.status);
    }
  });

  it('in places of a list that a client made up is refused', async () => {
    const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const key of [
      ["2021-05-01'", 'x'],
      ['2021-02-31', 'x'],
      ['9999-99-99', 'x'],
      [1, 'x'],
      ['-infinity', 1],
      ['-infinity', 'a\0b'],
      'x',
      null,
      [],
    ]) {
      const answer = await test.ask(`/api/happenings?after=${cursor(key)}`);
      expect((await problemIn(answer)).field).toBe('after');
    }
  });
});

describe('paths', () => {
  const climbing = [
    '..%2F..%2Fpackage.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5C..%5Cpackage.json',
    '%2Fetc%2Fpasswd',
    '....%2F%2Fetc%2Fpasswd',
    'baltic.yaml',
    'baltic%00.yaml',
    '..',
    '.',
  ];

  it.each(climbing)('%s leads nowhere', async (name) => {
    for (const root of ['/api/dossiers/', '/api/export/', '/api/additions/', '/docs/', '/assets/', '/']) {
      const answer = await test.ask(`${root}${name}`);
      const text = await answer.text();
      expect(text).not.toMatch(/root:|"dependencies"|parties:/u);
      if (root !== '/' && !/^\.+$/u.test(name)) expect([400, 404]).toContain(answer.status);
    }
    const filtered = await test.ask(`/api/happenings?dossier=${name}`);
    expect((await problemIn(filtered)).field).toBe('dossier');
  });

  it('of uploads are labels: what is sent lies elsewhere', async () => {
    const form = new FormData();
    form.append('files', new File(['Oman and Iran met in Muscat on Sunday.'], '../../../../tmp/climbed.txt'));
    const { id } = await test.json<Addition>('/api/reports', { method: 'POST', body: form });
    expect(await through(test.desk, id)).toMatchObject({ state: 'done', filed: 1 });
  });
});

describe('the page', () => {
  it('is served for every address of its own, with a strict policy', async () => {
    for (const path of [
      '/',
      '/dossier/baltic',
      '/happenings/h3f2a9c1b-e12.2',
      '/people/person%7Cj.%20doe%7C',
    ]) {
      const answer = await test.ask(path, { headers: { accept: 'text/html' } });
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
    const asset = await test.ask('/assets/main-abc.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await test.ask('/assets/other.js')).status).toBe(404);
    expect((await test.ask('/missing.js')).status).toBe(404);
  });

  it('says so when it was not built', async () => {
    const app = appOver(test.desk, test.folder, { page: join(test.folder, 'nowhere') });
    const answer = await app.request('http://localhost/');
    expect(await problemIn(answer)).toMatchObject({ status: 404, type: 'desk/no-page' });
  });
});

describe('other origins', () => {
  const decision = { kind: 'reject', subjects: ['x'] };

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:9999' }],
    ['a page without an origin', { origin: 'null' }],
    ['a form across sites', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('may not write: %s', async (_, headers) => {
    const answer = await test.ask('/api/decisions', post(decision, headers));
    expect(await problemIn(answer)).toMatchObject({ status: 403, type: 'desk/cross-origin' });
    const form = await test.ask('/api/reports', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(form.status).toBe(403);
  });

  it('may not read either, but may link', async () => {
    const read = await test.ask('/api/happenings', {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    });
    expect(read.status).toBe(403);
    const link = await test.ask('/', {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    });
    expect(link.status).toBe(200);
    expect(link.headers.get('access-control-allow-origin')).toBeNull();
  });

  it("may where they are let: the desk's own, and those of --cors", async () => {
    const own = await test.ask(
      '/api/decisions',
      post(decision, {
        host: 'localhost:4242',
        origin: 'http://localhost:4242',
        'sec-fetch-site': 'same-origin',
      }),
    );
    expect(own.status).toBe(400);
    const app = appOver(test.desk, test.folder, { cors: ['https://desk.example'] });
    const let_ = await app.request('http://localhost/api/happenings', {
      headers: { origin: 'https://desk.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(let_.status).toBe(200);
    expect(let_.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    const preflight = await app.request('http://localhost/api/decisions', {
      method: 'OPTIONS',
      headers: { origin: 'https://desk.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    const other = await app.request('http://localhost/api/happenings', {
      headers: { origin: 'https://evil.example' },
    });
    expect(other.status).toBe(403);
  });

  it.each(['evil.example', 'localhost.evil.example', 'evil.example:4242', 'user@localhost', ''])(
    'may not lead their names here: Host %s',
    async (host) => {
      const answer = await test.ask('/api/happenings', { headers: { host } });
      expect(answer.status).toBe(403);
    },
  );

  it.each(['localhost', 'LOCALHOST:4242', '127.0.0.1:4242', '[::1]:4242', '192.0.2.7'])(
    'Host %s is known',
    async (host) => {
      expect((await test.ask('/api/happenings', { headers: { host } })).status).toBe(200);
    },
  );

  it('a name that was given is known', async () => {
    const app = appOver(test.desk, test.folder, { hosts: ['desk.example'] });
    const headers = { host: 'Desk.example:443' };
    expect((await app.request('http://desk.example/api/happenings', { headers })).status).toBe(200);
  });
});

describe('size', () => {
  it('refuses bodies that are too large, by what they say and by what they are', async () => {
    const big = 'x'.repeat(5 * 1024 * 1024);
    const said = await test.ask('/api/read', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'content-length': String(big.length) },
      body: big,
    });
    expect(await problemIn(said)).toMatchObject({ status: 413, type: 'desk/too-large' });
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 6; at++) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    });
    const streamed = await test.ask('/api/read', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    const decision = await test.ask('/api/decisions', { ...post({}), body: big });
    expect(decision.status).toBe(413);
    const file = await test.ask('/api/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/warc', 'content-length': String(2 ** 21) },
      body: 'x'.repeat(2 ** 21),
    });
    expect(file.status).toBe(413);
  });

  it('refuses too many texts at once', async () => {
    const texts = Array.from({ length: 1001 }, () => ({ text: 'Oman met Iran.' }));
    expect((await problemIn(await test.ask('/api/reports', post(texts)))).status).toBe(400);
  });

  it('takes one sentence said a thousand times for one event', async () => {
    const text = 'Benin condemned Togo on Sunday. '.repeat(1000);
    const { id } = await test.json<Addition>('/api/reports', post({ text, published: '2022-03-06' }));
    const done = await through(test.desk, id);
    expect(done).toMatchObject({ state: 'done', filed: 1 });
    const one = await test.json<OneReport>(`/api/reports/${done.reports[0]?.id}`);
    expect(one.events).toHaveLength(1);
  }, 120_000);

  it('files and serves a report of 10,000 events', async () => {
    const many = await reportOf(10_000);
    await test.desk.record.file(batchOf([many]));
    await test.desk.look();
    const one = await test.json<OneReport>('/api/reports/abababababababababab');
    expect(one.events).toHaveLength(10_000);
    expect(one.report.events).toBe(10_000);
    const { rows } = await test.json<{ rows: Happening[] }>('/api/happenings?limit=1000&evidence=true');
    expect(rows).toHaveLength(1000);
  }, 300_000);
});

/** States condemn each other in notes, day after day. */
async function reportOf(count: number): Promise<Reading> {
  const [reading] = await readingsOf([
    {
      text: 'Kenya condemned Ghana on Sunday.',
      headline: 'A day of words',
      published: '2022-03-06',
      outlet: 'Long Ledger',
    },
  ]);
  const [event] = reading?.events ?? [];
  const [actor] = reading?.actors ?? [];
  if (reading === undefined || event?.when === undefined || actor === undefined)
    throw new Error('nothing was read.');
  const { when } = event;
  const states = [...loadStates().nameOf].slice(0, 101);
  let text = '';
  const events = Array.from({ length: count }, (_, at): Reading['events'][number] => {
    const one = Math.floor(at / 100) % 101;
    const other = (one + 1 + (at % 100)) % 101;
    const start = text.length;
    const trigger = start + (states[one]?.[1].length ?? 0) + 1;
    text += `${states[one]?.[1]} condemned ${states[other]?.[1]} in note ${at}. `;
    return {
      ...event,
      id: `e${at + 1}`,
      actors: [`a${one}`],
      recipients: [`a${other}`],
      when: { ...when, from: dayOf(at % 3000), to: dayOf((at % 3000) + 1) },
      trigger: { start: trigger, end: trigger + 'condemned'.length },
      cite: { start, end: text.length - 1 },
    };
  });
  return {
    ...reading,
    article: {
      ...reading.article,
      id: `sha256:${'ab'.repeat(32)}`,
      text,
      paragraphs: [{ kind: 'body', span: { start: 0, end: text.length } }],
    },
    sentences: events.map(({ cite }) => cite),
    actors: states.map(([country, name], at) => ({ ...actor, id: `a${at}`, name, country, mentions: [] })),
    events,
  };
}

const dayOf = (number: number): string =>
  new Date(Date.UTC(2010, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
