/** PGlite behind the face of a `pg` pool of one connection, so that Kysely has one dialect for both. */
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Embedded } from './pglite.js';

export function poolOf(pglite: Embedded): PostgresPool {
  // One connection: whoever asks while it is taken waits for his turn.
  let free: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const before = free;
      let release = (): void => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return clientOf(pglite, release);
    },
    end: () => pglite.close(),
  };
}

function clientOf(pglite: Embedded, release: () => void): PostgresPoolClient {
  async function query<Row>(
    text: unknown,
    parameters?: readonly unknown[],
  ): Promise<PostgresQueryResult<Row>> {
    if (typeof text !== 'string') throw new TypeError('PGlite has no cursors.');
    const { rows, affectedRows } = await pglite.query<Row>(text, [...(parameters ?? [])]);
    return { command: commandOf(text), rowCount: affectedRows ?? rows.length, rows };
  }
  return { query: query as PostgresPoolClient['query'], release };
}

type Command = PostgresQueryResult<unknown>['command'];

const commandOf = (text: string): Command =>
  (/^\s*(\w+)/u.exec(text)?.[1]?.toUpperCase() ?? 'SELECT') as Command;
