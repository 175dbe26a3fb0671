/** Answers page by page, each going on where the last ended: memory stays flat over any number of rows. */
import { type RawBuilder, sql } from 'kysely';
import { isDay } from './day.js';
import { AskError } from './error.js';

export interface PageOptions {
  /** Rows of a page. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

export const PAGE = 50;
/** More rows at once would hold too much in memory. */
export const MOST = 1000;

export type Key = readonly (string | number)[];

/** One column of the order, and how it is compared. */
export interface OrderKey {
  readonly by: RawBuilder<unknown>;
  readonly as: 'date' | 'integer' | 'bigint' | 'text';
}

/** Order and place to go on, of keys that all run one way. */
export function ordered(keys: readonly OrderKey[], direction: 'asc' | 'desc', after: string | undefined) {
  const way = direction === 'asc' ? sql`asc` : sql`desc`;
  const order = sql.join(keys.map(({ by }) => sql`${by} ${way}`));
  if (after === undefined) return { order };
  const values = decoded(after, keys);
  const left = sql.join(keys.map(({ by }) => by));
  const right = sql.join(keys.map(({ as }, at) => sql`${values[at]}::${sql.raw(as)}`));
  const beyond =
    direction === 'asc' ? sql<boolean>`(${left}) > (${right})` : sql<boolean>`(${left}) < (${right})`;
  return { order, beyond };
}

export const limitOf = ({ limit = PAGE }: PageOptions): number => Math.min(Math.max(1, limit), MOST);

/** Of `limit + 1` rows asked for, the last tells only that there are more. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => Key): Page<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last !== undefined
    ? { rows: page, next: encoded(keyOf(last)) }
    : { rows: page };
}

/** All rows, or the first `most`, fetched page by page. */
export async function* each<Row>(
  ask: (page: PageOptions) => Promise<Page<Row>>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row, void, undefined> {
  let left = most;
  let after: string | undefined;
  while (left > 0) {
    const limit = Math.min(left, 500);
    const { rows, next } = await ask({ limit, ...(after === undefined ? {} : { after }) });
    yield* rows;
    left -= rows.length;
    if (next === undefined) return;
    after = next;
  }
}

const encoded = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What each kind of key may be: whatever else somebody writes is told before the database sees it. */
const holds: Readonly<Record<OrderKey['as'], (value: unknown) => boolean>> = {
  date: (value) => typeof value === 'string' && (value === '-infinity' || isDay(value)),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  bigint: (value) => Number.isSafeInteger(value),
  text: (value) => typeof value === 'string' && !value.includes('\0'),
};

function decoded(cursor: string, keys: readonly OrderKey[]): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const whole = Array.isArray(key) && key.length === keys.length;
    if (whole && keys.every(({ as }, at) => holds[as](key[at]))) return key;
  } catch {
    // Told below.
  }
  throw new AskError(
    'ask/bad-cursor',
    `'${cursor.slice(0, 200)}' is no place in this list: take 'next' of an earlier answer.`,
    'after',
  );
}
