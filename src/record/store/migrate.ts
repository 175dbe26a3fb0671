/** Brings a record's tables to this program's schema; never touches one that a newer program wrote. */
import {
  DEFAULT_MIGRATION_TABLE,
  type Kysely,
  type Migration,
  type MigrationProvider,
  Migrator,
  sql,
} from 'kysely';
import { RecordError } from './error.js';
import { up as record } from './migrations/001-record.js';
import type { Tables } from './tables.js';

/** By number; what has landed is never changed, only followed by another. */
const migrations: Readonly<Record<string, Migration>> = { '001-record': { up: record } };

const provider: MigrationProvider = { getMigrations: async () => ({ ...migrations }) };

/** The newest step this program knows. */
export const schemaVersion: string = Object.keys(migrations).sort().at(-1) ?? '';

export const isKnownStep = (name: string): boolean => name in migrations;

/**
 * @param upTo Of a record that is made for a backup of that step.
 * @throws RecordError `record/newer` where a newer program has changed the schema.
 */
export async function migrate(db: Kysely<Tables>, where: string, upTo?: string): Promise<void> {
  const taken = await checkVersion(db, where);
  // Nearly always so: the migrator would look through the whole catalogue to find that nothing is to be done.
  if (upTo === undefined && taken.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({ db, provider });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw error;
}

/**
 * Old programs must not write into a schema they do not know.
 * @returns the steps that the record has taken. @throws RecordError `record/newer`
 */
export async function checkVersion(db: Kysely<Tables>, where: string): Promise<readonly string[]> {
  const taken = await stepsTaken(db);
  const unknown = taken.find((name) => !isKnownStep(name));
  if (unknown !== undefined) {
    throw new RecordError(
      'record/newer',
      `${where} was written by a newer version of demarche (schema step ${unknown}); this one knows steps up to ${schemaVersion}. Update the program.`,
    );
  }
  return taken;
}

async function stepsTaken(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${DEFAULT_MIGRATION_TABLE}) is not null as there`.execute(db);
  if (rows[0]?.there !== true) return [];
  const steps = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(
    db,
  );
  return steps.rows.map(({ name }) => name);
}
