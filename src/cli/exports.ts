/** Answers of the record to standard output or into a file, in the format asked for. */
import { createWriteStream, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { packageFile } from '../package-root.js';
import type { Happening } from '../record/ask/index.js';
import {
  type Chunk,
  type ExportOptions,
  exported,
  exportedHappenings,
  type HappeningFormat,
  type Layout,
  type TableFormat,
} from '../record/export/index.js';
import { wholeNumber } from './asking.js';
import { printAndWait, printError, UsageError } from './io.js';
import { columns } from './option-values.js';

export interface OutputOptions<Format extends string = TableFormat> {
  readonly format: Format;
  readonly out?: string;
  readonly limit?: number;
  readonly width?: number;
  readonly color: boolean;
}

export function addOutput(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('-f, --format <format>', 'how to print').choices(formats).default('table'))
    .option('-o, --out <file>', 'write into this file')
    .option('-n, --limit <number>', 'so many rows (50 in a table or feed, all in other formats)', wholeNumber)
    .option('--width <columns>', 'width of the table', columns)
    .option('--no-color', 'no colours (there are none unless a terminal shows them)');
}

/** Rows that a person or a feed reader is given at once. */
const FEW = 50;

/** At most as many rows as wanted; that there are more is told on standard error. */
async function* capped<Row>(
  rows: AsyncIterable<Row>,
  { limit, format }: Pick<OutputOptions<string>, 'limit' | 'format'>,
): AsyncGenerator<Row, void, undefined> {
  const most = limit ?? (format === 'table' || format === 'atom' ? FEW : Number.POSITIVE_INFINITY);
  let count = 0;
  for await (const row of rows) {
    if (count++ === most) {
      if (limit === undefined) printError(`demarche: these are the first ${most}; --limit gives more.\n`);
      return;
    }
    yield row;
  }
  if (count === 0 && format === 'table') printError('demarche: nothing in the record answers that.\n');
}

/** How many rows to fetch: one more than is shown tells that there are more. */
export const fetched = ({ limit, format }: Pick<OutputOptions<string>, 'limit' | 'format'>): number =>
  (limit ?? (format === 'table' || format === 'atom' ? FEW : Number.POSITIVE_INFINITY)) + 1;

export const writeRows = <Row>(
  rows: AsyncIterable<Row>,
  layout: Layout<Row>,
  options: OutputOptions,
): Promise<void> =>
  write(exported(capped(rows, options), options.format, layout, terminalOf(options)), options);

export const writeHappenings = <Row extends Happening>(
  rows: AsyncIterable<Row>,
  layout: Layout<Row>,
  title: string,
  options: OutputOptions<HappeningFormat>,
): Promise<void> => {
  const told: ExportOptions = {
    ...terminalOf(options),
    title,
    version: versionOf(),
    skipped: (count, why) => printError(`demarche: ${count} left out of ${options.format}: ${why}.\n`),
  };
  return write(exportedHappenings(capped(rows, options), options.format, layout, told), options);
};

/** @throws UsageError where bytes would go to a terminal or the file cannot be written. */
export async function write(
  chunks: AsyncIterable<Chunk>,
  { out, format }: Pick<OutputOptions<string>, 'out' | 'format'>,
): Promise<void> {
  if (out !== undefined) return toFile(chunks, out);
  if (format === 'parquet' && process.stdout.isTTY) {
    throw new UsageError('parquet is for programs: name a file with --out, or a pipe.');
  }
  for await (const chunk of chunks) await printAndWait(chunk);
}

/** Beside it first: what stands under the name is whole. */
async function toFile(chunks: AsyncIterable<Chunk>, path: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(chunks, createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'open' || syscall === 'rename') {
      throw new UsageError(`'${path}' cannot be written: ${code}.`);
    }
    throw error;
  }
}

/** Width and colours of what standard output is. */
export function terminalOf({ width, color, out }: Pick<OutputOptions, 'width' | 'color' | 'out'>) {
  const terminal = out === undefined && process.stdout.isTTY === true;
  return {
    width: width ?? (terminal ? process.stdout.columns : 100),
    color: color && terminal && process.env.NO_COLOR === undefined,
  };
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
