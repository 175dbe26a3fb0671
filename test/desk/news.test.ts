import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Addition } from '../../src/desk/additions/addition.js';
import type { RevisionNews } from '../../src/desk/news.js';
import { batchOf } from '../../src/record/add/intake.js';
import { readingsOf } from '../record/kinds.js';
import { reports } from '../record/reports.js';
import { deskWith, post, type TestDesk } from './support.js';

let test: TestDesk;

beforeAll(async () => {
  test = await deskWith(reports.slice(0, 2));
}, 120_000);
afterAll(() => test.close());

interface Told {
  readonly event: string;
  readonly data: unknown;
}

/** Events as a browser takes them, until `enough` says so. */
async function listen(enough: (told: readonly Told[]) => boolean) {
  const answer = await test.ask('/api/news');
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const told: Told[] = [];
  const heard = (async () => {
    let rest = '';
    while (reader !== undefined && !enough(told)) {
      const { done, value = '' } = await reader.read();
      if (done) return;
      rest += value;
      const parts = rest.split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const [, event, data] = /^event: (.*)\ndata: (.*)$/u.exec(part) ?? [];
        if (event !== undefined) told.push({ event, data: JSON.parse(data ?? '') });
      }
    }
    await reader?.cancel();
  })();
  return { told, heard };
}

const revisions = (told: readonly Told[]): RevisionNews[] =>
  told.filter(({ event }) => event === 'revision').map(({ data }) => data as RevisionNews);

it('says at once how the record stands, then what is filed, each report once', async () => {
  const { told, heard } = await listen((all) => revisions(all).length === 3);
  const [c, d] = await readingsOf(reports.slice(2, 4));
  if (c === undefined || d === undefined) throw new Error('nothing was read.');
  await test.desk.record.file(batchOf([c]));
  await test.desk.look();
  await test.desk.record.file(batchOf([d]));
  await test.desk.look();
  await heard;
  const [first, second, third] = revisions(told);
  expect(first).toMatchObject({ revision: 1, reports: 2, filed: [] });
  expect(second).toMatchObject({
    revision: 2,
    reports: 3,
    filed: [{ headline: 'Shelling kills four in Marib', outlet: 'Harbour Gazette' }],
  });
  expect(third).toMatchObject({ revision: 3, reports: 4, filed: [{ headline: 'Seven killed in Marib' }] });
});

it('hears by itself of what others write, and tells all who listen', async () => {
  const ears = await Promise.all([
    listen((all) => revisions(all).length === 2),
    listen((all) => revisions(all).length === 2),
  ]);
  expect(test.desk.news.listeners).toBe(2);
  await test.desk.record.file(batchOf(await readingsOf(reports.slice(4))));
  await Promise.all(ears.map(({ heard }) => heard));
  for (const { told } of ears) expect(revisions(told).at(-1)?.filed).toHaveLength(1);
  expect(test.desk.news.listeners).toBe(0);
});

it('tells how additions get on', async () => {
  const isDone = ({ event, data }: Told) => event === 'addition' && (data as Addition).state === 'done';
  const { told, heard } = await listen((all) => all.some(isDone));
  await test.json(
    '/api/reports',
    post({ text: 'Kenya met Ghana in Accra on Sunday.', published: '2022-03-06' }),
  );
  await heard;
  const states = told.filter(({ event }) => event === 'addition').map(({ data }) => (data as Addition).state);
  expect(states[0]).toBe('running');
  expect(told.find(isDone)?.data).toMatchObject({ filed: 1, done: 1 });
});

it('asked for its head alone, holds nobody', async () => {
  expect((await test.ask('/api/news', { method: 'HEAD' })).status).toBe(200);
  expect(test.desk.news.listeners).toBe(0);
});

it('sends all away when the desk closes', async () => {
  const { heard } = await listen(() => false);
  test.desk.news.end();
  await heard;
  expect(test.desk.news.listeners).toBe(0);
  const late = await test.ask('/api/news');
  expect(await late.text()).toContain('event: revision');
});
