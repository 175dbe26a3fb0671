/** The built page in a real browser, with answers of the test's own instead of a desk. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.js';

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** As strict as the desk's own: no style but from files. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** By path below /api; a function is given the query. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Opened {
  readonly page: Page;
  /** Queries of a path, in the order in which they were asked. */
  readonly asked: (path: string) => readonly URLSearchParams[];
  /** What a browser complains of: scripts, the policy, requests to elsewhere. */
  readonly complaints: readonly string[];
}

export interface Browsing {
  open(path: string, answers: Answers, viewport?: { width: number; height: number }): Promise<Opened>;
  close(): Promise<void>;
}

/** @throws where the page is not built. */
export async function browse(): Promise<Browsing> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error('dist/web is not there: run npm run build first.');
  const browser = await openBrowser();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk');
    const file = extname(pathname) in types ? pathname : '/index.html';
    readFile(join(built, file)).then(
      (bytes) => {
        response.writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': policy });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    open: (path, answers, viewport) => opened(browser, `http://127.0.0.1:${port}`, path, answers, viewport),
    close: () => closed(browser, server),
  };
}

async function opened(
  browser: Browser,
  origin: string,
  path: string,
  answers: Answers,
  viewport = { width: 1280, height: 900 },
): Promise<Opened> {
  const page = await browser.newPage({ viewport });
  // A busy machine may take long over a large page.
  page.setDefaultTimeout(25_000);
  const complaints: string[] = [];
  const asked = new Map<string, URLSearchParams[]>();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`asked for ${request.url()}`);
  });
  await page.route('**/api/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const name = decodeURIComponent(pathname.slice('/api'.length));
    asked.set(name, [...(asked.get(name) ?? []), searchParams]);
    if (name === '/news') return route.fulfill({ contentType: 'text/event-stream', body: ': quiet\n\n' });
    const answer = answers[name];
    if (answer === undefined) complaints.push(`no answer to ${name}`);
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify(answer ?? {}) });
  });
  await page.goto(origin + path);
  return { page, complaints, asked: (name) => asked.get(name) ?? [] };
}

async function closed(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
