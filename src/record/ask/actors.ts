/** `actors`: who acts and speaks, with other names and with roles and their dates. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { ActorTable } from '../store/tables.js';
import { type Filter, onlyWith } from './filter.js';
import { given } from './happening.js';
import { idKey } from './happenings.js';
import { limitOf, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { wantedOf } from './wanted.js';

export interface ActorOfRecord {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly country?: string;
  readonly sectors: readonly string[];
  readonly aliases: readonly string[];
  /** How many reports name it. */
  readonly reports: number;
  /** By the first day of publication. */
  readonly roles: readonly RoleOfRecord[];
}

/** What reports call an actor. */
export interface RoleOfRecord {
  readonly title: string;
  /** What the office is of. */
  readonly of?: string;
  /** Days of publication of the first and the last report that say so. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly reports: number;
}

export const actorFields = ['actor', 'country'] as const satisfies readonly (keyof Filter)[];

/** Those that most reports name come first. @throws AskError where the filter names what is not known. */
export async function actors(
  db: Db,
  filter: Filter = {},
  options: PageOptions = {},
): Promise<Page<ActorOfRecord>> {
  onlyWith('actors', filter, actorFields);
  const wanted = await wantedOf(db, filter);
  const limit = limitOf(options);
  const { order, beyond } = ordered([{ by: sql`h.reports`, as: 'integer' }, idKey], 'desc', options.after);
  let query = db.selectFrom('actor as h').select(columns);
  if (wanted.actors !== undefined) {
    const ids = [...wanted.actors.actors.map(({ id }) => id), ...wanted.actors.who];
    query = query.where(sql<boolean>`h.id = any(${ids}::text[])`);
  }
  if (wanted.countries.length > 0) {
    query = query.where(sql<boolean>`h.country = any(${wanted.countries}::text[])`);
  }
  if (beyond) query = query.where(beyond);
  const rows = await query
    .orderBy(order)
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, ({ reports, id }) => [reports, id]);
  return { ...page, rows: await withRoles(db, page.rows) };
}

const columns = ['h.id', 'h.kind', 'h.name', 'h.country', 'h.sectors', 'h.aliases', 'h.reports'] as const;

export async function actorsById(db: Db, ids: readonly string[]): Promise<ActorOfRecord[]> {
  const rows = await db
    .selectFrom('actor as h')
    .select(columns)
    .where(sql<boolean>`h.id = any(${ids}::text[])`)
    .execute();
  return withRoles(db, rows);
}

async function withRoles(db: Db, rows: readonly ActorTable[]): Promise<ActorOfRecord[]> {
  const roles = await rolesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ country, ...row }) => ({
    ...row,
    ...given('country', country),
    roles: roles.get(row.id) ?? [],
  }));
}

/** Those of all forms of a name, one a title and office. */
async function rolesOf(db: Db, ids: readonly string[]): Promise<Map<string, RoleOfRecord[]>> {
  const found = new Map<string, RoleOfRecord[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('role as r')
    .innerJoin('form as f', 'f.id', 'r.form')
    .select(['f.actor', 'r.title', 'r.of'])
    .select((eb) => [
      eb.fn.min('r.first_day').as('first'),
      eb.fn.max('r.last_day').as('last'),
      eb.fn.sum<string>('r.reports').as('reports'),
    ])
    .where(sql<boolean>`f.actor = any(${ids}::text[])`)
    .groupBy(['f.actor', 'r.title', 'r.of'])
    .orderBy(sql`min(r.first_day) nulls last, r.title collate "C", r."of" collate "C"`)
    .execute();
  for (const { actor, title, of, first, last, reports } of rows) {
    const role = {
      title,
      ...given('of', of === '' ? null : of),
      ...given('firstDay', first),
      ...given('lastDay', last),
      reports: Number(reports),
    };
    found.set(actor ?? '', [...(found.get(actor ?? '') ?? []), role]);
  }
  return found;
}
