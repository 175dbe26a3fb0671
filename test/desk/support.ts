/** A desk over a record in memory, asked without a port. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { expect } from 'vitest';
import { type AppOptions, createApp } from '../../src/desk/app.js';
import { createDesk, type Desk, type DeskOptions } from '../../src/desk/desk.js';
import type { DeskEnv } from '../../src/desk/env.js';
import { createKeys } from '../../src/desk/keys.js';
import { createLog } from '../../src/desk/log.js';
import { createSingle } from '../../src/reading/pool.js';
import { batchOf } from '../../src/record/add/intake.js';
import { readingsOf } from '../record/kinds.js';

export interface TestDesk {
  readonly desk: Desk;
  readonly app: Hono<DeskEnv>;
  /** Where dossiers, keys and the page lie. */
  readonly folder: string;
  /** Below the root of the desk. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  json<Answer = unknown>(path: string, init?: RequestInit): Promise<Answer>;
  close(): Promise<void>;
}

export const dossier = `title: Baltic talks
about: What the two ministers talk about.
parties: [EST, LVA]
words: [sanctions]
`;

/** Options of the app that a test changes. */
export type Changed = Partial<AppOptions> & { readonly key?: string };

export async function deskWith(
  reports: readonly object[],
  changed: Changed = {},
  options: Partial<DeskOptions> = {},
): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-desk-'));
  writeFileSync(join(folder, 'baltic.yaml'), dossier);
  const desk = await createDesk({
    record: 'memory://',
    pool: createSingle(),
    dossiers: [folder],
    ...options,
  });
  if (reports.length > 0) await desk.record.file(batchOf(await readingsOf(reports)));
  await desk.look();
  const app = appOver(desk, folder, changed);
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(`http://localhost:4242${path}`, init);
  return {
    desk,
    app,
    folder,
    ask,
    async json<Answer>(path: string, init?: RequestInit) {
      const answer = await ask(path, init);
      expect(answer.status, await answer.clone().text()).toBeLessThan(300);
      return (await answer.json()) as Answer;
    },
    async close() {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Another door to the same desk: other keys, other limits. */
export const appOver = (desk: Desk, folder: string, { key, ...changed }: Changed = {}): Hono<DeskEnv> =>
  createApp(desk, {
    keys: createKeys(join(folder, 'desk-keys.json'), key),
    closed: key !== undefined,
    hosts: [],
    cors: [],
    rate: 0,
    maxBody: 1024 * 1024,
    log: createLog('silent'),
    page: join(folder, 'web'),
    ...changed,
  });

export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** What an error looks like, with the field that it names. */
export async function problemIn(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await answer.json()) as { type: string; status: number; detail: string; field?: string };
  expect(problem.status).toBe(answer.status);
  return problem;
}

/** Waits until an addition is through. */
export async function through(desk: Desk, id: string) {
  for (let tries = 0; tries < 1800; tries++) {
    const addition = desk.additions.find(id);
    if (addition?.state === 'done' || addition?.state === 'stopped') return addition;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${id} is not through after 90 seconds.`);
}
