/** `places`: where it was, with how many happenings each place has: for a map. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { type Filter, onlyWith } from './filter.js';
import { given } from './happening.js';
import { happeningFields } from './happenings.js';
import { limitOf, type OrderKey, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { wantedOf } from './wanted.js';
import { happeningConditions, touching } from './where.js';

export interface PlaceCount {
  readonly geonames?: number;
  readonly name: string;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
  readonly happenings: number;
  /** First and last day of what was there, half open; absent where no report tells a day. */
  readonly from?: string;
  readonly to?: string;
}

export const placeFields = happeningFields;

interface Row {
  readonly key: string;
  readonly geonames: number | null;
  readonly name: string;
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly happenings: number;
  readonly from: string | null;
  readonly to: string | null;
}

const keys: readonly OrderKey[] = [
  { by: sql`h.happenings`, as: 'integer' },
  { by: sql`h.key collate "C"`, as: 'text' },
];

/** Those with the most happenings first; what has no coordinates is left out. @throws AskError */
export async function places(
  db: Db,
  filter: Filter = {},
  options: PageOptions = {},
): Promise<Page<PlaceCount>> {
  onlyWith('places', filter, placeFields);
  const wanted = await wantedOf(db, filter);
  const limit = limitOf(options);
  const { order, beyond } = ordered(keys, 'desc', options.after);
  const where = sql.join([touching(wanted), ...happeningConditions(wanted)], sql` and `);
  const { rows } = await sql<Row>`
    select * from (
      select coalesce(h.geonames::text, h.place) as key, h.geonames, min(h.place collate "C") as name, min(h.country) as country,
        min(h.lat) as lat, min(h.lon) as lon, count(*)::integer as happenings, min(h."from") as "from", max(h."to") as "to"
      from happening h where h.lat is not null and h.lon is not null and h.place is not null and ${where}
      group by 1, h.geonames) as h
    where ${beyond ?? sql`true`} order by ${order} limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, ({ happenings, key }) => [happenings, key]);
  return {
    ...page,
    rows: page.rows.map(({ key: _, geonames, name, country, lat, lon, happenings, from, to }) => ({
      ...given('geonames', geonames),
      name,
      ...given('country', country),
      lat,
      lon,
      happenings,
      ...given('from', from),
      ...given('to', to),
    })),
  };
}
