/** What the desk works on: the opened record, what is known of its revision, kept answers, readers, dossiers. */
import { createPool, type Pool } from '../reading/pool.js';
import { dossierFolders } from '../record/dossier/file.js';
import { openRecord, type Record } from '../record/record.js';
import type { Db } from '../record/store/database.js';
import { revisionOf } from '../record/store/revision.js';
import { type Answers, createAnswers } from './answers.js';
import { ProblemError, tooLong } from './api/problem.js';
import { createDossiers, type Dossiers } from './dossiers.js';
import { programVersion } from './version.js';

export interface DeskOptions {
  /** A folder, or `postgres://user@host/database`. */
  readonly record: string;
  /** How many reports are read side by side; as many as there are cores if not given. */
  readonly jobs?: number;
  /** Milliseconds that a question may take; 20 seconds if not given. */
  readonly patience?: number;
  /** Where dossiers are looked for; beside the record and in ./dossiers if not given. */
  readonly dossiers?: readonly string[];
}

export interface Desk {
  readonly record: Record;
  readonly pool: Pool;
  readonly answers: Answers;
  readonly dossiers: Dossiers;
  readonly version: string;
  /** As far as is known here. */
  revision(): number;
  /** Looks whether the record was written to. */
  look(): Promise<number>;
  /** Days from this one on are still to come. */
  today(): string;
  /** Asks the record, within the time that a question may take. @throws ProblemError */
  ask<Answer>(question: (db: Db) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

const PATIENCE = 20_000;

/** @throws RecordError as `openRecord` does. */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const record = await openRecord(options.record, { create: true });
  const pool = createPool(options.jobs);
  const version = programVersion();
  let revision = await revisionOf(record.db);
  return {
    record,
    pool,
    answers: createAnswers(version),
    dossiers: createDossiers(options.dossiers ?? dossierFolders(options.record)),
    version,
    revision: () => revision,
    async look() {
      revision = await revisionOf(record.db);
      return revision;
    },
    today: () => new Date().toISOString().slice(0, 10),
    ask: (question) => within(question(record.db), options.patience ?? PATIENCE),
    async close() {
      await pool.close();
      await record.close();
    },
  };
}

/** The question itself goes on in the database: only the wait for it ends. */
function within<Answer>(answer: Promise<Answer>, patience: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ProblemError(tooLong(), { 'Retry-After': '30' })), patience);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
