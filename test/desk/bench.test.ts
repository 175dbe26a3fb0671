/** The load test asks what the desk answers: a route or filter that is renamed shows here, not in figures that mean nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answered, startReaders } from '../../bench/desk/readers.js';
import { type Ask, asksOf, writeDossiers } from '../../bench/desk/requests.js';
import { tableOf } from '../../bench/desk/table.js';
import { load } from '../../bench/record/load.js';
import { drawsOf } from '../../bench/record/questions.js';
import { type Drawn, randomOf } from '../../bench/record/random.js';
import { type DeskServer, startServer } from '../../src/desk/server.js';
import { openDatabase } from '../../src/record/store/database.js';

let home: string;
let desk: DeskServer;
let ask: Drawn<Ask>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  const record = join(home, 'record');
  await load(record, { happenings: 300 }, () => {});
  const database = await openDatabase(record);
  const draws = await drawsOf(database.db);
  const dossiers = join(home, 'dossiers');
  const names = await writeDossiers(dossiers, database.db, draws, '2005-01-01', 1);
  await database.close();
  expect(names.length).toBeGreaterThan(0);
  ask = asksOf(draws, names);
  desk = await startServer({ record, dossiers: [dossiers], host: '127.0.0.1', port: 0, log: 'silent' });
}, 120_000);
afterAll(async () => {
  await desk.close();
  rmSync(home, { recursive: true, force: true });
});

it('asks nothing that is an error', async () => {
  const random = randomOf(5);
  const failed: string[] = [];
  const kinds = new Set<string>();
  for (let nth = 0; nth < 200; nth++) {
    const { kind, path } = ask(random);
    kinds.add(kind);
    const answer = await fetch(new URL(path, desk.address));
    if (!answer.ok) failed.push(`${answer.status} ${path}: ${await answer.text()}`);
    else await answer.arrayBuffer();
  }
  expect(failed).toEqual([]);
  expect(kinds.size).toBe(4);
});

it('counts every answer, each with its time', async () => {
  const reading = startReaders({
    port: Number(new URL(desk.address).port),
    ask,
    count: 4,
    think: 10,
    seed: 1,
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await reading.end();
  expect(reading.answers.length).toBeGreaterThan(4);
  for (const { status, took, bytes } of reading.answers) {
    expect(status).toBe(200);
    expect(took).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(0);
  }
});

it('misses a floor where answers are late, and where one fails', () => {
  const answer = (took: number, status = 200): Answered => ({
    reader: 0,
    kind: 'list',
    path: '/',
    at: 0,
    took,
    status,
    bytes: 1,
  });
  const quick = Array.from({ length: 100 }, () => answer(10));
  expect(tableOf(quick, 1).holds).toBe(true);
  expect(tableOf([...quick, ...Array.from({ length: 5 }, () => answer(500))], 1).holds).toBe(true);
  expect(tableOf([...quick, ...Array.from({ length: 6 }, () => answer(500))], 1).holds).toBe(false);
  expect(tableOf([...quick, answer(10, 500)], 1).holds).toBe(false);
});
