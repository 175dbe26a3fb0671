/** The work of a `poll` job: a watched source that is due is looked at. */
import { sql } from 'kysely';
import type { Record } from '../record/record.js';
import type { Db } from '../record/store/database.js';
import { PollJob, type PollJob as Source } from './job.js';
import type { Queue } from './queue.js';

/** Looks at one source (the id of its row) and keeps what came of it: what is new, the visit, and when it is due again. */
export type PollBody = (source: string, record: Record) => Promise<void>;

/** Minutes after which a look whose worker died is due again. */
const CLAIM = 10;

/** Whoever comes first looks: a look that another worker has taken is not taken again. */
export async function pollJob(record: Record, data: unknown, poll: PollBody | undefined): Promise<void> {
  const { source } = PollJob.parse(data);
  if (poll === undefined) throw new Error('this worker looks at no sources.');
  const claimed = await record.db
    .updateTable('source')
    .set({ next: sql<string>`now() + make_interval(mins => ${CLAIM})` })
    .where('id', '=', source)
    .where(sql<boolean>`next <= now()`)
    .returning('id')
    .executeTakeFirst();
  if (claimed !== undefined) await poll(source, record);
}

/** Sources in one go; the others come the next time. */
const MOST = 1000;

/** @returns how many are due. One that waits in the queue already is not put again. */
export async function putDue(db: Db, queue: Pick<Queue, 'put'>): Promise<number> {
  const due = await db
    .selectFrom('source')
    .select('id')
    .where(sql<boolean>`next <= now()`)
    .orderBy('next')
    .limit(MOST)
    .execute();
  await queue.put(due.map(({ id }) => ({ queue: 'poll', data: { source: id } satisfies Source, key: id })));
  return due.length;
}
