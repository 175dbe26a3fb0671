/** Ids as people write them: `h5b94ec40-e128` for `h5b94ec40cc856d2cbf96-e128`. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { RecordError } from './error.js';

/** Hex digits of the article that a short id keeps. */
const SHORT = 8;

/** Short enough to type, long enough to name one row of most records. */
export const shortId = (id: string): string =>
  id.replace(/^([hs]?)([0-9a-f]{20})/u, (_, letter: string, hex: string) => letter + hex.slice(0, SHORT));

/** Does a column hold the id that somebody wrote in full, in short, or the beginning of it? */
export function isMeant(column: string, written: string): Expression<SqlBool> {
  const [, begin = written, end] = /^([hs]?[0-9a-f]+)(-.+)$/u.exec(written) ?? [];
  const ref = sql.ref(column);
  return end === undefined
    ? sql<boolean>`starts_with(${ref}, ${begin})`
    : sql<boolean>`(starts_with(${ref}, ${begin}) and right(${ref}, ${end.length}) = ${end})`;
}

/** The one that is meant. @throws RecordError `record/unknown-id` where none is, or several are. */
export function theOne(kind: string, written: string, ids: readonly string[]): string {
  if (ids.includes(written)) return written;
  const [first, ...others] = new Set(ids);
  if (first === undefined)
    throw new RecordError('record/unknown-id', `the record has no ${kind} ${written}.`);
  if (others.length === 0) return first;
  const some = [first, ...others].slice(0, 4).map(shortId).join(', ');
  throw new RecordError(
    'record/unknown-id',
    `${written} may mean ${some}${others.length > 3 ? ', …' : ''}; write more of it.`,
  );
}
