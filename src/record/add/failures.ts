/** Reports that could not be read, kept with their error until they can. */
import { type Selectable, sql } from 'kysely';
import type { InputError } from '../../article/index.js';
import type { Db, Tx } from '../store/database.js';
import type { FailureTable } from '../store/tables.js';
import type { Batch } from './intake.js';

export type Failure = Selectable<FailureTable>;

/** `archive.warc, record 12` */
export const failureId = (origin: string, place?: string): string => `${origin}${place ? `, ${place}` : ''}`;

export async function keepFailures(tx: Tx, failures: readonly InputError[]): Promise<void> {
  // One place that failed twice in a batch is one row: PostgreSQL updates no row twice in a statement.
  const rows = new Map(
    failures.map(({ from, place, code, message }) => [
      failureId(from, place),
      { id: failureId(from, place), origin: from, place: place ?? null, code, message },
    ]),
  );
  if (rows.size === 0) return;
  await tx
    .insertInto('failure')
    .values([...rows.values()])
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({
        code: eb.ref('excluded.code'),
        message: eb.ref('excluded.message'),
        at: sql<string>`now()`,
        tries: eb('failure.tries', '+', 1),
      })),
    )
    .execute();
}

/** What was read after all is no failure any more; what failed again stays, with one try more. */
export async function clearFailures(
  tx: Tx,
  { read, failures }: Pick<Batch, 'read' | 'failures'>,
): Promise<void> {
  if (read.length === 0) return;
  const past = sql`any(${[...new Set(read)]}::text[])`;
  const again = failures.map(({ from, place }) => failureId(from, place));
  await sql`delete from failure where (id = ${past} or origin = ${past}) and not id = any(${again}::text[])`.execute(
    tx,
  );
}

/** By origin. */
export const failuresOf = (db: Db): Promise<Failure[]> =>
  db.selectFrom('failure').selectAll().orderBy('origin').orderBy('place').execute();
