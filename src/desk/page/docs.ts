/** A page to try the API: Swagger UI as it was copied into the package, no script of another place. */
import { Hono } from 'hono';
import { packageFile } from '../../package-root.js';
import type { DeskEnv } from '../env.js';
import { filesIn, type PageFile } from './files.js';
import { sent } from './page.js';

/** Swagger UI writes styles into its elements as it goes, and shows its signs as data. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Mounted at /docs. */
export function createDocs(folder = packageFile('dist', 'docs')): Hono<DeskEnv> {
  const files = filesIn(folder);
  const docs = new Hono<DeskEnv>();
  docs.get('/:file?', async (c) => {
    const file: PageFile | undefined = files.get(c.req.param('file') ?? 'index.html');
    return file === undefined ? c.notFound() : sent(c, file, CSP);
  });
  return docs;
}
