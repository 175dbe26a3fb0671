/** `happenings`: what happened, once each, with the reports that tell it. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { HappeningRow } from '../store/tables.js';
import { citedEvents, evidenceFor, sourcesById } from './cite.js';
import { type Filter, onlyWith, type Sort } from './filter.js';
import { type Happening, happeningColumns, happeningOf } from './happening.js';
import { type Key, limitOf, type OrderKey, ordered, type Page, type PageOptions, pageOf } from './page.js';
import { areRare } from './rarity.js';
import { type Wanted, wantedOf } from './wanted.js';
import { type Condition, happeningConditions, sortDay, throughBranches } from './where.js';

export interface HappeningsOptions extends PageOptions {
  /** Every report's event with each happening. Default false. */
  readonly evidence?: boolean;
}

export const happeningFields = [
  'actor',
  'country',
  'dyad',
  'type',
  'code',
  'status',
  'since',
  'until',
  'place',
  'within',
  'words',
  'minSources',
  'background',
  'dossier',
  'sort',
] as const satisfies readonly (keyof Filter)[];

/** @throws AskError where the filter names what is not known. */
export async function happenings(
  db: Db,
  filter: Filter = {},
  options: HappeningsOptions = {},
): Promise<Page<Happening>> {
  onlyWith('happenings', filter, happeningFields);
  return wantedHappenings(db, await wantedOf(db, filter), options);
}

/** With names looked up already: for the many pages of one answer. */
export async function wantedHappenings(
  db: Db,
  wanted: Wanted,
  options: HappeningsOptions,
  also: readonly Condition[] = [],
): Promise<Page<Happening>> {
  const { rows, next } = await happeningRows(db, wanted, options, also);
  const found = { rows: await withCitations(db, rows, options.evidence) };
  return next === undefined ? found : { ...found, next };
}

interface Order {
  readonly keys: readonly OrderKey[];
  readonly direction: 'asc' | 'desc';
  readonly keyOf: (row: HappeningRow) => Key;
}

const dayKey: OrderKey = { by: sortDay, as: 'date' };
/** Databases order text each in its own way; bytes are the same everywhere. */
export const idKey: OrderKey = { by: sql`h.id collate "C"`, as: 'text' };
const sortDayOf = ({ from, first_day }: Pick<HappeningRow, 'from' | 'first_day'>): string =>
  from ?? first_day ?? '-infinity';

const byDay = (direction: 'asc' | 'desc'): Order => ({
  keys: [dayKey, idKey],
  direction,
  keyOf: (row) => [sortDayOf(row), row.id],
});

const orders: Readonly<Record<Sort, Order>> = {
  newest: byDay('desc'),
  oldest: byDay('asc'),
  sources: {
    keys: [{ by: sql`h.sources`, as: 'integer' }, dayKey, idKey],
    direction: 'desc',
    keyOf: (row) => [row.sources, sortDayOf(row), row.id],
  },
};

async function happeningRows(
  db: Db,
  wanted: Wanted,
  options: PageOptions,
  also: readonly Condition[],
): Promise<Page<HappeningRow>> {
  const { keys, direction, keyOf } = orders[wanted.sort];
  const { order, beyond } = ordered(keys, direction, options.after);
  const limit = limitOf(options);
  const conditions = [...happeningConditions(wanted), ...also, ...(beyond ? [beyond] : [])];
  const rare = await areRare(db, 'happening', wanted.filter.words);
  const rows = await throughBranches(wanted, limit + 1, (days, most) => {
    let query = db.selectFrom('happening as h').select(happeningColumns);
    for (const condition of [days, ...conditions]) query = query.where(condition);
    // Found first, then put in order: `offset` keeps the two apart.
    if (rare) query = db.selectFrom(query.offset(0).as('h')).selectAll() as typeof query;
    return query.orderBy(order).limit(most).execute();
  });
  return pageOf(rows, limit, keyOf);
}

/** The sentence shown, the first report, and on request all evidence: two or three statements for the whole page. */
export async function withCitations(
  db: Db,
  rows: readonly HappeningRow[],
  evidence = false,
): Promise<Happening[]> {
  if (rows.length === 0) return [];
  const cites = await citedEvents(
    db,
    rows.map(({ best }) => best),
  );
  const firsts = await sourcesById(db, [...new Set(rows.map(({ first_article }) => first_article))]);
  const all = evidence
    ? await evidenceFor(
        db,
        rows.map(({ id }) => id),
      )
    : undefined;
  return rows.map((row) =>
    happeningOf(row, {
      cite: cites.get(row.best),
      first: firsts.get(row.first_article),
      evidence: all?.get(row.id),
    }),
  );
}
