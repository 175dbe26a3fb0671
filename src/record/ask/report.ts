/** One report with all that was read from it, and what each line of it has become in the record. */
import { sql } from 'kysely';
import type { Reading } from '../../reading/reading.js';
import { idsOf } from '../filing/rows.js';
import type { Db } from '../store/database.js';
import { type Contradiction, contradictionsOf } from './contradictions.js';
import { given } from './happening.js';
import { type ReportRow, reportsById } from './reports.js';
import { unknownId, wholeId } from './whole-id.js';

export interface OneReport {
  readonly report: ReportRow;
  readonly reading: Reading;
  /** In the order of `reading.events`. */
  readonly events: readonly EventOfReport[];
  /** In the order of `reading.statements`. */
  readonly statements: readonly StatementOfReport[];
  /** Other reports of its lineage, the first 100 by day. */
  readonly copies: readonly ReportRow[];
  /** Where another report of the same happening says otherwise. */
  readonly contradictions: readonly Contradiction[];
}

export interface EventOfReport {
  /** Its id in the record: what a decision names. */
  readonly event: string;
  /** Where it stands in `reading.events`. */
  readonly index: number;
  readonly happening?: string;
  /** Of the happening. */
  readonly title?: string;
  /** Thrown out by a person. */
  readonly rejected: boolean;
}

export interface StatementOfReport {
  readonly statement: string;
  readonly index: number;
  readonly saying?: string;
  readonly rejected: boolean;
}

/** @param id Whole, or the beginning of one. @throws AskError `ask/unknown-id`, `ask/ambiguous` */
export async function report(db: Db, id: string): Promise<OneReport> {
  const whole = await wholeId(db, 'article', id);
  if (whole === undefined) throw unknownId('article', id);
  const { reading } = await db
    .selectFrom('article')
    .select('reading')
    .where('id', '=', whole)
    .executeTakeFirstOrThrow();
  const [row] = await reportsById(db, [whole]);
  if (row === undefined) throw unknownId('article', id);
  const ids = idsOf(reading);
  return {
    report: row,
    reading,
    events: await eventsOf(db, whole, ids.events),
    statements: await statementsOf(db, whole, ids.statements),
    copies: await copiesOf(db, row),
    contradictions: await contradictionsOf(db, whole),
  };
}

async function eventsOf(db: Db, article: string, ids: readonly string[]): Promise<EventOfReport[]> {
  const rows = await db
    .selectFrom('event as e')
    .leftJoin('happening as h', 'h.id', 'e.happening')
    .select(['e.id', 'e.happening', 'h.title', 'e.rejected'])
    .where('e.article', '=', article)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((event, index) => {
    const row = byId.get(event);
    if (row === undefined) return [];
    const { happening, title, rejected } = row;
    return [{ event, index, ...given('happening', happening), ...given('title', title), rejected }];
  });
}

async function statementsOf(db: Db, article: string, ids: readonly string[]): Promise<StatementOfReport[]> {
  const rows = await db
    .selectFrom('statement')
    .select(['id', 'saying', 'rejected'])
    .where('article', '=', article)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((statement, index) => {
    const row = byId.get(statement);
    if (row === undefined) return [];
    return [{ statement, index, ...given('saying', row.saying), rejected: row.rejected }];
  });
}

/** More copies than these are told by their number. */
const MOST = 100;

async function copiesOf(db: Db, { id, lineage }: ReportRow): Promise<ReportRow[]> {
  if (lineage === undefined) return [];
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('lineage', '=', lineage)
    .where('id', '<>', id)
    .orderBy('day', (day) => day.asc().nullsLast())
    .orderBy(sql`id collate "C"`)
    .limit(MOST)
    .execute();
  return reportsById(
    db,
    rows.map((row) => row.id),
  );
}
