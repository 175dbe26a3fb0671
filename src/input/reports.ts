/** Inputs become jobs for readers: a file or page is one, of JSON lines each line is, of an archive each page in it. */
import { createReadStream } from 'node:fs';
import type { ArticleSource, InputError } from '../article/index.js';
import { fetchArticleBytes, largestInput } from '../article/index.js';
import { archiveReports, isArchive } from './archive/reports.js';
import { isGzip, unpacked, unpackedHead } from './archive/unpack.js';
import { linesOf, longestLine } from './lines.js';
import { peeked } from './peek.js';
import type { Input, Report } from './report.js';

export interface ReportOptions {
  /** What the user says of reports that don't say it themselves. */
  readonly source: Partial<ArticleSource>;
  readonly allowPrivate: boolean;
  /** Standard input or a file is JSON lines, whatever it looks like. */
  readonly lines: boolean;
}

export async function* reportsOf(
  input: Input,
  options: ReportOptions,
): AsyncGenerator<Report, void, undefined> {
  if (input.kind === 'url') yield await pageReport(input.url, options);
  else if (input.kind === 'stdin') yield* streamReports('-', process.stdin, options);
  else yield* fileReports(input.path, options, input.kind === 'upload' ? input.name : input.path);
}

async function pageReport(url: string, { source, allowPrivate }: ReportOptions): Promise<Report> {
  const page = await fetchArticleBytes(url, { allowPrivate });
  if (!page.ok) return failure(page.error);
  const { bytes, contentType } = page;
  return { kind: 'bytes', bytes, source: { ...source, from: url, url: page.url, contentType } };
}

async function* fileReports(path: string, options: ReportOptions, from: string): AsyncGenerator<Report> {
  try {
    yield* streamReports(from, readable(createReadStream(path)), options);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield failure({ code: 'input/unreadable', from, message: `could not be read: ${error.message}` });
  }
}

/** The disk's failure, told apart from a defect of the program: the one is a line, the other ends the run. */
class Unreadable extends Error {}

async function* readable(stream: AsyncIterable<Uint8Array>) {
  try {
    yield* stream;
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : String(error));
  }
}

async function* streamReports(
  from: string,
  stream: AsyncIterable<Uint8Array>,
  { source, lines }: ReportOptions,
): AsyncGenerator<Report> {
  const { head, rest } = await peeked(stream);
  if (lines || looksLikeJsonLines(head)) {
    yield* jsonLineReports(from, rest, source);
    return;
  }
  if (isArchive(head)) return yield* archiveReports(from, rest, source);
  if (isGzip(head) && isArchive(unpackedHead(head))) {
    return yield* archiveReports(from, unpacked(rest), source);
  }
  const bytes = await collected(rest);
  if (bytes) yield { kind: 'bytes', bytes, source: { ...source, from } };
  else yield failure(tooLarge(from));
}

async function* jsonLineReports(
  from: string,
  stream: AsyncIterable<Uint8Array>,
  source: Partial<ArticleSource>,
): AsyncGenerator<Report> {
  const decoder = new TextDecoder();
  for await (const { number, bytes } of linesOf(stream)) {
    const line = bytes && decoder.decode(bytes).trim();
    if (line === '') continue;
    yield line === undefined
      ? failure(longLine(from, number))
      : { kind: 'line', line, source: { ...source, from, line: number } };
  }
}

/**
 * JSON lines have a whole object on a line. A first line that is broken must not turn the stream into one
 * text, so the first few lines are looked at; a pretty-printed object or a JSON feed is no JSON lines.
 */
export function looksLikeJsonLines(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head);
  if (start.includes('https://jsonfeed.org/version/')) return false;
  return start
    .split('\n', 8)
    .map((line) => line.trim())
    .some((line) => /^\{\s*"(?:id|text|html|url|published|outlet|headline|title)"\s*:/u.test(line));
}

/** All of it, or nothing when it is more than one article may be. */
async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > largestInput) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const failure = (error: InputError): Report => ({ kind: 'failed', error });

const tooLarge = (from: string): InputError => ({
  code: 'input/too-large',
  from,
  message: `is larger than ${mebibytes(largestInput)} MiB; one input holds one report or one feed.`,
});

const longLine = (from: string, number: number): InputError => ({
  code: 'input/too-large',
  from,
  place: `line ${number}`,
  message: `the line is longer than ${mebibytes(longestLine)} MiB.`,
});

const mebibytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
