/** Rows in bulk: PostgreSQL's COPY, over a connection or from a blob that PGlite reads. */
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';

/** Takes COPY's text. */
export type Copier = (statement: string, text: string) => Promise<void>;

export const copierOfPglite =
  (pglite: PGlite): Copier =>
  async (statement, text) => {
    await pglite.query(`${statement} from '/dev/blob'`, [], { blob: new Blob([text]) });
  };

/** What `pg` calls while a statement runs; COPY is the one thing that its own queries cannot do. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

export const copierOfServer =
  (client: pg.Client): Copier =>
  (statement, text) =>
    new Promise((resolve, reject) => {
      client.query({
        submit: (connection: CopyConnection) => connection.query(`${statement} from stdin`),
        handleCopyInResponse(connection: CopyConnection) {
          connection.sendCopyFromChunk(Buffer.from(text));
          connection.endCopyFrom();
        },
        handleCommandComplete() {},
        handleReadyForQuery: () => resolve(),
        handleError: reject,
      } as unknown as pg.Submittable);
    });

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A row as a line of COPY's text format. */
export const lineOf = (row: Readonly<Record<string, unknown>>, columns: readonly Column[]): string =>
  columns.map(({ name, type }) => fieldOf(row[name], type)).join('\t');

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function fieldOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  const text = textOf(value, type);
  return /[\\\t\n\r]/u.test(text)
    ? text.replace(/[\\\t\n\r]/gu, (letter) => ESCAPES[letter] as string)
    : text;
}

function textOf(value: unknown, type: string): string {
  if (type === 'jsonb') return typeof value === 'string' ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `{${value.map(itemOf).join(',')}}`;
  return String(value);
}

const itemOf = (value: unknown): string =>
  typeof value === 'number'
    ? String(value)
    : `"${String(value).replace(/["\\]/gu, (letter) => `\\${letter}`)}"`;
