/** `calendar`: what is or was due, by day, and what came of it. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { FollowTable } from '../store/tables.js';
import { type Filter, onlyWith } from './filter.js';
import type { Happening } from './happening.js';
import { happeningFields, wantedHappenings } from './happenings.js';
import { byIds } from './one.js';
import type { Page, PageOptions } from './page.js';
import { wantedOf } from './wanted.js';

export interface Due extends Happening {
  readonly outcome: Outcome;
}

export type Outcome =
  /** What the record links to it. */
  | { readonly kind: FollowTable['kind']; readonly happening: Happening }
  /** Its time has not passed yet, or is not known. */
  | { readonly kind: 'due' | 'undated' }
  /** Outlets that told of it were read for days after it, and none tells what came of it. Reports up to `MANY`. */
  | { readonly kind: 'no-further-word'; readonly reports: number; readonly until: string }
  /** None of those outlets was read for a day after it: silence says nothing. */
  | { readonly kind: 'not-read-since' };

export interface CalendarOptions extends PageOptions {
  /** Days from this one on are still to come. The record asks no clock. */
  readonly today: string;
}

export const calendarFields = happeningFields;

/** What is scheduled or intended, unless the filter asks for other statuses; the earliest first. */
export async function calendar(db: Db, filter: Filter, options: CalendarOptions): Promise<Page<Due>> {
  onlyWith('calendar', filter, calendarFields);
  const wanted = await wantedOf(db, { status: ['scheduled', 'intended'], sort: 'oldest', ...filter });
  const page = await wantedHappenings(db, wanted, options);
  return { ...page, rows: await withOutcomes(db, page.rows, options.today) };
}

async function withOutcomes(db: Db, rows: readonly Happening[], today: string): Promise<Due[]> {
  const ids = rows.map(({ id }) => id);
  const links = await db
    .selectFrom('follow')
    .select(['happening', 'outcome', 'kind'])
    .where(sql<boolean>`happening = any(${ids}::text[])`)
    .orderBy(sql`outcome collate "C"`)
    .execute();
  const outcomes = await byIds(db, [...new Set(links.map(({ outcome }) => outcome))]);
  const outcomeOf = new Map(outcomes.map((each) => [each.id, each]));
  const linked = new Map<string, Outcome>();
  for (const { happening, outcome, kind } of links) {
    const what = outcomeOf.get(outcome);
    const before = linked.get(happening);
    // Put off first, then held: the last word on it counts.
    const later = before === undefined || lastDay(before) <= (what?.when?.from ?? '');
    if (what !== undefined && later) linked.set(happening, { kind, happening: what });
  }
  const open = rows.filter(({ id, when }) => !linked.has(id) && when !== undefined && when.to <= today);
  const read = await readSince(db, open);
  return rows.map((row) => ({
    ...row,
    outcome: linked.get(row.id) ?? silence(row, today, read.get(row.id)),
  }));
}

const lastDay = (outcome: Outcome): string =>
  'happening' in outcome ? (outcome.happening.when?.from ?? '') : '';

interface Read {
  readonly reports: number;
  readonly until: string;
}

function silence({ when }: Happening, today: string, read: Read | undefined): Outcome {
  if (when === undefined) return { kind: 'undated' };
  if (when.to > today) return { kind: 'due' };
  return read === undefined ? { kind: 'not-read-since' } : { kind: 'no-further-word', ...read };
}

/** Enough to tell that outlets were read on: counting all that they printed in the years since would take longest. */
export const MANY = 100;

/** How many reports of the outlets that told of a happening are of days after it, up to `MANY`, and to which day. */
async function readSince(db: Db, rows: readonly Happening[]): Promise<Map<string, Read>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const ends = rows.map(({ when }) => when?.to ?? null);
  const result = await sql<{ id: string; reports: number; until: string | null }>`
    select due.id, least(sum(read.reports), ${MANY})::integer as reports, max(read.until) as until
    from unnest(${ids}::text[], ${ends}::date[]) as due (id, "to")
    cross join lateral (
      select distinct a.outlet from event e join article a on a.id = e.article
      where e.happening = due.id and a.outlet is not null) as teller
    cross join lateral (
      select (select count(*) from (select 1 from article later
          where later.outlet = teller.outlet and later.day >= due."to" limit ${MANY}) as newest) as reports,
        (select max(later.day) from article later
          where later.outlet = teller.outlet and later.day >= due."to") as until) as read
    group by due.id`.execute(db);
  return new Map(
    result.rows.flatMap(({ id, reports, until }) =>
      until === null ? [] : [[id, { reports, until }] as const],
    ),
  );
}
