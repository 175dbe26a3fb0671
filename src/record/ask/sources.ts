/** `sources`: who was read, from when to when, and how the last looks at them ended. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { VisitTable } from '../store/tables.js';
import { given } from './happening.js';

/** An outlet as its reports name it. */
export interface Outlet {
  /** Absent: reports that name no outlet. */
  readonly outlet?: string;
  readonly articles: number;
  /** Lineages that its reports belong to: what it copies from one agency text counts once. */
  readonly lineages: number;
  /** Days of publication of the first and the last report. */
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** A feed, sitemap or page that is looked at. */
export interface VisitedSource {
  readonly source: string;
  readonly visits: number;
  readonly last: { readonly at: string; readonly outcome: VisitTable['outcome']; readonly message?: string };
  /** The last look that reached it, ISO 8601. */
  readonly lastReached?: string;
  readonly filed: number;
}

/** Reports that could not be read, counted by cause. */
export interface Failures {
  readonly code: string;
  readonly count: number;
  readonly last: string;
  /** The latest of them. */
  readonly origin: string;
  readonly message: string;
}

export interface Sources {
  readonly outlets: readonly Outlet[];
  readonly visited: readonly VisitedSource[];
  readonly failures: readonly Failures[];
}

/** Outlets are few where articles are many: the answer is whole. */
export async function sources(db: Db): Promise<Sources> {
  return { outlets: await outlets(db), visited: await visited(db), failures: await failures(db) };
}

async function outlets(db: Db): Promise<Outlet[]> {
  const { rows } = await sql<{
    outlet: string | null;
    articles: number;
    lineages: number;
    first: string | null;
    last: string | null;
  }>`select outlet, articles, lineages, first_day as first, last_day as last
    from outlet order by articles desc, outlet collate "C"`.execute(db);
  return rows.map(({ outlet, articles, lineages, first, last }) => ({
    ...given('outlet', outlet),
    articles,
    lineages,
    ...given('firstDay', first),
    ...given('lastDay', last),
  }));
}

async function visited(db: Db): Promise<VisitedSource[]> {
  const { rows } = await sql<{
    source: string;
    visits: number;
    filed: number;
    reached: string | null;
    at: string;
    outcome: VisitTable['outcome'];
    message: string | null;
  }>`select v.source, v.visits, v.filed, v.reached, latest.at, latest.outcome, latest.message
    from (select source, count(*)::integer as visits, sum(filed)::integer as filed,
        max(at) filter (where outcome <> 'failed') as reached
      from visit group by source) as v
    cross join lateral (select at, outcome, message from visit where visit.source = v.source
      order by at desc, id desc limit 1) as latest
    order by v.source collate "C"`.execute(db);
  return rows.map(({ source, visits, filed, reached, at, outcome, message }) => ({
    source,
    visits,
    last: { at, outcome, ...given('message', message) },
    ...given('lastReached', reached),
    filed,
  }));
}

async function failures(db: Db): Promise<Failures[]> {
  const { rows } = await sql<Failures>`
    select distinct on (code collate "C") code, count(*) over (partition by code)::integer as count,
      at as last, origin, message
    from failure order by code collate "C", at desc, id collate "C"`.execute(db);
  return rows;
}
