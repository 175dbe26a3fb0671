/** `months`: how many happenings began in each month, and how many of them were of cooperation and of conflict. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { type Filter, onlyWith } from './filter.js';
import { happeningFields } from './happenings.js';
import { wantedOf } from './wanted.js';
import { beginning, happeningConditions, sortDay } from './where.js';

export interface MonthCount {
  /** `2016-12` */
  readonly month: string;
  /** Happenings by the sign of their Goldstein value; without one they are neutral. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly neutral: number;
  readonly happenings: number;
}

export interface Months {
  /** Months with a happening, the first one first. */
  readonly rows: readonly MonthCount[];
  /** Left out: told by the year or longer, or of no known day at all. */
  readonly undated: number;
}

export const monthFields = happeningFields;

/** Longer stretches than a month and its neighbours say nothing of a month. */
const LONGEST = 62;

/** What has no day of its own counts where it was first printed, as in lists. @throws AskError */
export async function months(db: Db, filter: Filter = {}): Promise<Months> {
  onlyWith('months', filter, monthFields);
  const wanted = await wantedOf(db, filter);
  const where = sql.join([beginning(wanted), ...happeningConditions(wanted)], sql` and `);
  const { rows } = await sql<MonthCount & { month: string | null }>`
    select month, count(*) filter (where goldstein > 0)::integer as cooperation,
      count(*) filter (where goldstein < 0)::integer as conflict,
      count(*) filter (where goldstein is null or goldstein = 0)::integer as neutral, count(*)::integer as happenings
    from (select h.goldstein, case when h."to" - h."from" > ${LONGEST} or coalesce(h."from", h.first_day) is null
        then null else to_char(date_trunc('month', ${sortDay}), 'YYYY-MM') end as month
      from happening h where ${where}) as each
    group by month order by month collate "C" nulls last`.execute(db);
  return {
    rows: rows.filter(({ month }) => month !== null),
    undated: rows.find(({ month }) => month === null)?.happenings ?? 0,
  };
}
