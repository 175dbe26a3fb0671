/** The record: many Readings become one account, in an embedded database or on a server. */
import { sql } from 'kysely';
import { clearFailures, keepFailures } from './add/failures.js';
import type { Batch } from './add/intake.js';
import { keepPositions } from './add/positions.js';
import { loadCorrections } from './filing/corrections.js';
import { insertRows, unknownOf } from './filing/insert.js';
import { rowsOf } from './filing/rows.js';
import { supersede } from './filing/versions.js';
import { happeningMerger } from './merge/happening/happenings.js';
import { loadTitles } from './merge/happening/title.js';
import { mergeLineages } from './merge/lineage/lineages.js';
import { loadMerging } from './merge/merging.js';
import { type Database, type OpenOptions, openDatabase, type Tx } from './store/database.js';
import { asRecordError } from './store/error.js';

export interface Record extends Database {
  /**
   * Files Readings and merges them, all or none: a report is in the record wholly or not at all, and once. Failures and
   * how far inputs were read are kept in the same step.
   * @returns how many were new. @throws RecordError `record/full`, `record/unreachable`; nothing is filed then.
   */
  file(batch: Batch): Promise<{ readonly filed: number; readonly known: number }>;
}

/** @throws RecordError as `openDatabase` does. */
export async function openRecord(where: string, options: OpenOptions = {}): Promise<Record> {
  const database = await openDatabase(where, options);
  const isCorrection = loadCorrections();
  const happenings = happeningMerger(loadMerging(), loadTitles());

  const fileAll = async (tx: Tx, batch: Batch): Promise<number> => {
    await oneAtATime(tx);
    await clearFailures(tx, batch);
    await keepFailures(tx, batch.failures);
    await keepPositions(tx, batch.progressed);
    const fresh = await unknownOf(
      tx,
      batch.readings.map((reading) => rowsOf(reading, isCorrection)),
    );
    await insertRows(tx, fresh);
    const articles = fresh.map(({ article }) => article.id);
    const changed = new Set([...(await supersede(tx, articles)), ...(await mergeLineages(tx, articles))]);
    for (const article of articles) changed.delete(article);
    await happenings.merge(tx, articles);
    await happenings.conclude(tx, [...changed]);
    return fresh.length;
  };

  return {
    ...database,
    async file(batch) {
      try {
        const filed = await database.db.transaction().execute((tx) => fileAll(tx, batch));
        return { filed, known: batch.readings.length - filed };
      } catch (error) {
        throw asRecordError(error, database.where);
      }
    },
  };
}

/** Merging sees all that was filed before: two at once would miss each other's reports. Held to the transaction's end. */
async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** `demarche` in letters of a telephone: one number for all our merging in a database. */
const LOCK = 33_627_243;
