/** Looks at watched sources: what is known of each for the next look, and a visit for what can be said of silence. */
import { sql } from 'kysely';
import type { Pool } from '../../reading/pool.js';
import { newState, type Source, SourceState, type Watcher } from '../../watch/index.js';
import type { Record } from '../record.js';
import type { Db, Tx } from '../store/database.js';
import { batchOf, type IntakeSums, type Polled } from './intake.js';

/** In the transaction that files what the look brought: a report is never passed over as seen and not filed. */
export async function keepPoll(tx: Tx, polled: Polled, filed: number): Promise<void> {
  const { source, outcome, message = null, found, state, nextAt } = polled;
  await tx.insertInto('visit').values({ source, outcome, message, found, filed }).execute();
  const next = new Date(nextAt).toISOString();
  await tx
    .insertInto('source')
    .values({ id: source, kind: 'watched', state: JSON.stringify(state), next })
    .onConflict((oc) => oc.column('id').doUpdateSet({ state: JSON.stringify(state), next }))
    .execute();
}

export interface Due {
  readonly source: Source;
  readonly state: SourceState;
  /** Milliseconds since 1970; 0 for a source that was never looked at. */
  readonly nextAt: number;
}

/** What the record knows of these sources. A state that another version wrote is begun anew. */
export async function dueOf(db: Db, sources: readonly Source[]): Promise<Due[]> {
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where(sql<boolean>`id = any(${sources.map(({ url }) => url)}::text[])`)
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return sources.map((source) => {
    const row = known.get(source.url);
    const state = SourceState.safeParse(row?.state);
    return {
      source,
      state: state.success ? state.data : newState,
      nextAt: row === undefined ? 0 : Date.parse(row.next),
    };
  });
}

export interface PollSums extends IntakeSums {
  readonly polled: Polled;
}

/** Looks at a source, reads what is new in it and files it with what was learned of the source. */
export async function pollInto(
  record: Record,
  pool: Pool,
  watcher: Watcher,
  { source, state }: Omit<Due, 'nextAt'>,
  signal?: AbortSignal,
): Promise<PollSums> {
  const { outcome, message, found, jobs, nextAt, state: after } = await watcher.poll(source, state, signal);
  const outcomes = await Promise.all(
    jobs.map(async (job) => {
      if (job.kind === 'passed') return [];
      return job.kind === 'failed' ? [{ ok: false as const, error: job.error }] : pool.run(job);
    }),
  );
  const all = outcomes.flat();
  const failures = all.flatMap((each) => (each.ok ? [] : [each.error]));
  const polled: Polled = {
    source: source.url,
    outcome,
    ...(message === undefined ? {} : { message }),
    found,
    state: after,
    nextAt,
  };
  const readings = all.flatMap((each) => (each.ok ? [each.reading] : []));
  const sums = await record.file({ ...batchOf(readings), failures, polled });
  return { ...sums, failed: failures.length, polled };
}
