/**
 * States that only their places name. Who "arrived in Amman" visits Jordan: as host, or as whose ground it is, such a
 * state takes part in an act, though nobody calls it somebody. It stands last in the layer, and `reading/` keeps it only
 * if an act or a dispute is its own.
 */
import type { Place } from '../place/place.js';
import type { Actor } from './actor.js';

export function withImplied(
  actors: readonly Actor[],
  places: readonly Place[],
  nameOf: ReadonlyMap<string, string>,
): readonly Actor[] {
  const known = new Set(
    actors.flatMap(({ kind, country }) => (kind === 'state' || kind === 'government' ? [country] : [])),
  );
  const byCountry = new Map<string, Place[]>();
  for (const place of places) {
    const { country } = place;
    if (country === undefined || known.has(country) || place.dateline === true) continue;
    const same = byCountry.get(country);
    if (same) same.push(place);
    else byCountry.set(country, [place]);
  }
  const implied = [...byCountry].map(
    ([country, all], nth): Actor => ({
      id: `a${actors.length + nth + 1}`,
      kind: 'state',
      name: nameOf.get(country) ?? country,
      country,
      sectors: [],
      roles: [],
      basis: 'place',
      mentions: all.map(({ span }) => span),
      aliases: [],
    }),
  );
  return implied.length === 0 ? actors : [...actors, ...implied];
}

/** Those that stand for more than a place, and of the others those whose ids are asked for. */
export const withoutIdle = (actors: readonly Actor[], used: ReadonlySet<string>): readonly Actor[] =>
  actors.filter(({ id, basis }) => basis !== 'place' || used.has(id));
