/** Conditions in SQL, over a report under the alias `a`. */
import { sql } from 'kysely';
import type { Wanted } from './wanted.js';
import type { Condition } from './where.js';

/** An index holds it. */
export const reportDay = sql<string>`coalesce(a.day, '-infinity'::date)`;
export const newestFirst = sql`${reportDay} desc, a.id collate "C" desc`;

/** Of a report actor and country mean whom it names. */
export function nameConditions({ actors, countries }: Wanted): Condition[] {
  return [
    ...(actors === undefined ? [] : [sql<boolean>`a.named && ${actors.who}::text[]`]),
    ...(countries.length === 0 ? [] : [sql<boolean>`a.named @> ${countries}::text[]`]),
  ];
}

/** Since and until mean its day of publication. One condition a bound: of two the planner would expect far fewer rows. */
export const dayConditions = ({ since, filter: { until } }: Wanted): Condition[] => [
  ...(since === undefined ? [] : [sql<boolean>`${reportDay} >= ${since}::date`]),
  ...(until === undefined ? [] : [sql<boolean>`a.day is not null and ${reportDay} <= ${until}::date`]),
];
