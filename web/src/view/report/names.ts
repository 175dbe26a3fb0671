/** Words of a Reading by the ids in it. */
import type { Reading, Span } from '../../api/types.js';

export interface Names {
  actor(id: string): string;
  actors(ids: readonly string[]): readonly string[];
  place(id: string | undefined): string | undefined;
  time(id: string | undefined): string | undefined;
  statement(id: string | undefined): Reading['statements'][number] | undefined;
  text(span: Span): string;
}

export function namesOf({ actors, places, times, statements, article }: Reading): Names {
  const actorNames = new Map(actors.map(({ id, name }) => [id, name]));
  const placeNames = new Map(places.map(({ id, name }) => [id, name]));
  const timeTexts = new Map(times.map(({ id, text }) => [id, text]));
  const byId = new Map(statements.map((each) => [each.id, each]));
  const actor = (id: string): string => actorNames.get(id) ?? id;
  return {
    actor,
    actors: (ids) => ids.map(actor),
    place: (id) => (id === undefined ? undefined : placeNames.get(id)),
    time: (id) => (id === undefined ? undefined : timeTexts.get(id)),
    statement: (id) => (id === undefined ? undefined : byId.get(id)),
    text: ({ start, end }) => article.text.slice(start, end),
  };
}

export function speakerOf(statement: Reading['statements'][number], names: Names): string {
  const { speaker, speakers = [], source } = statement;
  if (speaker !== undefined) return names.actor(speaker);
  if (speakers.length > 0) return names.actors(speakers).join(' and ');
  return source === undefined ? 'Somebody who is not named' : names.text(source);
}

/** `Abe → Putin`, `Guyana and Venezuela` */
export function partiesOf({ actors, recipients }: Reading['events'][number], names: Names): string {
  const by = names.actors(actors).join(' and ') || 'somebody not named';
  return recipients.length === 0 ? by : `${by} → ${names.actors(recipients).join(' and ')}`;
}
