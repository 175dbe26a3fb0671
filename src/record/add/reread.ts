/** Articles of the record that another version of the program or its data read are read again. */
import { sql } from 'kysely';
import type { Pool } from '../../reading/pool.js';
import type { Reading } from '../../reading/reading.js';
import { loadCorrections } from '../filing/corrections.js';
import { rowsOf, versionsOf } from '../filing/rows.js';
import type { Record } from '../record.js';
import { type Difference, differencesOf } from './diff.js';

export interface RereadOptions {
  /** Put what is read now in the place of what was read before; else only the differences are told. */
  readonly write: boolean;
  readonly stopped: () => boolean;
  onDifferences?(differences: readonly Difference[]): void;
  onDone?(articles: number, of: number): void;
}

/** Articles read and replaced in one step. */
const BATCH = 16;

/** @returns how many were read again. What was replaced before an error or a stop stays so; a later run goes on. */
export async function reread(
  record: Record,
  pool: Pool,
  made: Reading['made'],
  options: RereadOptions,
): Promise<number> {
  const version = versionsOf(made);
  const { db } = record;
  const stale = db.selectFrom('article').where('made', '<>', version);
  const { count } = await stale.select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow();
  const isCorrection = loadCorrections();
  let done = 0;
  for (let after = ''; !options.stopped(); ) {
    const batch = await stale
      .select(['id', 'reading'])
      .where(sql<boolean>`id collate "C" > ${after}`)
      .orderBy(sql`id collate "C"`)
      .limit(BATCH)
      .execute();
    if (batch.length === 0) break;
    after = batch.at(-1)?.id ?? '';
    const readings = await Promise.all(batch.map(({ reading }) => again(pool, reading)));
    readings.forEach((reading, at) => {
      const before = batch[at]?.reading;
      if (before === undefined) return;
      const [old, now] = [rowsOf(before, isCorrection), rowsOf(reading, isCorrection)];
      options.onDifferences?.(differencesOf(old.events, now.events));
    });
    if (options.write) await record.replace(readings);
    done += batch.length;
    options.onDone?.(done, count);
  }
  return done;
}

async function again(pool: Pool, before: Reading): Promise<Reading> {
  const [outcome] = await pool.run({ kind: 'again', before, source: { from: before.article.from } });
  if (outcome?.ok) return outcome.reading;
  throw new Error(`${before.article.from} could not be read again: ${outcome?.error.message ?? 'no answer'}`);
}
