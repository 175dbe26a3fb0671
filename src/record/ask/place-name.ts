/** Places by name or GeoNames id. */
import { sql } from 'kysely';
import { loadPlaces } from '../../place/index.js';
import type { Db } from '../store/database.js';
import { findCountry } from './country.js';
import { AskError } from './error.js';

export interface NamedPlace {
  /** As given; absent for an id. */
  readonly name?: string;
  readonly geonames: readonly number[];
  /** Where it is a state: all that lies in it. */
  readonly country?: string;
  /** Of the capital or the largest of that name: the middle of `within`. */
  readonly at?: { readonly lat: number; readonly lon: number };
}

/** What the gazetteer does not know is looked for by name alone. @throws AskError where `within` has no middle. */
export async function findPlace(db: Db, name: string, within?: number): Promise<NamedPlace> {
  const place = /^\d{1,9}$/u.test(name) ? await byId(db, Number(name), within) : byName(name);
  if (within !== undefined && place.at === undefined) {
    throw new AskError(
      'ask/unknown-name',
      `where '${name}' lies is not known: a distance from it cannot be told.`,
    );
  }
  return place;
}

async function byId(db: Db, id: number, within: number | undefined): Promise<NamedPlace> {
  if (within === undefined) return { geonames: [id] };
  const row = await db
    .selectFrom('happening')
    .select(['lat', 'lon'])
    .where('geonames', '=', id)
    .where('lat', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  const at = row?.lat == null || row.lon == null ? undefined : { lat: row.lat, lon: row.lon };
  return { geonames: [id], ...(at === undefined ? {} : { at }) };
}

function byName(name: string): NamedPlace {
  const entries = [...loadPlaces().gazetteer.get(name)].sort(
    (a, b) => Number(b.capital) - Number(a.capital) || b.population - a.population,
  );
  const located = entries.find(({ lat, lon }) => lat !== undefined && lon !== undefined);
  const country = entries.length === 0 ? findCountry(name) : undefined;
  return {
    name,
    geonames: [...new Set(entries.flatMap(({ geonames }) => geonames ?? []))],
    ...(country === undefined ? {} : { country }),
    ...(located?.lat === undefined || located.lon === undefined
      ? {}
      : { at: { lat: located.lat, lon: located.lon } }),
  };
}

/** Of rows with `geonames`, `place`, `country`, `lat` and `lon` under the alias `h`. */
export function placeCondition(place: NamedPlace, within?: number) {
  if (within !== undefined && place.at !== undefined) return nearby(place.at, within);
  const { geonames, name, country } = place;
  const ways = [
    ...(geonames.length === 0 ? [] : [sql`h.geonames = any(${geonames}::integer[])`]),
    ...(name === undefined ? [] : [sql`lower(h.place) = lower(${name})`]),
    ...(country === undefined ? [] : [sql`h.country = ${country}`]),
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

const EARTH = 6371;
const DEGREE = 111.2;

/** A box first, which an index answers; the distance itself on what is in it. */
function nearby({ lat, lon }: { lat: number; lon: number }, within: number) {
  const high = within / DEGREE;
  const wide = Math.abs(lat) + high >= 89 ? 180 : high / Math.cos(((Math.abs(lat) + high) * Math.PI) / 180);
  const [west, east] = [lon - wide, lon + wide];
  const inLon =
    wide >= 180
      ? sql`true`
      : west < -180 || east > 180
        ? // Over the line where the date changes.
          sql`(h.lon >= ${wrapped(west)} or h.lon <= ${wrapped(east)})`
        : sql`h.lon between ${west} and ${east}`;
  return sql<boolean>`(h.lat between ${lat - high} and ${lat + high} and ${inLon}
    and 2 * ${EARTH} * asin(least(1, sqrt(power(sin(radians(h.lat - ${lat}) / 2), 2)
      + cos(radians(${lat})) * cos(radians(h.lat)) * power(sin(radians(h.lon - ${lon}) / 2), 2)))) <= ${within})`;
}

const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;
