/** Jobs in pg-boss, on the server that the record is on. */
import type PgBoss from 'pg-boss';
import { isServer } from '../record/store/database.js';
import { asRecordError, RecordError } from '../record/store/error.js';
import { nameOf } from './job.js';

export type QueueName = 'read' | 'poll';

export interface Held {
  readonly id: string;
  readonly queue: QueueName;
  readonly data: unknown;
}

/** A job that was tried as often as it may be. */
export interface Dead {
  readonly queue: QueueName;
  /** Where its input comes from. */
  readonly what: string;
  readonly error: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface NewJob {
  readonly queue: QueueName;
  readonly data: object;
  /** While one of that key waits, no other is put. */
  readonly key?: string;
}

/** Runs statements in a transaction of the caller's. */
export type Db = PgBoss.Db;

export interface Queue {
  /** @param db Of a transaction: the jobs are there when it is committed, and not otherwise. */
  put(jobs: readonly NewJob[], db?: Db): Promise<void>;
  /** The next job, held by nobody else until `lease` seconds after its last `beat`. */
  take(queue: QueueName): Promise<Held | undefined>;
  /** Its worker lives. */
  beat(job: Held): Promise<void>;
  done(job: Held): Promise<void>;
  /** Tried again later, each time after a longer while; after the last try it is dead. */
  failed(job: Held, error: unknown): Promise<void>;
  /** Given back as it was, and counted as no try. */
  release(job: Held): Promise<void>;
  /** How many wait, are held, or will be tried again. */
  size(): Promise<number>;
  dead(): Promise<Dead[]>;
  /** Puts all dead jobs again. @returns how many. */
  revive(): Promise<number>;
  close(): Promise<void>;
}

export interface QueueOptions {
  /** Seconds without a sign of life after which a job is given to another worker. */
  readonly lease?: number;
  /** Looks for jobs whose worker has died. */
  readonly supervise?: boolean;
}

/** Beside the record's own tables, and beside a pg-boss that the database may have for something else. */
const SCHEMA = 'demarche_jobs';

export const LEASE = 60;

/** Five tries: after about 5, 10, 20 and 40 seconds, up to twice as long by chance. */
const RETRIES = { retryLimit: 4, retryDelay: 5, retryBackoff: true };

/** Minutes that a job may wait: pg-boss throws away what waits longer. */
const RETENTION = 10 * 365 * 24 * 60;

const queues: readonly QueueName[] = ['read', 'poll'];
const deadQueue = (queue: QueueName): string => `${queue}-failed`;

/** @param where `postgres://…` @throws RecordError `record/refused` of a folder, `record/unreachable`. */
export async function openQueue(where: string, options: QueueOptions = {}): Promise<Queue> {
  if (!isServer(where)) {
    throw new RecordError(
      'record/refused',
      `${where} is a folder, which one process at a time can use: jobs need a PostgreSQL server (--record postgres://…). 'demarche add' reads without one.`,
    );
  }
  const { lease = LEASE, supervise = false } = options;
  const { default: Boss } = await import('pg-boss');
  const boss = new Boss({
    connectionString: where,
    application_name: 'demarche jobs',
    max: 3,
    schema: SCHEMA,
    schedule: false,
    supervise,
    maintenanceIntervalSeconds: Math.max(1, Math.floor(lease / 3)),
  });
  // What goes wrong behind our back goes wrong in the next question too, where it is told.
  boss.on('error', () => {});
  try {
    await boss.start();
    await makeQueues(boss);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw asRecordError(error, withoutPassword(where));
  }
  return queueOn(boss, lease);
}

function withoutPassword(where: string): string {
  const url = new URL(where);
  url.password = '';
  return url.href;
}

async function makeQueues(boss: PgBoss): Promise<void> {
  for (const name of queues) {
    const dead = deadQueue(name);
    await boss.createQueue(dead, { name: dead, retentionMinutes: RETENTION });
    const policy = name === 'poll' ? 'short' : 'standard';
    await boss.createQueue(name, {
      name,
      policy,
      ...RETRIES,
      expireInSeconds: LEASE,
      retentionMinutes: RETENTION,
      deadLetter: dead,
    });
  }
}

function queueOn(boss: PgBoss, lease: number): Queue {
  const db = boss.getDb();
  const run = (text: string, values: unknown[]) => db.executeSql(text, values);
  const isHeld = `name = $1 and id = $2 and state = 'active'`;
  return {
    async put(jobs, within) {
      if (jobs.length === 0) return;
      const rows = jobs.map(({ queue, data, key }) => ({
        name: queue,
        data,
        ...(key === undefined ? {} : { singletonKey: key }),
      }));
      await boss.insert(rows, within === undefined ? {} : { db: within });
    },
    async take(queue) {
      const [job] = await fetched(boss, queue, 1);
      return job && { id: job.id, queue, data: job.data };
    },
    // pg-boss counts from the start of a job: to have started now is to live.
    async beat({ queue, id }) {
      await run(
        `update ${SCHEMA}.job set started_on = now(), expire_in = make_interval(secs => $3) where ${isHeld}`,
        [queue, id, lease],
      );
    },
    async done({ queue, id }) {
      await boss.complete(queue, id);
    },
    async failed({ queue, id }, error) {
      const message = error instanceof Error ? error.message : String(error);
      await boss.fail(queue, id, { message });
    },
    async release({ queue, id }) {
      await run(`update ${SCHEMA}.job set state = 'created', started_on = null where ${isHeld}`, [queue, id]);
    },
    async size() {
      const { rows } = await run(
        `select count(*)::integer as size from ${SCHEMA}.job where name = any($1) and state < 'completed'`,
        [queues],
      );
      return (rows[0] as { size: number }).size;
    },
    dead: () => deadOn(boss),
    revive: () => revived(boss),
    close: () => boss.stop({ graceful: false }),
  };
}

/** pg-boss takes any error for an empty queue: a server that is gone must be told apart. */
async function fetched(boss: PgBoss, queue: string, batchSize: number, db: Db = boss.getDb()) {
  let failure: unknown;
  const watched: Db = {
    executeSql: (text, values) =>
      db.executeSql(text, values).catch((error: unknown) => {
        failure = error;
        throw error;
      }),
  };
  const jobs = await boss.fetch<object>(queue, { batchSize, db: watched });
  if (failure !== undefined) throw failure;
  return jobs;
}

async function deadOn(boss: PgBoss): Promise<Dead[]> {
  const { rows } = await boss.getDb().executeSql(
    `select name, data, output, created_on as at from ${SCHEMA}.job
      where name = any($1) and state < 'active' order by created_on, id`,
    [queues.map(deadQueue)],
  );
  return (rows as { name: string; data: unknown; output: unknown; at: Date }[]).map(
    ({ name, data, output, at }) => ({
      queue: name.startsWith('read') ? 'read' : 'poll',
      what: nameOf(data),
      error: messageIn(output),
      at: at.toISOString(),
    }),
  );
}

/** Ours, or what pg-boss says of a job whose worker died. */
function messageIn(output: unknown): string {
  const { message, value } = (output ?? {}) as { message?: string; value?: { message?: string } };
  if (message !== undefined) return message;
  return value?.message === undefined ? 'unknown' : 'its worker died, or was not heard of, each time';
}

/** Put first, then taken off the list: twice at worst, and what is read twice is filed once. */
async function revived(boss: PgBoss): Promise<number> {
  let revived = 0;
  for (const queue of queues) {
    for (;;) {
      const jobs = await fetched(boss, deadQueue(queue), 20);
      if (jobs.length === 0) break;
      await boss.insert(jobs.map(({ data }) => ({ name: queue, data })));
      await boss.deleteJob(
        deadQueue(queue),
        jobs.map(({ id }) => id),
      );
      revived += jobs.length;
    }
  }
  return revived;
}
