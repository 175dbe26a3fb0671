/** trafilatura and htmldate beside our reading of pages: each through its own command line. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { DateFinder } from '../eval/htmldate.js';
import type { TextExtractor } from '../eval/zyte.js';

/** `folder`: the environment; one start of trafilatura a page, comments left out as its own benchmark does. */
export const trafilaturaText =
  (folder: string): TextExtractor =>
  (pages) =>
    new Map(
      [...pages].map(([id, html]) => {
        const text = execFileSync(join(folder, 'bin', 'trafilatura'), ['--no-comments'], {
          input: html,
          encoding: 'utf8',
          stdio: ['pipe', 'pipe', 'ignore'],
        });
        return [id, text];
      }),
    );

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
