/** Does a record keep everything that it promises? */
import { sql } from 'kysely';
import type { Database, Tx } from '../store/database.js';
import { asRecordError } from '../store/error.js';
import { schemaVersion } from '../store/migrate.js';
import { checkConcluded, concluding } from './concluded.js';
import { checkDecisions } from './decisions.js';
import type { Finding } from './finding.js';
import { checkHappenings } from './happenings.js';
import { checkRelation, relations } from './relations.js';
import { checkTexts } from './texts.js';

export type { Finding } from './finding.js';

/** `done` of `total` steps: a question, a report or a happening each. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Checks every invariant, of one moment of the record and without changing it: others may go on writing.
 * @returns one row for each, in a fixed order. @throws RecordError `record/unreachable`
 */
export async function checkRecord(
  { db, where }: Pick<Database, 'db' | 'where'>,
  onProgress: OnProgress = () => {},
): Promise<Finding[]> {
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => checkIn(tx, onProgress));
  } catch (error) {
    throw asRecordError(error, where);
  }
}

/** The same of what a transaction sees. */
export async function checkIn(tx: Tx, onProgress: OnProgress = () => {}): Promise<Finding[]> {
  const total = relations.length + (await sizeOf(tx));
  let done = 0;
  const step = (more: number): void => {
    done += more;
    onProgress(done, total);
  };
  const findings = [await checkSchema(tx)];
  for (const relation of relations) {
    findings.push(await checkRelation(tx, relation));
    step(1);
  }
  findings.push(await checkDecisions(tx));
  findings.push(...(await checkTexts(tx, step)), ...(await checkHappenings(tx, step)));
  for (const each of concluding) findings.push(await checkConcluded(tx, each, step));
  return findings;
}

async function sizeOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select ((select count(*) from article) + (select count(*) from happening) + (select count(*) from saying)
      + (select count(*) from quarrel) + (select count(*) from actor))::integer as size`.execute(tx);
  return rows[0]?.size ?? 0;
}

async function checkSchema(tx: Tx): Promise<Finding> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(tx);
  const last = rows
    .map(({ name }) => name)
    .sort()
    .at(-1);
  const ok = last === schemaVersion;
  return {
    check: 'schema/version',
    what: "the tables are those of this program's schema",
    ok,
    found: ok ? 0 : 1,
    example: ok ? null : `they are of step ${last}, this program's is ${schemaVersion}`,
  };
}
