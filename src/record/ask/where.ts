/** Conditions in SQL, over a happening or saying under the alias `h`. */
import { type RawBuilder, sql } from 'kysely';
import { placeCondition } from './place-name.js';
import type { Side, Wanted, WantedDossier } from './wanted.js';

export type Condition = RawBuilder<boolean>;

/** When it happened, else when it was first printed: what has no day at all comes last. An index holds it. */
export const sortDay = sql<string>`coalesce(h."from", h.first_day, '-infinity'::date)`;

/** What is asked of happenings and sayings alike, days apart. */
export function commonConditions({ actors, countries, filter }: Wanted): Condition[] {
  const { words, minSources } = filter;
  return [
    ...(actors === undefined ? [] : [sql<boolean>`h.who && ${actors.who}::text[]`]),
    ...(countries.length === 0 ? [] : [sql<boolean>`h.countries @> ${countries}::text[]`]),
    ...(words === undefined ? [] : [sql<boolean>`h.words @@ websearch_to_tsquery('english', ${words})`]),
    ...(minSources === undefined || minSources <= 1 ? [] : [sql<boolean>`h.sources >= ${minSources}`]),
  ];
}

/**
 * What touches the days asked for, in branches that follow each other in the order of the answer: what begins in them,
 * and what was under way when they begin. An index of days answers each; one condition for both would leave half of a
 * record to look through.
 */
function dayBranches(wanted: Wanted): Condition[] {
  const { since, sort } = wanted;
  const begins = beginning(wanted);
  if (since === undefined) return [begins];
  const before = ending(wanted);
  const underWay = sql<boolean>`(h."from" is not null and h."from" < ${since}::date
    and daterange(h."from", greatest(h."from", h."to")) @> ${since}::date and ${before})`;
  if (sort === 'sources') return [sql<boolean>`(${begins} or ${underWay})`];
  return sort === 'oldest' ? [underWay, begins] : [begins, underWay];
}

const ending = ({ filter: { until } }: Wanted): Condition =>
  until === undefined
    ? sql<boolean>`true`
    : sql<boolean>`h."from" is not null and ${sortDay} <= ${until}::date`;

/** What begins in the days asked for; without a bound, all. */
export const beginning = (wanted: Wanted): Condition =>
  wanted.since === undefined
    ? ending(wanted)
    : sql<boolean>`(h."from" is not null and ${sortDay} >= ${wanted.since}::date and ${ending(wanted)})`;

/** What touches the days asked for, in one condition: for counting. */
export function touching(wanted: Wanted): Condition {
  const [condition = sql<boolean>`true`] = dayBranches({ ...wanted, sort: 'sources' });
  return condition;
}

/** Rows of one branch after the other until there are enough. */
export async function throughBranches<Row>(
  wanted: Wanted,
  limit: number,
  ask: (days: Condition, limit: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const days of dayBranches(wanted)) {
    if (rows.length < limit) rows.push(...(await ask(days, limit - rows.length)));
  }
  return rows;
}

export function happeningConditions(wanted: Wanted): Condition[] {
  const { dyads, labels, cameo, place, dossier, filter } = wanted;
  const { type = [], status = [], within, background } = filter;
  return [
    ...commonConditions(wanted),
    ...(dyads.length === 0 ? [] : [sql<boolean>`h.dyads && ${dyads}::text[]`]),
    ...(type.length === 0 ? [] : [sql<boolean>`h.type = any(${type}::text[])`]),
    ...(labels.length + cameo.length === 0 ? [] : [codeCondition(labels, cameo)]),
    ...(status.length === 0 ? [] : [sql<boolean>`h.status = any(${status}::text[])`]),
    ...(place === undefined ? [] : [placeCondition(place, within)]),
    ...(background === undefined ? [] : [sql<boolean>`h.background = ${background}`]),
    ...(dossier === undefined ? [] : [dossierCondition(dossier)]),
  ];
}

/** A type alone stands for all its modes. */
function codeCondition(labels: readonly string[], cameo: readonly string[]): Condition {
  const types = labels.filter((label) => !label.includes('-')).map((label) => `${label}-%`);
  return sql<boolean>`(h.code = any(${labels}::text[]) or h.code like any(${types}::text[])
    or h.cameo = any(${cameo}::text[]))`;
}

/** Two parties together, or one of them and the thing itself; without parties the thing alone. */
function dossierCondition({ sides, phrases, places }: WantedDossier): Condition {
  const known = sides.filter((side) => 'country' in side || side.who.length > 0);
  const pairs = known.flatMap((one, at) =>
    known.slice(at + 1).map((other) => sql<boolean>`(${involved(one)} and ${involved(other)})`),
  );
  const object = objectConditions(phrases, places);
  const single =
    object.length === 0
      ? known.length === 1
        ? known.map(involved)
        : []
      : sides.length === 0
        ? object
        : [sql<boolean>`(${anyOf(known.map(involved))} and ${anyOf(object)})`];
  return anyOf([...pairs, ...single]);
}

const involved = (side: Side): Condition =>
  'country' in side
    ? sql<boolean>`h.countries @> array[${side.country}]::text[]`
    : sql<boolean>`h.who && ${side.who}::text[]`;

function objectConditions(phrases: readonly string[], places: WantedDossier['places']): Condition[] {
  const query = sql.join(
    phrases.map((phrase) => sql`phraseto_tsquery('english', ${phrase})`),
    sql` || `,
  );
  return [
    ...(phrases.length === 0 ? [] : [sql<boolean>`h.words @@ (${query})`]),
    ...places.map((place) => placeCondition(place)),
  ];
}

const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join([...conditions], sql` or `)})`;
