/** The record: many Readings become one account, in an embedded database or on a server. */
import { sql } from 'kysely';
import type { Reading } from '../reading/reading.js';
import { clearFailures, keepFailures } from './add/failures.js';
import type { Batch } from './add/intake.js';
import { keepPoll } from './add/polls.js';
import { keepPositions } from './add/positions.js';
import { hasDecisions } from './decide/apply.js';
import { carryOut, decide, undo, type Verdict } from './decide/decide.js';
import { loadCorrections } from './filing/corrections.js';
import { insertInto, unknownOf } from './filing/insert.js';
import { type Rows, rowsOf } from './filing/rows.js';
import { supersede } from './filing/versions.js';
import { mergeActors } from './merge/actor/actors.js';
import { forgetActors } from './merge/actor/forget.js';
import { type HappeningMerger, happeningMerger } from './merge/happening/happenings.js';
import { loadTitles } from './merge/happening/title.js';
import { mergeLineages } from './merge/lineage/lineages.js';
import { unlink } from './merge/linked.js';
import { loadMerging } from './merge/merging.js';
import { forgetQuarrels } from './merge/quarrel/forget.js';
import { concludeQuarrels, mergeQuarrels } from './merge/quarrel/quarrels.js';
import { forgetSayings } from './merge/saying/forget.js';
import { concludeSayings, takeSayings } from './merge/saying/sayings.js';
import { type Database, type OpenOptions, openDatabase, type Tx } from './store/database.js';
import { asRecordError } from './store/error.js';
import { nextRevision } from './store/revision.js';

export interface Record extends Database {
  /**
   * Files Readings and merges them, all or none: a report is in the record wholly or not at all, and once. Failures and
   * how far inputs were read are kept in the same step.
   * @returns how many were new. @throws RecordError `record/full`, `record/unreachable`; nothing is filed then.
   */
  file(batch: Batch): Promise<{ readonly filed: number; readonly known: number }>;
  /** Puts new Readings of articles that it holds in the place of the old; decisions are replayed on them. */
  replace(readings: readonly Reading[]): Promise<void>;
  /** A person's word. @returns the decision's number. @throws RecordError `record/unknown-id`, `record/refused`. */
  decide(verdict: Verdict): Promise<number>;
  /** @throws RecordError `record/unknown-id` */
  undo(decision: number): Promise<void>;
  /** After much was filed: a server does this by itself, an embedded database never. */
  tidy(): Promise<void>;
}

/** @throws RecordError as `openDatabase` does. */
export async function openRecord(where: string, options: OpenOptions = {}): Promise<Record> {
  const database = await openDatabase(where, options);
  const isCorrection = loadCorrections();
  const happenings = happeningMerger(loadMerging(), loadTitles());

  /** Rows that are new go in and are merged. */
  const take = async (tx: Tx, fresh: readonly Rows[], decided = false): Promise<void> => {
    const articles = fresh.map(({ article }) => article.id);
    const { filed, changed } = await placed(tx, fresh);
    await insertInto(
      tx,
      'article',
      filed.map(({ article }) => article),
    );
    await happenings.merge(tx, filed);
    await takeSayings(tx, filed);
    await mergeActors(tx, filed);
    await mergeQuarrels(tx, filed);
    if (changed.length > 0) {
      await happenings.conclude(tx, changed);
      await concludeOthers(tx, changed);
    }
    if (decided || (await hasDecisions(tx, articles))) await carryOut(tx, happenings);
  };

  /** One after another, all or nothing. */
  const inTurn = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    try {
      return await database.db.transaction().execute(async (tx) => {
        await nextRevision(tx);
        return work(tx);
      });
    } catch (error) {
      throw asRecordError(error, database.where);
    }
  };

  /** A server empties its log by itself; an embedded database keeps all of it until it is closed, a megabyte a report. */
  let logged = 0;
  const emptyLog = async (): Promise<void> => {
    if (database.kind !== 'embedded' || logged < LOG) return;
    logged = 0;
    try {
      await database.query('checkpoint');
    } catch (error) {
      throw asRecordError(error, database.where);
    }
  };

  return {
    ...database,
    async file(batch) {
      await emptyLog();
      const sums = await inTurn(async (tx) => {
        await clearFailures(tx, batch);
        await keepFailures(tx, batch.failures);
        await keepPositions(tx, batch.progressed);
        const rows = batch.readings.map((reading) => rowsOf(reading, isCorrection));
        const fresh = await unknownOf(tx, rows);
        if (fresh.length > 0) await take(tx, fresh);
        if (batch.polled !== undefined) await keepPoll(tx, batch.polled, fresh.length);
        return { filed: fresh.length, known: batch.readings.length - fresh.length };
      });
      logged += sums.filed;
      return sums;
    },
    replace: (readings) =>
      inTurn(async (tx) => {
        const rows = readings.map((reading) => rowsOf(reading, isCorrection));
        // What is decided on a name that none of them has any more is told by how they were read before.
        const decided = await hasDecisions(
          tx,
          rows.map(({ article }) => article.id),
        );
        await takeOut(tx, rows, happenings);
        await take(tx, rows, decided);
      }),
    decide: (verdict) => inTurn((tx) => decide(tx, verdict, happenings)),
    undo: (decision) => inTurn((tx) => undo(tx, decision, happenings)),
    async tidy() {
      if (database.kind === 'embedded') await database.query('vacuum analyze');
    },
  };
}

/** Reports. */
const LOG = 500;

interface Placed {
  readonly filed: readonly Rows[];
  /** Articles of the record that have another lineage, or are replaced by another, than before. */
  readonly changed: readonly string[];
}

/** Among the articles of the record: of which lineage, and replaced by which version. */
async function placed(tx: Tx, fresh: readonly Rows[]): Promise<Placed> {
  const lineages = await mergeLineages(tx, fresh);
  const versions = await supersede(
    tx,
    fresh.map(({ article: { id, url = null, published = null, updated = null } }) => ({
      id,
      url,
      published,
      updated,
      superseded: null,
    })),
  );
  const filed = fresh.map(({ article, ...rest }) => {
    const lineage = lineages.of.get(article.id) ?? null;
    return { ...rest, article: { ...article, lineage, superseded: versions.of.get(article.id) ?? null } };
  });
  return { filed, changed: [...new Set([...versions.changed, ...lineages.changed])] };
}

/** What is said and quarrelled over is counted by lineages too. */
async function concludeOthers(tx: Tx, changed: readonly string[]): Promise<void> {
  const here = sql`any(${[...changed]}::text[])`;
  const sayings = await sql<{ id: string }>`
    select distinct saying as id from statement where article = ${here} and saying is not null`.execute(tx);
  const quarrels = await sql<{ id: string }>`
    select distinct quarrel as id from dispute where article = ${here} and quarrel is not null`.execute(tx);
  await concludeSayings(
    tx,
    sayings.rows.map(({ id }) => id),
  );
  await concludeQuarrels(
    tx,
    quarrels.rows.map(({ id }) => id),
  );
}

/** Articles with all that was concluded from them, as if they had never been filed. */
async function takeOut(tx: Tx, rows: readonly Rows[], happenings: HappeningMerger): Promise<void> {
  const ids = rows.map(({ article }) => article.id);
  const here = sql`any(${ids}::text[])`;
  const events = await sql<{ id: string }>`select id from event where article = ${here}`.execute(tx);
  await happenings.retake(
    tx,
    events.rows.map(({ id }) => id),
    'out',
  );
  await forgetSayings(tx, ids);
  await forgetActors(tx, ids);
  await forgetQuarrels(tx, ids);
  await unlink(tx, ids);
  await sql`delete from article where id = ${here}`.execute(tx);
}
