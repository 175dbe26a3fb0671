/** trafilatura and htmldate beside our reading of pages: each through its own command line. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DateFinder } from '../eval/htmldate.js';
import type { TextExtractor } from '../eval/zyte.js';

/** `folder`: the environment; all pages in one run of trafilatura, comments left out as its own benchmark does. */
export const trafilaturaText =
  (folder: string): TextExtractor =>
  (pages) => {
    const work = mkdtempSync(join(tmpdir(), 'trafilatura-'));
    const [input, output] = [join(work, 'in'), join(work, 'out')];
    mkdirSync(input);
    for (const [id, html] of pages) writeFileSync(join(input, `${id}.html`), html);
    const args = [
      '--input-dir',
      'in',
      '--output-dir',
      'out',
      '--keep-dirs',
      '--no-comments',
      '--parallel',
      '2',
    ];
    execFileSync(join(folder, 'bin', 'trafilatura'), args, { cwd: work, stdio: 'ignore' });
    const texts = [...pages.keys()].map((id) => [id, textOf(join(output, `${id}.txt`))] as const);
    rmSync(work, { recursive: true });
    return new Map(texts);
  };

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** `folder`: the environment; one start of htmldate a page, asked for the original date. */
export const htmldateFinder =
  (folder: string): DateFinder =>
  ({ html }) => {
    try {
      const answer = execFileSync(join(folder, 'bin', 'htmldate'), ['--original'], {
        input: html,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      return /\d{4}-\d{2}-\d{2}/u.exec(answer)?.[0];
    } catch {
      // It ends with an error where it finds no date.
      return undefined;
    }
  };
