/** Groups and offices of somebody whose country was learnt last: `the Prado administration` is of Prado's state. */
import type { Span } from '../span.js';
import type { Actor } from './actor.js';

/** A mention of who is owned, and one of their owner: ids may have been given anew. */
export type Owned = readonly [Span, Span];

export function withOwners(actors: readonly Actor[], owned: readonly Owned[]): readonly Actor[] {
  if (owned.length === 0) return actors;
  const byMention = new Map(
    actors.flatMap((actor) => actor.mentions.map((span) => [keyOf(span), actor] as const)),
  );
  const countries = new Map<string, string>();
  for (const [own, owner] of owned) {
    const actor = byMention.get(keyOf(own));
    const country = byMention.get(keyOf(owner))?.country;
    if (actor === undefined || country === undefined) continue;
    if (actor.country === undefined && actor.countries === undefined) countries.set(actor.id, country);
  }
  return actors.map((actor) => {
    const country = countries.get(actor.id);
    return country === undefined ? actor : { ...actor, country };
  });
}

const keyOf = ({ start, end }: Span): string => `${start}:${end}`;
