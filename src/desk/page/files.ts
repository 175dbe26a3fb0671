/** Files of the built page, by name: only what stands in the folder is found, no name becomes a path. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
  readonly etag: string;
  /** Its name changes with what it holds. */
  readonly lasting: boolean;
  packed: Partial<Record<'br' | 'gzip', Promise<Uint8Array>>>;
}

/** By path from the folder, `assets/main-abc.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Nothing where there is no such folder. */
export function filesIn(folder: string): PageFiles {
  const found = new Map<string, PageFile>();
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return found;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    const body = readFileSync(path);
    found.set(name, {
      type: types[extname(name)] ?? 'application/octet-stream',
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      lasting: name.startsWith('assets/'),
      packed: {},
    });
  }
  return found;
}

const packers = {
  br: (body: Uint8Array) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Uint8Array) => promisify(gzip)(body, { level: 9 }),
};

/** As a browser takes it, packed once. */
export async function packedFile(
  file: PageFile,
  accept: string,
): Promise<{ readonly body: Uint8Array; readonly encoding?: 'br' | 'gzip' }> {
  const encoding = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`, 'u').test(accept));
  const packs = file.body.length > 1000 && /^(?:text|application\/json|image\/svg)/u.test(file.type);
  if (encoding === undefined || !packs) return { body: file.body };
  file.packed[encoding] ??= packers[encoding](file.body);
  return { body: await file.packed[encoding], encoding };
}
