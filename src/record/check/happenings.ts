/** A happening is what concluding its events gives, no more and no less. */
import { sql } from 'kysely';
import { givenTo } from '../merge/decided.js';
import { type Concluded, conclude } from '../merge/happening/conclude.js';
import { tellings } from '../merge/happening/happenings.js';
import { type Telling, type Told, tellingOf } from '../merge/happening/telling.js';
import { loadTitles } from '../merge/happening/title.js';
import { loadMerging } from '../merge/merging.js';
import { batchesOf } from '../store/batches.js';
import type { Tx } from '../store/database.js';
import { differences, type Row } from './differences.js';
import { type Finding, Tally } from './finding.js';

/** Happenings at a time. */
const SIZE = 500;

/** What is counted over the events, told apart from what is chosen of them. */
const counted: ReadonlySet<string> = new Set([
  'reports',
  'sources',
  'first_day',
  'first_article',
  'claimed_from',
  'claimed_to',
  'claimed_places',
  'contradictions',
]);

export async function checkHappenings(tx: Tx, onHappenings: (more: number) => void): Promise<Finding[]> {
  const look = looking();
  const merging = loadMerging();
  const titleOf = loadTitles();
  // The words are made by the database itself.
  const select = sql`select to_jsonb(happening) - 'words' as row from happening`;
  for await (const batch of batchesOf<{ row: Row }>(tx, 'happenings', select, SIZE)) {
    const ids = batch.map(({ row }) => String(row.id));
    const members = await membersOf(tx, ids);
    const told = [...members.values()].flat();
    const named = await givenTo(
      tx,
      told.map(({ id }) => id),
    );
    const clashes = await contradictionsOf(tx, ids);
    for (const { row } of batch) {
      const id = String(row.id);
      const told = members.get(id) ?? [];
      // One without events is told of elsewhere.
      if (told.length > 0) look.at(row, conclude(told, merging, titleOf, named), clashes.get(id) ?? []);
    }
    onHappenings(batch.length);
  }
  return look.findings();
}

async function membersOf(tx: Tx, happenings: readonly string[]): Promise<Map<string, Telling[]>> {
  const rows: Told[] = await tellings(tx)
    .where(sql<boolean>`event.happening = any(${[...happenings]}::text[])`)
    .execute();
  return grouped(rows.map(tellingOf), ({ row }) => row.happening ?? '');
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

async function contradictionsOf(tx: Tx, happenings: readonly string[]): Promise<Map<string, Row[]>> {
  const rows = await tx
    .selectFrom('contradiction')
    .selectAll()
    .where(sql<boolean>`happening = any(${[...happenings]}::text[])`)
    .execute();
  return grouped(rows as unknown as Row[], ({ happening }) => String(happening));
}

function looking() {
  const counts = new Tally(
    'happening/counts',
    "reports, sources, first day and claims are those of a happening's events",
  );
  const conclusions = new Tally('happening/conclusion', 'a happening is what its events together give');
  const clashes = new Tally(
    'contradiction/conclusion',
    "the contradictions are those of a happening's events",
  );
  const corrected = new Tally('event/taken-back', 'what was taken back is marked so, and nothing else is');
  return {
    at(
      row: Row,
      { happening, contradictions, back, tellings: told }: Concluded,
      found: readonly Row[],
    ): void {
      for (const { field, is, should } of differences(row, happening as Row)) {
        const tally = counted.has(field) ? counts : conclusions;
        tally.wrong(`${row.id}: ${field} is ${is}, its events give ${should}`);
      }
      const [is, should] = [found, contradictions as unknown as Row[]].map(keysOf);
      if (is !== should) clashes.wrong(`${row.id}: ${is || 'none'}, its events give ${should || 'none'}`);
      for (const { id, row: event } of told) {
        const by = back.get(id) ?? null;
        if (event.corrected !== by) corrected.wrong(`${id}: by ${event.corrected}, its events give ${by}`);
      }
    },
    findings: () => [counts, conclusions, clashes, corrected].map((tally) => tally.finding()),
  };
}

const keysOf = (contradictions: readonly Row[]): string =>
  contradictions
    .map(
      ({ kind, of, a, b, claim_a, claim_b, settled }) =>
        `${kind} ${of} ${a} ${b} (${claim_a} / ${claim_b}, settled ${settled})`,
    )
    .sort()
    .join('; ');
