/** Who takes part in the events of a dossier, as each report names them. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { Party } from '../store/tables.js';

export interface EventParties {
  readonly id: string;
  readonly happening: string | null;
  readonly article: string;
  readonly day: string | null;
  readonly statement: string | null;
  readonly background: boolean;
  readonly sentence: string;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}

/** Whose name a form is. */
export interface PersonForm {
  readonly actor: string;
  readonly name: string;
}

export const partiesOf = (db: Db, happenings: readonly string[]): Promise<EventParties[]> =>
  db
    .selectFrom('event')
    .innerJoin('article', 'article.id', 'event.article')
    .select([
      'event.id',
      'event.happening',
      'event.article',
      'event.statement',
      'event.background',
      'event.sentence',
    ])
    .select(['event.actors', 'event.recipients', 'article.day'])
    .where(sql<boolean>`event.happening = any(${happenings}::text[]) and not event.rejected`)
    .orderBy('article.day', (day) => day.asc().nullsLast())
    .orderBy(sql`event.id collate "C"`)
    .execute();

/** Forms that the record has joined to actors. */
export async function personForms(
  db: Db,
  events: readonly EventParties[],
  statements: readonly { readonly who: readonly string[] }[],
): Promise<Map<string, PersonForm>> {
  const named = events.flatMap(({ actors, recipients }) => [...actors, ...recipients]);
  const forms = new Set([...named.map(({ form }) => form), ...statements.flatMap(({ who }) => who)]);
  const rows = await db
    .selectFrom('form')
    .innerJoin('actor', 'actor.id', 'form.actor')
    .select(['form.id', 'actor.id as actor', 'actor.name'])
    .where(sql<boolean>`form.id = any(${[...forms]}::text[])`)
    .execute();
  return new Map(rows.map(({ id, actor, name }) => [id, { actor, name }]));
}
