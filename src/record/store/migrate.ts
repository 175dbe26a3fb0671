/** Brings a record's tables to this program's schema; never touches one that a newer program wrote. */
import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';
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
  await checkVersion(db, where);
  const migrator = new Migrator({ db, provider });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw error;
}

/** Old programs must not write into a schema they do not know. @throws RecordError `record/newer` */
export async function checkVersion(db: Kysely<Tables>, where: string): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const { rows } = await db.executeQuery<{ name: string }>(
    db
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom('kysely_migration')
      .select('name')
      .compile(),
  );
  const unknown = rows.find(({ name }) => !(name in migrations));
  if (unknown) {
    throw new RecordError(
      'record/newer',
      `${where} was written by a newer version of demarche (schema step ${unknown.name}); this one knows steps up to ${schemaVersion}. Update the program.`,
    );
  }
}
