/** `demarche serve` and `keys` as they are installed: from start to a quiet end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import { batchOf } from '../../src/record/add/intake.js';
import { openRecord } from '../../src/record/record.js';
import { readingsOf } from '../record/kinds.js';
import { reports } from '../record/reports.js';
import { demarche } from '../support/command.js';

let folder = '';
let record = '';
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-serve-'));
  record = join(folder, 'record');
  const opened = await openRecord(record, { create: true });
  await opened.file(batchOf(await readingsOf(reports)));
  await opened.close();
}, 120_000);
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  running.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it wrote on standard error so far. */
  log(): string;
}

async function serve(...more: string[]): Promise<Served> {
  const args = ['serve', '--record', record, '--port', '0', '--log-level', 'info', ...more];
  const child = spawn(process.execPath, [packageFile('dist', 'src', 'cli', 'main.js'), ...args]);
  running.add(child);
  let log = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
      const [, found] = /the desk is at (\S+)/u.exec(log) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`it ended: ${log}`)));
  });
  return { child, address, log: () => log };
}

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
};

describe('SIGTERM', () => {
  it('lets requests in flight end, closes news, and leaves a record that opens again', async () => {
    const { child, address } = await serve();
    const news = await fetch(`${address}/api/news`);
    const text = `${'Kenya met Ghana in Accra on Sunday. '.repeat(20)}`;
    const inFlight = fetch(`${address}/api/read`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: text,
    });
    const list = fetch(`${address}/api/happenings?evidence=true`);
    const addition = await fetch(`${address}/api/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Oman met Iran in Muscat on Sunday.', published: '2022-03-06' }),
    });
    expect(addition.status).toBe(202);
    // Until the server has taken the request up.
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGTERM');
    expect((await list).status).toBe(200);
    const read = await inFlight;
    expect(read.status).toBe(200);
    expect(((await read.json()) as { readings: unknown[] }).readings).toHaveLength(1);
    expect(await news.text()).toContain('event: revision');
    expect(await ended(child)).toBe(0);
    await expect(fetch(`${address}/health`)).rejects.toThrow();
    const again = await serve();
    const about = (await (await fetch(`${again.address}/api/about`)).json()) as {
      counts: { reports: number };
    };
    expect(about.counts.reports).toBeGreaterThanOrEqual(reports.length);
    again.child.kill('SIGTERM');
    expect(await ended(again.child)).toBe(0);
  }, 120_000);

  it('closes connections that are only kept open', async () => {
    const { child, address } = await serve();
    const socketClosed = new Promise<void>((resolve) => {
      const call = request(`${address}/health`, { headers: { connection: 'keep-alive' } }, (answer) => {
        answer.resume();
        answer.socket.once('close', () => resolve());
      });
      call.end();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    child.kill('SIGTERM');
    await socketClosed;
    expect(await ended(child)).toBe(0);
    expect(performance.now() - began).toBeLessThan(9000);
  }, 60_000);
});

describe('starting', () => {
  it('opens without asking how much the record holds', async () => {
    const began = performance.now();
    const { child, address } = await serve();
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    // Most of it is the embedded database's own; the machine of a test may be busy.
    expect(performance.now() - began).toBeLessThan(20_000);
    child.kill('SIGTERM');
    await ended(child);
  }, 60_000);

  it('tells what stands in its way, and ends with 2', async () => {
    const { child, address } = await serve();
    const port = new URL(address).port;
    const taken = await demarche(['serve', '--record', join(folder, 'other'), '--port', port]);
    expect(taken.code).toBe(2);
    expect(taken.err).toContain('--port takes another');
    const open = await demarche([
      'serve',
      '--record',
      join(folder, 'other'),
      '--host',
      '0.0.0.0',
      '--port',
      '0',
    ]);
    expect(open.code).toBe(2);
    expect(open.err).toContain('demarche keys add');
    const inUse = await demarche(['add', '-', '--record', record], 'Oman met Iran.');
    expect(inUse.code).toBe(1);
    expect(inUse.err).toMatch(/in use|served|another/u);
    child.kill('SIGTERM');
    await ended(child);
  }, 120_000);
});

describe('keys', () => {
  it('are made, listed, used and removed; no log has them', async () => {
    const file = join(folder, 'keys.json');
    const made = await demarche(['keys', 'add', 'reader', '--keys', file]);
    const key = made.out.trim();
    expect(key).toMatch(/^dk_[\w-]{43}$/u);
    expect((await demarche(['keys', 'list', '--keys', file])).out).toMatch(/^reader\tread\t\d{4}-/u);
    const served = await serve('--keys', file);
    expect((await fetch(`${served.address}/api/about`)).status).toBe(401);
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${served.address}/api/about`, { headers })).status).toBe(200);
    expect((await fetch(`${served.address}/api/decisions`, { method: 'POST', headers })).status).toBe(403);
    expect((await demarche(['keys', 'remove', 'reader', '--keys', file])).code).toBe(0);
    expect((await fetch(`${served.address}/api/about`, { headers })).status).toBe(401);
    expect(served.log()).toContain('"path":"/api/about"');
    expect(served.log()).not.toContain(key);
    served.child.kill('SIGTERM');
    expect(await ended(served.child)).toBe(0);
    expect((await demarche(['keys', 'remove', 'reader', '--keys', file])).code).toBe(2);
    expect((await demarche(['keys', 'add'])).code).toBe(2);
  }, 120_000);
});
