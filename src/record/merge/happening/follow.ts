/** What came of what was planned, demanded or threatened. */

import { sql } from 'kysely';
import { insertInto } from '../../filing/insert.js';
import type { Tx } from '../../store/database.js';
import type { FollowTable, HappeningRow } from '../../store/tables.js';
import type { Merging } from '../merging.js';
import { weighTellings } from './likeness.js';
import { type Realis, type Telling, tellingOf } from './telling.js';

/** How long after its day, or after it was asked for, a thing may still be what came of it; in days. */
const REACH = { planned: 3, asked: 60, conditional: 60 } as const;

/** Ties changed happenings to what came of them, and to what they came of. Links of these happenings are made anew. */
export async function linkOutcomes(tx: Tx, ids: readonly string[], merging: Merging): Promise<void> {
  const pairs = await pairsOf(tx, ids, merging);
  const links = pairs.flatMap(({ open, done }) => linkOf(open, done, merging) ?? []);
  await insertInto(tx, 'follow', links, { known: 'stays' });
}

interface Pair {
  readonly open: HappeningRow;
  readonly done: HappeningRow;
}

/** Of one family and dyad, in a span of days that comes into question. */
async function pairsOf(tx: Tx, ids: readonly string[], { familyOf }: Merging): Promise<Pair[]> {
  if (ids.length === 0) return [];
  // What is of another family is left where it is: of two that are in the news together there are hundreds.
  const { rows } = await sql<{ open: string; done: string }>`
    with kin (type, family) as (select * from unnest(${[...familyOf.keys()]}::text[], ${[...familyOf.values()]}::text[])),
    changed as (
      select id, "from", array(select other.type from kin join kin other using (family) where kin.type = happening.type) as types,
        dyads || array(select split_part(d, '>', 2) || '>' || split_part(d, '>', 1) from unnest(dyads) d) as pairs,
        status in ('scheduled', 'intended', 'requested', 'conditional') as open
      from happening where id = any(${[...ids]}::text[]) and cardinality(dyads) > 0 and "from" is not null)
    select changed.id as open, other.id as done from changed join happening other on other.dyads && changed.pairs
      and other.type = any(changed.types) and other."from" between changed."from" - 10 and changed."from" + 90
      and other.status in ('occurred', 'ongoing', 'reported', 'denied', 'cancelled')
    where changed.open
    union
    select other.id, changed.id from changed join happening other on other.dyads && changed.pairs
      and other.type = any(changed.types) and other."from" between changed."from" - 90 and changed."from" + 10
      and other.status in ('scheduled', 'intended', 'requested', 'conditional')
    where not changed.open`.execute(tx);
  const wanted = [...new Set(rows.flatMap(({ open, done }) => [open, done]))];
  if (wanted.length === 0) return [];
  const found = await tx
    .selectFrom('happening')
    .selectAll()
    .where(sql<boolean>`id = any(${wanted}::text[])`)
    .execute();
  const byId = new Map(found.map((row) => [row.id, row]));
  return rows.flatMap(({ open, done }) => {
    const [left, right] = [byId.get(open), byId.get(done)];
    return left && right ? [{ open: left, done: right }] : [];
  });
}

type Link = FollowTable;

function linkOf(open: HappeningRow, done: HappeningRow, merging: Merging): Link | undefined {
  const plan = asTelling(open);
  const outcome = asTelling(done);
  if (!comesAfter(plan, outcome)) return undefined;
  if (weighTellings(merging)(asPlanned(plan, outcome), outcome) <= 0) return undefined;
  return { happening: open.id, outcome: done.id, kind: kindOf(open, done, merging) };
}

/** Is the outcome told no sooner than the plan, and in its time? */
function comesAfter(
  { row: plan, days: due, realis }: Telling,
  { row: outcome, days: when }: Telling,
): boolean {
  if (due === undefined || when === undefined) return false;
  if (plan.day !== null && outcome.day !== null && outcome.day < plan.day) return false;
  const reach = REACH[realis as keyof typeof REACH] ?? 0;
  return when.to > due.from - 1 && when.from < due.to + reach;
}

/** The plan as if it had come about when the outcome did: all else must still agree. */
const asPlanned = (plan: Telling, { realis, days }: Telling): Telling => ({
  ...plan,
  realis,
  ...(days !== undefined && (plan.realis !== 'planned' || wide(plan)) ? { days } : {}),
});

const wide = ({ days }: Telling): boolean => days !== undefined && days.to - days.from > 7;

function kindOf(
  open: HappeningRow,
  { status, sentence }: HappeningRow,
  { isPostponed }: Merging,
): Link['kind'] {
  if (status === 'cancelled') return isPostponed(sentence) ? 'postponed' : 'called-off';
  if (status === 'denied') return 'broken';
  return open.code === 'AGREE' || open.type === 'CONSULT' ? 'held' : 'kept';
}

/** A happening compared as if one report told it. */
function asTelling(row: HappeningRow): Telling {
  const telling = tellingOf({
    ...row,
    article: row.id,
    basis: null,
    trigger_start: 0,
    trigger_end: 0,
    cite_start: 0,
    cite_end: 0,
    headline: false,
    statement: null,
    voucher: '',
    rule: '',
    happening: row.id,
    rejected: false,
    corrected: null,
    day: row.first_day,
    outlet: null,
    lineage: null,
    correction: false,
    superseded: null,
  });
  return { ...telling, realis: STATUS[row.status] ?? 'done' };
}

const STATUS: Readonly<Record<string, Realis>> = {
  scheduled: 'planned',
  intended: 'planned',
  requested: 'asked',
  conditional: 'conditional',
};
