/** Paths, folders, patterns and URLs of a command line become single inputs. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Input } from '../input/index.js';
import { UsageError } from './io.js';

/** What a folder is searched for; a file that is named itself is read whatever its ending. */
const reportFiles =
  '**/*.{html,htm,xhtml,txt,text,md,markdown,eml,xml,rss,atom,json,jsonl,ndjson,warc,warc.gz}';

/** A folder's own description is no report. */
const isReadme = (path: string): boolean => /^readme\b/iu.test(basename(path));

/**
 * In the order given, folders and patterns sorted by path, nothing twice. Throws a UsageError for what
 * does not exist.
 */
export async function expandInputs(names: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    for (const input of await expand(name)) {
      const key = input.kind === 'file' ? input.path : input.kind === 'url' ? input.url : '-';
      if (!seen.has(key)) inputs.push(input);
      seen.add(key);
    }
  }
  return inputs;
}

async function expand(name: string): Promise<Input[]> {
  if (name === '-') return [{ kind: 'stdin' }];
  if (/^https?:\/\//iu.test(name)) return [{ kind: 'url', url: name }];
  const found = await stat(name).catch(() => undefined);
  if (found?.isDirectory()) return filesIn(name);
  if (found) return [{ kind: 'file', path: name }];
  if (isDynamicPattern(name)) return filesOf(name, await glob(name, { onlyFiles: true }));
  throw new UsageError(`'${name}' is no file, folder, pattern or http(s) URL that exists.`);
}

async function filesIn(folder: string): Promise<Input[]> {
  const paths = await glob(reportFiles, { cwd: folder, onlyFiles: true, caseSensitiveMatch: false });
  return filesOf(
    folder,
    paths.filter((path) => !isReadme(path)).map((path) => join(folder, path)),
  );
}

function filesOf(name: string, paths: readonly string[]): Input[] {
  if (paths.length === 0) throw new UsageError(`'${name}' holds no report.`);
  return [...paths].sort().map((path) => ({ kind: 'file', path }));
}
