import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import type { Pool } from '../../src/reading/pool.js';
import { checkRecord } from '../../src/record/check/check.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { openQueue, type Queue } from '../../src/work/queue.js';
import { type WorkOptions, work } from '../../src/work/worker.js';
import { type Place, server } from '../record/kinds.js';
import { demarche, type Ran } from '../support/command.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-work-'));
  writeFileSync(
    join(folder, 'reports.jsonl'),
    `${reports.map((report) => JSON.stringify(report)).join('\n')}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const cities = ['Riga', 'Lima', 'Oslo', 'Rome', 'Cairo', 'Accra', 'Dakar', 'Hanoi', 'Quito', 'Tunis'];
const pairs = ['Estonia and Latvia', 'Japan and India', 'Chile and Peru', 'Egypt and Sudan'];

/** Each of another meeting. */
const reports = cities.flatMap((city, at) =>
  pairs.map((pair, by) => ({
    id: `${city}-${by}`,
    outlet: `Outlet ${by}`,
    published: `2021-0${1 + (at % 9)}-1${by}`,
    text: `Talks in ${city}\n\nThe foreign ministers of ${pair} met in ${city} on Monday.`,
  })),
);

describe('demarche work', () => {
  test('an embedded record is told to need a server', async () => {
    const { code, err } = await demarche(['work', '--record', join(folder, 'embedded')]);
    expect(err).toContain('jobs need a PostgreSQL server (--record postgres://…)');
    expect(code).toBe(1);
  });
});

describe.each(server)('demarche work on a $name', (kind) => {
  let place: Place;
  let record: Record;
  let queue: Queue;
  const running: ChildProcess[] = [];
  beforeEach(async () => {
    place = await kind.place();
    record = await openRecord(place.where, { create: true });
    queue = await openQueue(place.where);
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await queue.close();
    await record.close();
    await place.remove();
  });

  const run = (...args: string[]): Promise<Ran> => demarche([...args, '--record', place.where]);

  /** A worker of its own process. */
  function startWorker(...args: string[]): ChildProcess & { readonly told: () => string } {
    const main = packageFile('dist', 'src', 'cli', 'main.js');
    const child = spawn(process.execPath, [main, 'work', '-j', '1', '--record', place.where, ...args]);
    running.push(child);
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    return Object.assign(child, { told: () => told });
  }

  const numberOf = async (table: string): Promise<number> => {
    const { rows } = await record.query(`select count(*)::integer as number from ${table}`);
    return (rows as [{ number: number }])[0].number;
  };

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await pause(50);
  }

  const wrong = async (): Promise<string[]> =>
    (await checkRecord(record)).filter(({ ok }) => !ok).map(({ check, example }) => `${check}: ${example}`);

  const idle: Pool = { ahead: 1, run: async () => [], close: async () => {} };
  const optionsOf = (more: Partial<WorkOptions> = {}): WorkOptions => ({
    pool: idle,
    hands: 1,
    untilEmpty: true,
    signal: new AbortController().signal,
    say: () => {},
    ...more,
  });

  test('four workers, one of which dies: each report is filed once', { timeout: 120_000 }, async () => {
    const put = await run('add', '--queue', join(folder, 'reports.jsonl'));
    expect(put.err).toContain('40 reports put into 5 jobs, 0 inputs failed');
    // Going on later puts nothing twice.
    expect((await run('add', '--queue', join(folder, 'reports.jsonl'))).err).toContain(
      '0 reports put into 0 jobs',
    );
    const first = startWorker('--lease', '2');
    await until(async () => (await numberOf("demarche_jobs.job where state = 'active'")) > 0);
    first.kill('SIGKILL');
    const workers = [1, 2, 3].map(() => startWorker('--lease', '2', '--until-empty'));
    const ended = await Promise.all(workers.map((worker) => once(worker, 'close')));
    expect(ended.map(([code]) => code)).toEqual([0, 0, 0]);
    expect(await queue.size()).toBe(0);
    expect(await numberOf('article')).toBe(reports.length);
    expect(await numberOf('failure')).toBe(0);
    expect(await queue.dead()).toEqual([]);
    expect(await wrong()).toEqual([]);
  });

  test('a report that cannot be read is on the list of failures, the others are filed', async () => {
    writeFileSync(join(folder, 'mixed.jsonl'), `{"text": "Estonia met Latvia in Riga."}\n{"text": 7}\n`);
    await run('add', '--queue', join(folder, 'mixed.jsonl'));
    const { err } = await run('work', '-j', '1', '--until-empty');
    expect(err).toContain('1 jobs done, 1 filed, 0 known before, 1 failed');
    expect((await run('add', '--failed')).out).toContain(
      'mixed.jsonl, line 2: It has neither "text" nor "html"',
    );
  });

  test('a job that fails each time is listed, and put again when asked to', { timeout: 60_000 }, async () => {
    await queue.put([{ queue: 'read', data: { kind: 'unheard of' } }]);
    // As if each pause were over.
    const hurry = setInterval(
      () => record.query(`update demarche_jobs.job set start_after = now() where state = 'retry'`),
      100,
    );
    try {
      const told: string[] = [];
      const { failed } = await work(record, queue, optionsOf({ say: (line) => told.push(line) }));
      expect(failed).toBe(5);
      expect(told).toHaveLength(5);
    } finally {
      clearInterval(hurry);
    }
    expect(await queue.dead()).toMatchObject([{ queue: 'read', what: 'a job of another version' }]);
    expect((await run('work', '--failed')).out).toMatch(/ read a job of another version: /u);
    expect((await run('work', '--retry')).err).toContain('1 jobs put again');
    expect(await queue.dead()).toEqual([]);
    expect(await queue.size()).toBe(1);
  });

  test('an old worker stops at a newer schema, and its job is left to others', async () => {
    await queue.put([{ queue: 'read', data: { kind: 'reports', reports: [] } }]);
    const pool: Pool = { ...idle };
    const take = queue.take;
    const changed: Queue = {
      ...queue,
      async take(name) {
        const job = await take(name);
        await record.query(`insert into kysely_migration (name, timestamp) values ('999-later', '')`);
        return job;
      },
    };
    await queue.put([
      {
        queue: 'read',
        data: { kind: 'reports', reports: [{ line: '{"text": "Riga."}', source: { from: 'x', line: 1 } }] },
      },
    ]);
    const reading: Pool = {
      ...pool,
      run: async () => [{ ok: false, error: { code: 'input/empty', from: 'x', message: 'Nothing.' } }],
    };
    await expect(work(record, changed, optionsOf({ pool: reading }))).rejects.toMatchObject({
      code: 'record/newer',
    });
    expect(await numberOf('failure')).toBe(0);
    expect(await queue.size()).toBeGreaterThan(0);
    const { code, err } = await run('work', '--until-empty');
    expect(err).toContain('was written by a newer version of demarche (schema step 999-later)');
    expect(code).toBe(1);
  });

  test('a worker that is told to stop finishes the job in hand', { timeout: 60_000 }, async () => {
    await run('add', '--queue', join(folder, 'reports.jsonl'));
    const worker = startWorker();
    await until(async () => (await numberOf(`demarche_jobs.job where state = 'active'`)) > 0);
    worker.kill('SIGTERM');
    const [code] = await once(worker, 'close');
    expect(code).toBe(0);
    expect(worker.told()).toContain('1 jobs done, 8 filed');
    expect(await numberOf('article')).toBe(8);
    expect(await queue.size()).toBe(4);
  });

  test('a server that goes away and comes back: work goes on', { timeout: 60_000 }, async () => {
    await queue.put(
      [1, 2].map((number) => ({
        queue: 'read' as const,
        data: { kind: 'reports', reports: [{ line: '{}', source: { from: `x${number}`, line: 1 } }] },
      })),
    );
    let times = 0;
    const pool: Pool = {
      ...idle,
      async run({ source }) {
        // In the middle of the job every connection of the record breaks.
        if (times++ === 0) throw Object.assign(new Error('Connection terminated unexpectedly'));
        return [{ ok: false, error: { code: 'input/empty', from: source.from ?? '', message: 'Nothing.' } }];
      },
    };
    const told: string[] = [];
    const { jobs } = await work(record, queue, optionsOf({ pool, say: (line) => told.push(line) }));
    expect(jobs).toBe(2);
    expect(told).toEqual([
      expect.stringMatching(/could not be reached: .*; trying again in 1 s/u),
      expect.stringContaining('is there again; work goes on'),
    ]);
    expect(await numberOf('failure')).toBe(2);
  });

  test('each source that is due is looked at once, by whichever worker', async () => {
    await record.query(`insert into source (id, kind, state, next) values
      ('https://a.example/feed', 'feed', '{}', now() - interval '1 minute'), ('https://b.example/feed', 'feed', '{}', now() + interval '1 hour')`);
    const looked: string[] = [];
    const stop = new AbortController();
    const poll = async (source: string): Promise<void> => {
      looked.push(source);
      setTimeout(() => stop.abort(), 2500);
    };
    const worker = () => work(record, queue, optionsOf({ poll, untilEmpty: false, signal: stop.signal }));
    await Promise.all([worker(), worker()]);
    expect(looked).toEqual(['https://a.example/feed']);
  });
});
