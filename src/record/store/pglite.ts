/** The embedded database: PostgreSQL as WebAssembly, in the thread that opens it. */
import type { PGlite } from '@electric-sql/pglite';
import { parsers } from './parsers.js';

/** What of it is used. */
export interface Embedded {
  query<Row = object>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Row[]; affectedRows?: number | undefined }>;
  close(): Promise<void>;
}

/**
 * Loaded only when asked for: a server needs none of its 27 MB.
 * @param dataDir In memory if not given.
 */
export const embedded = async (dataDir?: string): Promise<PGlite> =>
  (await import('@electric-sql/pglite')).PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    parsers,
  });
