/** A backup's lines, read as they are asked for; of the whole file first whether it is one. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { linesOf } from '../../input/lines.js';
import { BackupError } from './error.js';
import { damaged, type Header, notABackup, parseHeader, parseTrailer } from './format.js';

/** Lines without their ends. A line holds one row: no limit but the database's own. */
export async function* backupLines(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const source = createReadStream(file);
  const unpacked = source.on('error', (error) => unpacked.destroy(error)).pipe(createGunzip());
  let begun = false;
  try {
    for await (const { bytes } of linesOf(unpacked, Number.POSITIVE_INFINITY)) {
      begun = true;
      yield bytes ?? new Uint8Array();
    }
  } catch (error) {
    throw unreadable(error, file, begun);
  } finally {
    source.destroy();
  }
}

function unreadable(error: unknown, file: string, begun: boolean): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_DATA_ERROR' && !begun && /header/u.test(message)) return notABackup(file);
  if (code === 'Z_BUF_ERROR') return damaged(file, 'its end is missing', error);
  if (code.startsWith('Z_')) return damaged(file, 'its bytes were changed', error);
  if (error instanceof BackupError || code === '') return error;
  return new BackupError('backup/unreadable', `${file} could not be read: ${message}`, { cause: error });
}

/**
 * Reads all of it and compares counts and digest. @returns its header.
 * @throws BackupError `backup/not-a-backup`, `backup/damaged`, `backup/newer`, `backup/unreadable`
 */
export async function verified(file: string): Promise<Header> {
  const digest = createHash('sha256');
  let header: Header | undefined;
  let last: string | undefined;
  let lines = 0;
  for await (const bytes of backupLines(file)) {
    if (last !== undefined) digest.update(`${last}\n`);
    last = new TextDecoder().decode(bytes);
    header ??= parseHeader(last, file);
    lines++;
  }
  if (header === undefined || last === undefined) throw notABackup(file);
  const trailer = parseTrailer(last);
  if (trailer === undefined) throw damaged(file, 'its last line is missing');
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  // Beside the rows there are a header and a last line.
  if (trailer.rows !== rows || lines - 2 !== rows) {
    throw damaged(file, `it has ${lines - 2} rows where ${rows} are announced`);
  }
  if (trailer.sha256 !== digest.digest('hex'))
    throw damaged(file, 'its rows are not those that were written');
  return header;
}
