/** A real desk, as `demarche serve` opens it, and a real Chromium that looks at it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface ServedDesk {
  readonly address: string;
  close(): Promise<void>;
}

const command = fileURLToPath(new URL('../../../dist/src/cli/main.js', import.meta.url));

/** An empty record with one dossier. */
export async function serveDesk(): Promise<ServedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-browser-'));
  const record = join(folder, 'record');
  mkdirSync(join(record, 'dossiers'), { recursive: true });
  writeFileSync(
    join(record, 'dossiers', 'fishing.yaml'),
    'title: Fishing in the Barents Sea\nparties: [NOR, RUS]\n',
  );
  const args = [command, 'serve', '--record', record, '--port', '0', '--jobs', '1', '--log-level', 'error'];
  const desk = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => desk.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    desk.stderr.on('data', (text: Buffer) => {
      told += text.toString();
      const at = /the desk is at (http:\S+)/u.exec(told)?.[1];
      if (at !== undefined) resolve(at);
    });
    desk.once('exit', () => reject(new Error(`the desk did not open: ${told}`)));
  });
  return {
    address,
    async close() {
      desk.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Watched {
  readonly page: Page;
  /** Errors on the console, and requests to anywhere but the desk. */
  readonly complaints: string[];
}

export async function openPage(
  browser: Browser,
  { address }: ServedDesk,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ ...options, baseURL: address, locale: 'en-GB' });
  await context.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol !== 'data:') complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

/** What axe-core calls serious or critical in the page as it stands, by WCAG 2.2 A and AA. */
export async function barriersIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return await loaded.run(document, { runOnly: tags });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Nothing serious, and nothing that runs out of the page to the right. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await barriersIn(page), page.url()).toEqual([]);
  const [wide, shown] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, `${page.url()} is wider than the window`).toBeLessThanOrEqual(shown ?? 0);
}
