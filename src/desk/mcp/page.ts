/** Answers in pages: so many rows and so many characters at most, and how many are left. */
import { z } from 'zod';
import { AskError } from '../../record/ask/index.js';
import type { Page, PageOptions } from '../../record/ask/page.js';

/** Characters of an answer's rows: an agent reads all that it is given. */
const BUDGET = 24_000;
/** More are not counted. */
export const MANY = 1000;

export const pageInput = (usual: number, most: number) => ({
  limit: z
    .int()
    .min(1)
    .max(most)
    .optional()
    .describe(`Rows at most; ${usual} if not given, fewer where they are long.`),
  after: z
    .string()
    .max(2000)
    .optional()
    .describe('`next` of the answer before, with the same arguments: goes on there.'),
});

export const pageOutput = <Row extends z.ZodType>(row: Row) => ({
  rows: z.array(row),
  left: z.int().describe('How many rows come after these.'),
  leftAtLeast: z.boolean().optional().describe('There may be more than `left` says.'),
  next: z.string().optional().describe('Give it as `after` for the next rows. Absent at the end.'),
});

export interface Shown<Row> {
  readonly rows: Row[];
  readonly left: number;
  readonly leftAtLeast?: boolean;
  readonly next?: string;
}

export interface PageAsked {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

interface List<Row, Out> {
  readonly ask: (page: PageOptions) => Promise<Page<Row>> | Page<Row>;
  readonly show: (row: Row) => Out;
  /** Rows in all; `MANY` means so many or more. */
  readonly count: () => Promise<number> | number;
}

/** @throws AskError `ask/bad-cursor` */
export async function shownPage<Row, Out>(
  { limit = 1, after }: PageAsked,
  { ask, show, count }: List<Row, Out>,
): Promise<Shown<Out>> {
  const place = after === undefined ? undefined : placeOf(after);
  const from = place === undefined ? {} : { after: place.key };
  const page = await ask({ limit, ...from });
  const rows = fitting(page.rows.map(show));
  // What did not fit comes next: the list itself knows where that is.
  const next = rows.length < page.rows.length ? (await ask({ limit: rows.length, ...from })).next : page.next;
  if (next === undefined) return { rows, left: 0 };
  const before = place?.left ?? (await count());
  const atLeast = place?.atLeast ?? before >= MANY;
  const left = Math.max(1, before - rows.length);
  return {
    rows,
    left,
    ...(atLeast ? { leftAtLeast: true } : {}),
    next: textOf({ key: next, left, atLeast }),
  };
}

/** A list that is whole already. */
export const listOf = <Row>(rows: readonly Row[]): List<Row, Row> => ({
  ask({ limit = rows.length, after = '0' }) {
    const from = Number(after);
    if (!Number.isInteger(from) || from < 0) throw badPlace();
    const end = from + limit;
    return { rows: rows.slice(from, end), ...(end < rows.length ? { next: String(end) } : {}) };
  },
  show: (row) => row,
  count: () => rows.length,
});

/** The first whatever its length: else there would be no way past it. */
function fitting<Row>(rows: readonly Row[]): Row[] {
  let size = 0;
  const end = rows.findIndex((row, at) => {
    size += JSON.stringify(row).length;
    return at > 0 && size > BUDGET;
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}

export const leftText = ({ left, leftAtLeast, next }: Omit<Shown<unknown>, 'rows'>): string =>
  next === undefined
    ? 'That is all.'
    : `${leftAtLeast === true ? 'At least ' : ''}${left} more: call again with the same arguments and after="${next}".`;

const Place = z.object({ key: z.string(), left: z.int().min(0), atLeast: z.boolean() });
type Place = z.infer<typeof Place>;

const textOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(after: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch {
    throw badPlace();
  }
}

const badPlace = (): AskError =>
  new AskError('ask/bad-cursor', "'after' is no place in this list: give 'next' of an earlier answer.");
