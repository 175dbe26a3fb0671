/** The words of a dossier as PostgreSQL searches them. */
import { type RawBuilder, sql } from 'kysely';

/** Any of the phrases; nothing where there are none. */
export const anyPhrase = (phrases: readonly string[]): RawBuilder<unknown> | undefined =>
  phrases.length === 0
    ? undefined
    : sql`(${sql.join(
        phrases.map((phrase) => sql`phraseto_tsquery('english', ${phrase})`),
        sql` || `,
      )})`;
