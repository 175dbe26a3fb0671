/** `demarche add` killed at random moments, again and again: nothing is lost, nothing is there twice, the record is sound. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMerging } from '../../bench/eval/merging-read.js';
import { packageFile } from '../../src/package-root.js';
import { checkRecord } from '../../src/record/check/check.js';
import { openRecord } from '../../src/record/record.js';
import { kinds, type Place } from './kinds.js';

const KILLS = 10;
/** Milliseconds after the first report is filed, or after the start where none ever is. */
const LONGEST = 2500;

interface Run {
  readonly code: number | null;
  readonly killed: boolean;
  readonly said: string;
}

function add(file: string, where: string, killAfter?: number): Promise<Run> {
  const command = [
    packageFile('dist', 'src', 'cli', 'main.js'),
    'add',
    file,
    '--record',
    where,
    '--jobs',
    '1',
  ];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += String(chunk);
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, killed: signal === 'SIGKILL', said });
    });
  });
}

describe.each(kinds)('$name', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kill-'));
  const file = join(folder, 'reports.jsonl');
  let place: Place;
  let reports = 0;

  beforeAll(async () => {
    const lines = readMerging(packageFile('gold', 'merging')).reports.map(({ id, outlet, published, text }) =>
      JSON.stringify({ id, outlet, published, text }),
    );
    reports = lines.length;
    writeFileSync(file, lines.join('\n'));
    place = await kind.place();
    // Made beforehand: else an embedded one would never get beyond its making.
    await (await openRecord(place.where, { create: true })).close();
  }, 60_000);

  afterAll(async () => {
    await place.remove();
    rmSync(folder, { recursive: true });
  }, 60_000);

  test(`${KILLS} kills`, async () => {
    let kills = 0;
    for (let at = 0; at < KILLS; at++) {
      const { killed } = await add(file, place.where, 900 + Math.random() * LONGEST);
      if (killed) kills++;
    }
    expect(kills).toBeGreaterThan(0);
    const last = await add(file, place.where);
    expect(last.said).toContain(' 0 failed');
    expect(last.code).toBe(0);
    const record = await openRecord(place.where);
    const { rows } = await record.query(
      'select count(*)::integer as articles, count(distinct id)::integer as ids from article',
    );
    expect(rows).toEqual([{ articles: reports, ids: reports }]);
    const broken = (await checkRecord(record)).filter(({ ok }) => !ok);
    expect(broken).toEqual([]);
    await record.close();
  }, 300_000);
});
