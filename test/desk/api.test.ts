import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Addition } from '../../src/desk/additions/addition.js';
import type { Reading } from '../../src/reading/reading.js';
import type { Happening, Hit, OneHappening, Saying } from '../../src/record/ask/index.js';
import type { OneActor } from '../../src/record/ask/one-actor.js';
import type { OneReport } from '../../src/record/ask/report.js';
import type { ReportRow } from '../../src/record/ask/reports.js';
import type { DossierPage } from '../../src/record/dossier/page.js';
import { reports } from '../record/reports.js';
import { deskWith, post, problemIn, type TestDesk, through } from './support.js';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

let test: TestDesk;

beforeAll(async () => {
  test = await deskWith(reports);
}, 120_000);
afterAll(() => test.close());

describe('questions', () => {
  it('lists happenings by the filters of the command line', async () => {
    const { rows } = await test.json<Page<Happening>>(
      '/api/happenings?country=Estonia&country=LVA&type=consult&status=occurred',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.countries).toEqual(expect.arrayContaining(['EST', 'LVA']));
      expect(row.type).toBe('CONSULT');
      expect(row.cite?.sentence).toBe(row.sentence);
    }
  });

  it('takes lists with commas and background as a word', async () => {
    const both = await test.json<Page<Happening>>('/api/happenings?type=CONSULT,ASSAULT&background=false');
    const types = new Set(both.rows.map(({ type }) => type));
    expect(types.has('CONSULT')).toBe(true);
    expect([...types].every((type) => ['CONSULT', 'ASSAULT'].includes(type))).toBe(true);
  });

  it('runs through all pages and finds each row once', async () => {
    const all = await test.json<Page<Happening>>('/api/happenings?limit=1000');
    const ids: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: Page<Happening> = await test.json(
        `/api/happenings?limit=2${next === '' ? '' : `&after=${next}`}`,
      );
      ids.push(...page.rows.map(({ id }) => id));
      next = page.next;
    }
    expect(ids).toEqual(all.rows.map(({ id }) => id));
  });

  it('shows one happening with its evidence, by the beginning of its id too', async () => {
    const { rows } = await test.json<Page<Happening>>('/api/happenings?minSources=2&limit=1');
    const [row] = rows;
    const one = await test.json<OneHappening>(`/api/happenings/${row?.id}`);
    expect(new Set(one.happening.evidence?.map(({ article }) => article)).size).toBe(row?.reports);
    expect(await test.json(`/api/happenings/${one.happening.evidence?.[0]?.event}`)).toEqual(one);
  });

  it('lists reports, and shows one with what each line of its Reading has become', async () => {
    const { rows } = await test.json<Page<ReportRow>>('/api/reports?outlet=Harbour%20Gazette');
    expect(rows.map(({ headline }) => headline)).toEqual([
      'Shelling kills four in Marib',
      'Ministers meet in Tallinn',
    ]);
    const one = await test.json<OneReport>(`/api/reports/${rows[1]?.id}`);
    expect(one.reading.article.text).toContain('Mari Tamm');
    expect(one.events.map(({ index }) => index)).toEqual(one.reading.events.map((_, at) => at));
    expect(one.statements).toHaveLength(one.reading.statements.length);
    const [first] = one.events;
    const happening = await test.json<OneHappening>(`/api/happenings/${first?.event}`);
    expect(happening.happening.title).toBe(first?.title);
  });

  it('tells of statements, actors and whom they meet', async () => {
    const said = await test.json<Page<Saying>>('/api/statements?actor=Mari%20Tamm');
    expect(said.rows[0]?.content).toContain('We agree on most things');
    expect(await test.json(`/api/statements/${said.rows[0]?.wordings[0]?.statement}`)).toEqual(said.rows[0]);
    const { rows } = await test.json<Page<{ id: string; name: string }>>('/api/actors?actor=Mari%20Tamm');
    const one = await test.json<OneActor>(`/api/actors/${encodeURIComponent(rows[0]?.id ?? '')}`);
    expect(one.partners.find(({ name }) => name === 'Janis Ozols')).toMatchObject({ met: 1, conflict: 0 });
  });

  it('counts months and places', async () => {
    const months = await test.json<Page<{ month: string; happenings: number }>>('/api/months');
    expect(months.rows.find(({ month }) => month === '2021-05')?.happenings).toBeGreaterThan(3);
    const places = await test.json<Page<{ name: string }>>('/api/places');
    expect(places.rows.map(({ name }) => name)).toContain('Riga');
  });

  it('tells what was due and what came of it, and gives it to calendars', async () => {
    const { rows } = await test.json<Page<Happening & { outcome: { kind: string } }>>(
      '/api/calendar?since=2021-01-01&today=2021-06-01',
    );
    expect(rows[0]?.outcome.kind).toBe('held');
    const answer = await test.ask('/api/calendar.ics?since=2021-01-01&today=2021-06-01');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/u);
  });

  it('tells of contradictions, disputes and sources', async () => {
    const contradicted = await test.json<Page<{ kind: string }>>('/api/contradictions');
    expect(contradicted.rows.map(({ kind }) => kind)).toContain('count');
    const disputes = await test.json<Page<{ id: string; told: { sentence: string }[] }>>(
      '/api/disputes?country=Japan',
    );
    expect(disputes.rows[0]?.told[0]?.sentence).toContain('Liancourt Rocks');
    expect(await test.json(`/api/disputes/${disputes.rows[0]?.id}`)).toEqual(disputes.rows[0]);
    const sources = await test.json<{ outlets: { outlet: string }[] }>('/api/sources');
    expect(sources.outlets.map(({ outlet }) => outlet).sort()).toEqual([
      'Harbour Gazette',
      'Lowland Courier',
    ]);
  });

  it('lists dossiers, prints one, and narrows questions by it', async () => {
    const { rows } = await test.json<Page<{ name: string; title: string }>>('/api/dossiers');
    expect(rows).toEqual([
      {
        name: 'baltic',
        title: 'Baltic talks',
        about: 'What the two ministers talk about.',
        parties: ['EST', 'LVA'],
      },
    ]);
    const page = await test.json<DossierPage>('/api/dossiers/baltic');
    expect(page.course.length).toBeGreaterThan(0);
    const html = await test.ask('/api/dossiers/baltic?format=html');
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await test.ask('/api/dossiers/baltic?format=markdown')).text()).toMatch(/^# Baltic talks/u);
    const within = await test.json<Page<Happening>>('/api/happenings?dossier=baltic');
    expect(within.rows.every(({ countries }) => countries.includes('EST') || countries.includes('LVA'))).toBe(
      true,
    );
  });

  it('keeps a new dossier as a file, once, and never one without anything to look for', async () => {
    const file = { title: 'Liancourt Rocks', parties: ['JPN', 'KOR'], words: ['Dokdo'] };
    expect(await test.json('/api/dossiers', post({ name: 'liancourt', file }))).toEqual({
      name: 'liancourt',
    });
    expect((await test.json<DossierPage>('/api/dossiers/liancourt')).title).toBe('Liancourt Rocks');
    expect(readFileSync(join(test.folder, 'liancourt.yaml'), 'utf8')).toContain('title: Liancourt Rocks');
    const again = await test.ask(
      '/api/dossiers',
      post({ name: 'liancourt', file: { ...file, title: 'Other' } }),
    );
    expect(await problemIn(again)).toMatchObject({ status: 409, type: 'dossier/exists' });
    const empty = await test.ask('/api/dossiers', post({ name: 'empty', file: { title: 'Nothing' } }));
    expect(await problemIn(empty)).toMatchObject({ status: 400, field: 'file' });
    for (const since of ['0000-00-00', '2021-02-30'])
      expect(
        (await test.ask('/api/dossiers', post({ name: 'since', file: { ...file, since } }))).status,
      ).toBe(400);
    for (const name of ['../outside', 'a/b', '..', 'a\\b', '']) {
      const refused = await test.ask('/api/dossiers', post({ name, file }));
      expect(await problemIn(refused)).toMatchObject({ status: 400, field: 'name' });
    }
    expect(
      readdirSync(test.folder)
        .filter((each) => each.endsWith('.yaml'))
        .sort(),
    ).toEqual(['baltic.yaml', 'liancourt.yaml']);
    rmSync(join(test.folder, 'liancourt.yaml'));
  });

  it('finds words, and who said them', async () => {
    const { rows } = await test.json<Page<{ sentence: string; in: string }>>('/api/search?words=civilians');
    expect(rows[0]?.sentence).toContain('civilians');
    expect((await test.json<Page<unknown>>('/api/search?words=the')).rows).toEqual([]);
    const said = await test.json<Page<Hit>>('/api/search?words=talks&in=statement');
    expect(said.rows.map(({ speakers = [] }) => speakers.map(({ name }) => name))).toContainEqual([
      'Janis Ozols',
    ]);
  });

  it('says what it is', async () => {
    expect(await test.json('/api/about')).toMatchObject({
      record: 'embedded',
      counts: { reports: 5, outlets: 2 },
      who: 'local',
      scopes: ['read', 'write'],
    });
  });

  it.each([
    ['/api/happenings?colour=red', 400, 'colour'],
    ['/api/happenings?type=DANCE', 400, 'type'],
    ['/api/happenings?since=2021-02-30', 400, 'since'],
    ['/api/happenings?limit=0', 400, 'limit'],
    ['/api/happenings?limit=many', 400, 'limit'],
    ['/api/happenings?after=nowhere', 400, 'after'],
    ['/api/happenings?actor=Nobody%20Known', 400, 'actor'],
    ['/api/happenings?country=Atlantis', 400, 'country'],
    ['/api/happenings?dyad=RUS', 400, 'dyad'],
    ['/api/happenings?within=5', 400, 'within'],
    ['/api/happenings?dossier=unknown', 400, 'dossier'],
    ['/api/happenings?words=%00', 400, 'words'],
    ['/api/happenings/h0000', 404, 'id'],
    ['/api/reports/0000', 404, 'id'],
    ['/api/statements/s0000', 404, 'id'],
    ['/api/actors/nobody', 404, 'id'],
    ['/api/disputes/q0000', 404, 'id'],
    ['/api/dossiers/unknown', 404, 'name'],
    ['/api/search', 400, 'words'],
    ['/api/export/happenings', 400, 'format'],
    ['/api/export/actors?format=gdelt', 400, 'format'],
    ['/api/export/everything?format=csv', 400, 'question'],
    ['/api/additions/none', 404, 'id'],
  ])('names the field of %s', async (path, status, field) => {
    const answer = await test.ask(path);
    expect(answer.status).toBe(status);
    expect((await problemIn(answer)).field).toBe(field);
  });

  it('tells what is nowhere', async () => {
    expect((await problemIn(await test.ask('/api/nothing'))).type).toBe('desk/not-found');
  });
});

describe('kept answers', () => {
  it('answers 304 to what a client has, and anew when the record was written to', async () => {
    const first = await test.ask('/api/happenings?limit=3');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/u);
    const again = await test.ask('/api/happenings?limit=3', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const other = await test.ask('/api/happenings?limit=4');
    expect(other.headers.get('etag')).not.toBe(etag);
    const { rows } = await test.json<Page<Happening>>('/api/happenings?limit=1&status=occurred');
    const { id } = await test.json<{ id: number }>(
      '/api/decisions',
      post({ kind: 'rename', subjects: [rows[0]?.id], value: 'Renamed' }),
    );
    const after = await test.ask('/api/happenings?limit=3', { headers: { 'if-none-match': etag } });
    expect(after.status).toBe(200);
    await test.json(`/api/decisions/${id}/undo`, { method: 'POST' });
  });

  it('asks the record once for what several ask at once', async () => {
    const { misses } = test.desk.answers.sums;
    await Promise.all(Array.from({ length: 5 }, () => test.json('/api/happenings?limit=7')));
    expect(test.desk.answers.sums.misses).toBe(misses + 1);
  });

  it('packs long answers for who takes them so', async () => {
    const answer = await test.ask('/api/happenings', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const stream = answer.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(stream).json()).toEqual(await test.json('/api/happenings'));
  });
});

describe('reading', () => {
  const text =
    'Ministers confer\n\nNorwegian Foreign Minister Kari Lund met Polish Prime Minister Jan Nowak in Oslo on Friday.';

  it.each([
    ['a text', { 'content-type': 'text/plain' }, text],
    [
      'a page',
      { 'content-type': 'text/html' },
      `<html><body><article><h1>Ministers confer</h1><p>${text.split('\n')[2]}</p></article></body></html>`,
    ],
    [
      'JSON',
      { 'content-type': 'application/json' },
      JSON.stringify({ text, outlet: 'Fjord Ledger', published: '2024-03-02' }),
    ],
  ])('reads %s and keeps nothing of it', async (_, headers, body) => {
    const before = test.desk.revision();
    const { readings } = await test.json<{ readings: Reading[] }>('/api/read', {
      method: 'POST',
      headers,
      body,
    });
    expect(readings[0]?.events[0]?.code).toMatch(/^CONSULT/u);
    expect(await test.desk.look()).toBe(before);
  });

  it('takes what is said of a raw text from the query', async () => {
    const { readings } = await test.json<{ readings: Reading[] }>(
      '/api/read?outlet=Fjord%20Ledger&published=2024-03-02',
      {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: text,
      },
    );
    expect(readings[0]?.article).toMatchObject({
      outlet: 'Fjord Ledger',
      published: { value: '2024-03-02' },
    });
  });

  it.each([
    [{}, 'text'],
    [{ text, html: '<p>x</p>' }, 'text'],
    [{ text, colour: 'red' }, 'colour'],
    [{ text, published: 'soon' }, 'published'],
    [{ url: 'file:///etc/passwd' }, 'url'],
  ])('names the field of %j', async (body, field) => {
    const answer = await test.ask('/api/read', post(body));
    expect(answer.status).toBe(400);
    expect((await problemIn(answer)).field).toBe(field);
  });

  it('refuses what is no JSON, and kinds that it does not know', async () => {
    const broken = await test.ask('/api/read', { ...post({}), body: '{' });
    expect((await problemIn(broken)).status).toBe(400);
    const image = await test.ask('/api/read', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: 'x',
    });
    expect((await problemIn(image)).status).toBe(415);
  });
});

describe('adding', () => {
  it('files texts, and says so when it has them already', async () => {
    const body = [
      {
        text: 'Chile and Peru signed a trade agreement in Lima on Monday.',
        outlet: 'Pacific Post',
        published: '2024-01-08',
      },
      {
        text: 'Peruvian President Ana Rojas visited Chile on Tuesday.',
        outlet: 'Pacific Post',
        published: '2024-01-09',
      },
    ];
    const answer = await test.ask('/api/reports', post(body));
    expect(answer.status).toBe(202);
    const { id } = (await answer.json()) as Addition;
    expect(answer.headers.get('location')).toBe(`/api/additions/${id}`);
    expect(await through(test.desk, id)).toMatchObject({
      state: 'done',
      total: 2,
      done: 2,
      read: 2,
      filed: 2,
      known: 0,
    });
    const again = await test.json<Addition>('/api/reports', post(body));
    expect(await through(test.desk, again.id)).toMatchObject({ filed: 0, known: 2 });
    const addition = await test.json<Addition>(`/api/additions/${id}`);
    const one = await test.json<OneReport>(`/api/reports/${addition.reports[0]?.id}`);
    expect(one.report.outlet).toBe('Pacific Post');
  });

  it('files what is in files, and tells which of them could not be read', async () => {
    const form = new FormData();
    const lines = [
      JSON.stringify({ text: 'Ghana recalled its ambassador from Togo on Friday.', published: '2024-02-02' }),
      '{ broken',
      JSON.stringify({ text: 'Togo expelled two diplomats of Ghana on Saturday.', published: '2024-02-03' }),
    ];
    form.append('files', new File([lines.join('\n')], 'wire/day.jsonl'));
    form.append('files', new File([new Uint8Array([0, 1, 2, 255, 254, 0, 0])], 'picture.png'));
    form.append('files', new File(['Ghana and Togo met in Accra on Sunday.'], 'note.txt'));
    const { id } = await test.json<Addition>('/api/reports?outlet=Gulf%20Times', {
      method: 'POST',
      body: form,
    });
    const done = await through(test.desk, id);
    expect(done).toMatchObject({ state: 'done', total: 3, done: 3, read: 3, filed: 3, failures: 2 });
    expect(done.failed.map(({ origin, place }) => [origin, place?.replace(/,.*/u, '')])).toEqual([
      ['wire/day.jsonl', 'line 2'],
      ['picture.png', undefined],
    ]);
    const failures = await test.json<Page<{ origin: string }>>('/api/failures');
    expect(failures.rows.map(({ origin }) => origin).sort()).toEqual(['picture.png', 'wire/day.jsonl']);
  });

  it('refuses a form without files', async () => {
    const form = new FormData();
    form.append('other', 'x');
    const answer = await test.ask('/api/reports', { method: 'POST', body: form });
    expect((await problemIn(answer)).field).toBe('files');
  });

  it('stops what waits', async () => {
    const first = test.desk.additions.add('first', { kind: 'inputs', inputs: [], source: {} });
    const second = test.desk.additions.add('second', { kind: 'inputs', inputs: [], source: {} });
    await test.json(`/api/additions/${second.id}`, { method: 'DELETE' });
    expect((await through(test.desk, second.id)).state).toBe('stopped');
    expect((await through(test.desk, first.id)).state).toBe('done');
  });
});

describe('deciding', () => {
  it('rejects an event, shows it, and takes it back', async () => {
    const { rows } = await test.json<Page<Happening>>('/api/happenings?country=SAU&limit=1');
    const event = rows[0]?.cite?.event ?? '';
    const answer = await test.ask(
      '/api/decisions',
      post({ kind: 'reject', subjects: [event], note: 'read wrongly', author: 'Ada' }),
    );
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: number };
    const report = await test.json<OneReport>(`/api/reports/${rows[0]?.cite?.article}`);
    expect(report.events.find((each) => each.event === event)).toMatchObject({ rejected: true });
    const decisions =
      await test.json<Page<{ id: number; author: string; undone: string | null }>>('/api/decisions');
    expect(decisions.rows.at(-1)).toMatchObject({ id, author: 'Ada', undone: null });
    await test.json(`/api/decisions/${id}/undo`, { method: 'POST' });
    const after = await test.json<OneReport>(`/api/reports/${rows[0]?.cite?.article}`);
    expect(after.events.find((each) => each.event === event)).toMatchObject({ rejected: false });
    const twice = await test.ask(`/api/decisions/${id}/undo`, { method: 'POST' });
    expect((await problemIn(twice)).status).toBe(404);
  });

  it.each([
    [{ kind: 'reject', subjects: ['nothing-of-that'] }, 400, 'subjects'],
    [{ kind: 'reject', subjects: [] }, 400, 'subjects'],
    [{ kind: 'forget', subjects: ['x'] }, 400, 'kind'],
    [{ kind: 'reject', subjects: ['a\0b'] }, 400, 'subjects.0'],
  ])('refuses %j', async (body, status, field) => {
    const answer = await test.ask('/api/decisions', post(body));
    expect(answer.status).toBe(status);
    expect((await problemIn(answer)).field).toBe(field);
  });

  it('refuses in words what the record refuses', async () => {
    const { rows } = await test.json<Page<Happening>>('/api/happenings?limit=1');
    const answer = await test.ask('/api/decisions', post({ kind: 'rename', subjects: [rows[0]?.id] }));
    expect(await problemIn(answer)).toMatchObject({ status: 409, type: 'record/refused' });
  });
});

describe('exports', () => {
  it.each([
    'csv',
    'json',
    'jsonl',
    'geojson',
    'icalendar',
    'atom',
    'timelinejs',
    'polecat',
    'gdelt',
    'gdelt1',
    'parquet',
  ])('gives happenings as %s', async (format) => {
    const answer = await test.ask(`/api/export/happenings?format=${format}&country=Estonia`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="demarche-happenings-[\d-]+\.\w+"$/u,
    );
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
  });

  it('gives all rows, or as many as asked for', async () => {
    const { rows } = await test.json<Page<Happening>>('/api/happenings?limit=1000');
    const lines = (await (await test.ask('/api/export/happenings?format=jsonl')).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(rows.map(({ id }) => id));
    const two = (await (await test.ask('/api/export/happenings?format=jsonl&limit=2')).text())
      .trim()
      .split('\n');
    expect(two).toHaveLength(2);
  });

  it.each(['statements', 'actors', 'contradictions', 'calendar'])('gives %s', async (question) => {
    const answer = await test.ask(`/api/export/${question}?format=csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await answer.text()).toContain(',');
  });

  it('tells what is wrong before it sends anything', async () => {
    const answer = await test.ask('/api/export/actors?format=csv&words=peace');
    expect((await problemIn(answer)).field).toBe('words');
  });

  it('frees its place when a client leaves', async () => {
    for (let times = 0; times < 6; times++) {
      const answer = await test.ask('/api/export/happenings?format=jsonl');
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    }
    const heads = await Promise.all(
      Array.from({ length: 6 }, () => test.ask('/api/export/happenings?format=csv', { method: 'HEAD' })),
    );
    expect(heads.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
  });
});

describe('health', () => {
  it('answers for the process and for the record', async () => {
    expect(await test.json('/health')).toEqual({ status: 'ok' });
    expect(await test.json('/ready')).toEqual({ status: 'ready' });
  });

  it('counts requests by the pattern of their path', async () => {
    await test.ask('/api/happenings/h0000');
    const text = await (await test.ask('/metrics')).text();
    expect(text).toContain(
      'demarche_http_request_seconds_count{method="GET",route="/api/happenings/:id",status="404"}',
    );
    expect(text).toMatch(/^demarche_record_reports \d+$/mu);
    expect(text).not.toContain('h0000');
  });
});
