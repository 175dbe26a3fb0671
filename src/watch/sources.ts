/** Names of a command line become sources: addresses as they are, files as lists of feeds. */
import { readFile, stat } from 'node:fs/promises';
import { decodeBytes, failed, type InputError, largestInput } from '../article/index.js';
import { sourcesInOpml } from './opml.js';
import type { Source } from './state.js';

export interface Sources {
  /** In the order given, none twice. */
  readonly sources: readonly Source[];
  readonly errors: readonly InputError[];
}

/** `names`: http(s) URLs of feeds and sitemaps, paths of OPML files. Never rejects. */
export async function sourcesOf(names: readonly string[]): Promise<Sources> {
  const sources = new Map<string, Source>();
  const errors: InputError[] = [];
  for (const name of names) {
    const found = /^https?:\/\//iu.test(name) ? addressed(name) : await listed(name);
    if (!Array.isArray(found)) errors.push(found as InputError);
    else
      for (const source of found as readonly Source[])
        sources.set(source.url, sources.get(source.url) ?? source);
  }
  return { sources: [...sources.values()], errors };
}

const addressed = (name: string): readonly Source[] | InputError =>
  URL.canParse(name)
    ? [{ url: new URL(name).href }]
    : failed('input/bad-url', name, 'This is no URL that can be read.').error;

async function listed(path: string): Promise<readonly Source[] | InputError> {
  try {
    if ((await stat(path)).size > largestInput)
      return failed('input/too-large', path, 'No list of feeds is so large.').error;
    const decoded = decodeBytes(await readFile(path));
    const found = decoded.ok ? sourcesInOpml(decoded.text) : decoded.why;
    return typeof found === 'string' ? failed('input/bad-feed', path, found).error : found;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed('input/unreadable', path, `could not be read: ${why}`).error;
  }
}
