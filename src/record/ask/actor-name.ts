/** Actors by name: a name or other name leads to the actors that bear it, and to all forms of their names. */
import { sql } from 'kysely';
import { foldedName } from '../filing/party.js';
import type { Db } from '../store/database.js';
import { findCountry } from './country.js';
import { AskError } from './error.js';

export interface NamedActors {
  /** Ids and names of the actors that bear the name: several where the record keeps them apart. */
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  /** What `who` of a happening or saying is compared with. */
  readonly who: readonly string[];
}

/** @throws AskError `ask/unknown-name`, with names that come near. */
export async function findActors(db: Db, name: string): Promise<NamedActors> {
  const forms = await formsCalled(db, name);
  const country = forms.length === 0 ? findCountry(name) : undefined;
  if (country !== undefined) {
    const id = `state|${country}`;
    return { actors: [{ id, name }], who: [id] };
  }
  const ids = forms.flatMap(({ actor }) => actor ?? []);
  const actors = await db
    .selectFrom('actor')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::text[]) or lower(name) = lower(${name}) or id = ${name}`)
    .orderBy('reports', 'desc')
    .orderBy(sql`id collate "C"`)
    .execute();
  const known = actors.map(({ id }) => id);
  const all = await db
    .selectFrom('form')
    .select('id')
    .where(sql<boolean>`actor = any(${known}::text[])`)
    .execute();
  const who = [...new Set([...forms, ...all].map(({ id }) => id).concat(known))].sort();
  if (who.length === 0) throw await unknown(db, name);
  return { actors, who };
}

const formsCalled = (db: Db, name: string) =>
  db
    .selectFrom('form')
    .select(['id', 'actor'])
    .where(sql<boolean>`split_part(id, '|', 2) = ${foldedName(name)}`)
    .execute();

async function unknown(db: Db, name: string): Promise<AskError> {
  const near = await db
    .selectFrom('actor')
    .select('name')
    .where('name', 'ilike', `%${name.replace(/[%_\\]/gu, '\\$&')}%`)
    .orderBy('reports', 'desc')
    .orderBy(sql`id collate "C"`)
    .limit(5)
    .execute();
  const names = [...new Set(near.map((actor) => `'${actor.name}'`))];
  const hint = names.length === 0 ? '' : ` It names ${names.join(', ')}.`;
  return new AskError('ask/unknown-name', `the record names no actor '${name}'.${hint}`);
}
