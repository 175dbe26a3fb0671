/** What the desk works on: the opened record, what is known of its revision, kept answers, readers, dossiers, news. */
import { createPool, type Pool } from '../reading/pool.js';
import { dossierFolders } from '../record/dossier/file.js';
import { openRecord, type Record } from '../record/record.js';
import { type Database, type Db, openDatabase } from '../record/store/database.js';
import { revisionOf } from '../record/store/revision.js';
import { type Additions, createAdditions } from './additions/additions.js';
import { createLooker } from './additions/work.js';
import { type Answers, createAnswers } from './answers.js';
import { createDossiers, type Dossiers } from './dossiers.js';
import { createNews, createTeller, type News, type RevisionNews } from './news.js';
import { createTurns } from './turns.js';
import { programVersion } from './version.js';

export interface DeskOptions {
  /** A folder, or `postgres://user@host/database`; made where there is none. */
  readonly record: string;
  /** How many reports are read side by side; as many as there are cores if not given. */
  readonly jobs?: number;
  /** Readers; threads of the desk's own if not given. They are closed with it. */
  readonly pool?: Pool;
  /** Milliseconds that a question may take, its wait included; 20 seconds if not given. */
  readonly patience?: number;
  /** Where dossiers are looked for; beside the record and in ./dossiers if not given. */
  readonly dossiers?: readonly string[];
  /** Let URLs that people give lead to private and loopback addresses. */
  readonly allowPrivate?: boolean;
  /** An embedded record answers in a thread of its own; needs the built program. */
  readonly apart?: boolean;
}

export interface Desk {
  readonly record: Record;
  readonly pool: Pool;
  readonly answers: Answers;
  readonly dossiers: Dossiers;
  readonly additions: Additions;
  readonly news: News;
  readonly version: string;
  readonly allowPrivate: boolean;
  /** As far as is known here. */
  revision(): number;
  /** What the last news of the record said, without what was filed. */
  standing(): RevisionNews;
  /** Looks whether the record was written to, and tells those who wait for it. @throws RecordError */
  look(): Promise<number>;
  /** Days from this one on are still to come. */
  today(): string;
  /** Asks the record, within the time that a question may take. @throws ProblemError */
  ask<Answer>(question: (db: Db) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

const PATIENCE = 20_000;
/**
 * A server answers as many as it has connections for. An embedded record answers one statement after the other: with several
 * questions under way it works on one while the answer to another is written out.
 */
const SLOTS = 4;
const WAITING = 500;

/** @throws RecordError as `openRecord` does. */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { allowPrivate = false, apart = false, patience = PATIENCE } = options;
  const record = await openRecord(options.record, { create: true, apart });
  const asked = await forQuestions(record, options.record, patience);
  const turns = createTurns({ slots: SLOTS, most: WAITING, patience });
  const pool = options.pool ?? createPool(options.jobs);
  const version = programVersion();
  const news = createNews();
  const watch = await watching(record, news);
  const additions = createAdditions({
    record,
    pool,
    allowPrivate,
    looker: createLooker(record, allowPrivate),
    changed: watch.look,
    tell: (addition) => news.send({ event: 'addition', data: addition }),
  });
  return {
    record,
    pool,
    answers: createAnswers(version),
    dossiers: createDossiers(options.dossiers ?? dossierFolders(options.record)),
    additions,
    news,
    version,
    allowPrivate,
    revision: () => watch.standing().revision,
    standing: watch.standing,
    look: watch.look,
    today: () => new Date().toISOString().slice(0, 10),
    ask: (question) => turns.take(() => question(asked.db)),
    async close() {
      watch.end();
      news.end();
      await additions.end();
      await pool.close();
      if (asked !== record) await asked.close();
      await record.close();
    },
  };
}

/** Questions have connections of their own on a server, which ends what takes too long; an embedded record has one for all. */
const forQuestions = async (record: Record, where: string, patience: number): Promise<Database> =>
  record.kind === 'server' ? openDatabase(where, { patience }) : record;

/** Milliseconds between two looks at the revision. */
const PAUSE = 1000;

interface Watching {
  standing(): RevisionNews;
  look(): Promise<number>;
  end(): void;
}

/** One look at a time, however many ask for one. */
async function watching({ db }: Record, news: News): Promise<Watching> {
  const teller = createTeller();
  let standing = { ...(await teller(db, await revisionOf(db))), filed: [] };
  let looking: Promise<number> | undefined;
  const lookOnce = async (): Promise<number> => {
    const revision = await revisionOf(db);
    if (revision !== standing.revision) {
      const told = await teller(db, revision);
      standing = { ...told, filed: [] };
      news.send({ event: 'revision', data: told });
    }
    return revision;
  };
  const look = async (): Promise<number> => {
    // A look that is under way may have asked before what its caller wrote: his comes after it.
    await looking?.catch(() => {});
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  const timer = setInterval(() => {
    // A record that does not answer is told by /ready, and by every question.
    if (looking === undefined) look().catch(() => {});
  }, PAUSE);
  timer.unref();
  return { standing: () => standing, look, end: () => clearInterval(timer) };
}
