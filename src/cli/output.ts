/** Readings to standard output, or each into a file of its own. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toHtml } from '../reading/format/html.js';
import { type JsonOptions, toJson, toJsonLine } from '../reading/format/json.js';
import { toMarkdown } from '../reading/format/markdown.js';
import { type TerminalOptions, toTerminal } from '../reading/format/terminal.js';
import type { Reading } from '../reading/reading.js';
import { printAndWait, UsageError } from './io.js';

export const formats = ['terminal', 'json', 'jsonl', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

export type FormatOptions = JsonOptions & TerminalOptions;

export interface Output {
  write(reading: Reading): Promise<void>;
}

export function formatted(reading: Reading, format: Format, options: FormatOptions): string {
  switch (format) {
    case 'json':
      return toJson(reading, options);
    case 'jsonl':
      return toJsonLine(reading, options);
    case 'markdown':
      return toMarkdown(reading);
    case 'html':
      return toHtml(reading);
    case 'terminal':
      return toTerminal(reading, options);
  }
}

/** To standard output, one after the other; an empty line between those that are for people. */
export function toStandardOutput(format: Format, options: FormatOptions): Output {
  let written = 0;
  return {
    async write(reading) {
      if (format === 'html' && written > 0) {
        throw new UsageError('several pages do not fit into one file: name a folder with --out.');
      }
      const gap = written++ > 0 && (format === 'terminal' || format === 'markdown') ? '\n\n' : '';
      await printAndWait(gap + formatted(reading, format, options));
    },
  };
}

const endings: Readonly<Record<Format, string>> = {
  terminal: 'txt',
  json: 'json',
  jsonl: 'jsonl',
  markdown: 'md',
  html: 'html',
};

/** Each Reading into `folder`, named after what it was read from and the article's id. */
export async function toFolder(folder: string, format: Format, options: FormatOptions): Promise<Output> {
  await mkdir(folder, { recursive: true });
  return {
    async write(reading) {
      const path = join(folder, `${fileStem(reading)}.${endings[format]}`);
      await writeFile(path, formatted(reading, format, options));
    },
  };
}

/** Two reports of one file name, or one text under two names, do not overwrite each other. */
function fileStem({ article }: Reading): string {
  const name = basename(article.from).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const key = createHash('sha256').update(`${article.from}\0${article.id}`).digest('hex');
  return `${name.slice(0, 80)}-${key.slice(0, 8)}`;
}
