/**
 * Files under `data/`. YAML is for the people who edit it; parsing it takes most of the time that starting
 * takes, so the build leaves each file's content as JSON beside the program. That copy is used only while it
 * is of the very same text: an edited file is parsed anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { packageFile } from './package-root.js';
import { parseYaml } from './yaml.js';

/** What the build leaves for one YAML file. */
export interface ParsedFile {
  /** SHA-256 of the YAML text, in hex. */
  readonly of: string;
  readonly content: unknown;
}

/** The text of `data/FOLDER/FILE`. */
export const dataText = (folder: string, file: string): string =>
  readFileSync(packageFile('data', folder, file), 'utf8');

/** The YAML files of `data/FOLDER/PART` as `PART/FILE`, in the order of their names. */
export const dataFiles = (folder: string, part: string): string[] =>
  readdirSync(packageFile('data', folder, part))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${part}/${name}`);

/** The content of a YAML file of `data/`, not yet checked. */
export function dataContent(folder: string, file: string): unknown {
  const text = dataText(folder, file);
  // There beside `dist/src/`, not beside `src/`.
  const parsed = new URL(`../data/${folder}/${file}.json`, import.meta.url);
  if (existsSync(parsed)) {
    const { of, content } = JSON.parse(readFileSync(parsed, 'utf8')) as ParsedFile;
    if (of === digest(text)) return content;
  }
  return parseYaml(text);
}

/** The content of a YAML file by its schema. Throws an Error that names the file and the entry. */
export function checkedData<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(dataContent(folder, file));
  if (!result.success) throw new Error(`data/${folder}/${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * For the build: what to leave for a YAML file of this text.
 * @public called by scripts/build.mjs
 */
export const parsedFile = (text: string): ParsedFile => ({ of: digest(text), content: parseYaml(text) });

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
