/** The page: one document for every address, its scripts and styles from this desk alone. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { answerProblem, problem } from '../api/problem.js';
import { filesIn, type PageFile, type PageFiles, packedFile } from './files.js';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Page {
  /** For whatever no other route answers. */
  answer(c: Context): Promise<Response>;
}

/** @param folder Where the page was built to. */
export function createPage(folder: string): Page {
  let files = filesIn(folder);
  let made = madeAt(folder);
  /** A page that is built again while the desk runs is taken up. */
  const current = (): PageFiles => {
    const now = madeAt(folder);
    if (now !== made) {
      made = now;
      files = filesIn(folder);
    }
    return files;
  };
  return {
    async answer(c) {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return notFound(c);
      const name = c.req.path.slice(1);
      const asset = name === 'index.html' ? undefined : files.get(name);
      if (asset !== undefined) return sent(c, asset);
      if (isNoPage(c, name)) return notFound(c);
      const document = current().get('index.html');
      return document === undefined ? notBuilt(c) : sent(c, document);
    },
  };
}

/** Ids in addresses of the page may end as names of files do: what a person opens is a page. */
function isNoPage(c: Context, name: string): boolean {
  if (/^(?:assets|api|docs|mcp)(?:\/|$)/u.test(name)) return true;
  return /\.[a-z0-9]{2,5}$/iu.test(name) && !/\btext\/html\b/u.test(c.req.header('accept') ?? '');
}

const madeAt = (folder: string): number =>
  statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const notFound = (c: Context): Response =>
  answerProblem(c, problem(404, 'desk/not-found', `There is nothing at ${c.req.path.slice(0, 200)}.`));

const notBuilt = (c: Context): Response =>
  answerProblem(
    c,
    problem(404, 'desk/no-page', "The page was not built: 'npm run build' makes it. The API is below /api."),
  );

export async function sent(c: Context, file: PageFile, csp = CSP): Promise<Response> {
  const headers = {
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': csp,
    'Cache-Control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  const known = (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//u, ''));
  if (known.includes(file.etag)) return c.body(null, 304, headers);
  const { body, encoding } = await packedFile(file, c.req.header('accept-encoding') ?? '');
  return c.body(body as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    'Content-Type': file.type,
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  });
}
