/**
 * A backup is gzipped JSON lines: a header, one line for each row (an array of its values as PostgreSQL writes them as
 * text, which loses nothing of any type), table after table, and a last line by which it is known to be whole.
 */
import { z } from 'zod';
import { BackupError } from './error.js';

/** Of this file's lines; the tables have their own. */
const FORMAT = 1;

const Header = z.object({
  demarche: z.literal('backup'),
  format: z.int(),
  /** That wrote it. */
  program: z.string(),
  /** Newest step of the schema of its tables. */
  schema: z.string(),
  at: z.string(),
  /** In the order in which they can be filled. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.tuple([z.string(), z.string()])),
      rows: z.int().nonnegative(),
    }),
  ),
});
export type Header = z.infer<typeof Header>;

const Trailer = z.object({
  end: z.literal(true),
  rows: z.int().nonnegative(),
  /** Of all lines before it, with their line ends. */
  sha256: z.string(),
});
export type Trailer = z.infer<typeof Trailer>;

export const headerOf = (fields: Omit<Header, 'demarche' | 'format'>): Header => ({
  demarche: 'backup',
  format: FORMAT,
  ...fields,
});

/** @throws BackupError `backup/not-a-backup`, `backup/newer` */
export function parseHeader(line: string, file: string): Header {
  const header = Header.safeParse(parsed(line));
  if (!header.success) throw notABackup(file);
  if (header.data.format > FORMAT) {
    throw new BackupError(
      'backup/newer',
      `${file} was written by a newer version of demarche (${header.data.program}). Update the program.`,
    );
  }
  return header.data;
}

/** Nothing where it is another line. */
export const parseTrailer = (line: string): Trailer | undefined => Trailer.safeParse(parsed(line)).data;

export const notABackup = (file: string): BackupError =>
  new BackupError(
    'backup/not-a-backup',
    `${file} is no backup of a record: 'demarche backup FILE' makes one.`,
  );

export const damaged = (file: string, why: string, cause?: unknown): BackupError =>
  new BackupError('backup/damaged', `${file} is damaged: ${why}. Nothing was restored.`, { cause });

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
