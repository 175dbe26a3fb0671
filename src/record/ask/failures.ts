/** `failures`: reports that could not be read, the latest first. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { given } from './happening.js';
import { limitOf, ordered, type Page, type PageOptions, pageOf } from './page.js';

export interface FailedReport {
  readonly id: string;
  readonly origin: string;
  /** `line 3`, `item 2`. */
  readonly place?: string;
  readonly code: string;
  readonly message: string;
  /** ISO 8601; of the last try. */
  readonly at: string;
  readonly tries: number;
}

/** To the millisecond, as answers give it. */
const moment = sql<number>`(extract(epoch from date_trunc('milliseconds', h.at)) * 1000)::bigint`;

export async function failures(db: Db, options: PageOptions = {}): Promise<Page<FailedReport>> {
  const limit = limitOf(options);
  const keys = [
    { by: moment, as: 'bigint' },
    { by: sql`h.id collate "C"`, as: 'text' },
  ] as const;
  const { order, beyond } = ordered(keys, 'desc', options.after);
  let query = db.selectFrom('failure as h').selectAll();
  if (beyond) query = query.where(beyond);
  const rows = await query
    .orderBy(order)
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, ({ at, id }) => [Date.parse(at), id]);
  return { ...page, rows: page.rows.map(({ place, ...row }) => ({ ...row, ...given('place', place) })) };
}
