/** Events of different reports that are one happening are merged, with every report's event kept under it. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { type Kind, neighboursOf, regroup, unlink } from '../linked.js';
import type { Merging } from '../merging.js';
import { type Concluded, conclude, type Given } from './conclude.js';
import { linkOutcomes } from './follow.js';
import { weighTellings } from './likeness.js';
import { marksOf, seeksOf } from './marks.js';
import { rulingsOf } from './rulings.js';
import { type Telling, type Told, tellingOf } from './telling.js';
import type { TitleOf } from './title.js';

export interface HappeningMerger {
  /** Takes in the events of new articles. */
  merge(tx: Tx, articles: readonly string[]): Promise<void>;
  /** Concludes anew what these events tell of: their articles' lineage, version or outlet's correction has changed. */
  conclude(tx: Tx, articles: readonly string[]): Promise<void>;
  /**
   * Takes these events out, and those of them that still count in again, with all their neighbours grouped anew: a
   * decision was made on them, or their article is about to be read again.
   */
  retake(tx: Tx, events: readonly string[], take: 'in again' | 'out'): Promise<void>;
}

export function happeningMerger(merging: Merging, titleOf: TitleOf): HappeningMerger {
  const weigh = weighTellings(merging);
  const kindOf = (tx: Tx): Kind<Telling> => {
    const rulings = rulingsOf(tx);
    return {
      weigh,
      marksOf: (telling) => marksOf(telling, merging),
      seeksOf: (telling) => seeksOf(telling, merging),
      decided: rulings.decided,
      joined: rulings.read,
      async load(ids) {
        await rulings.read(ids);
        return loadTellings(tx, ids);
      },
    };
  };
  const write = async (tx: Tx, groups: readonly Telling[][]): Promise<void> => {
    const given = await givenTo(tx, groups);
    const concluded = groups.map((group) => conclude(group, merging, titleOf, given));
    await writeHappenings(tx, concluded);
    await linkOutcomes(
      tx,
      concluded.map(({ happening }) => happening.id),
      merging,
    );
  };
  return {
    async merge(tx, articles) {
      const fresh = await tellingsOf(tx, articles);
      await write(tx, await regroup(tx, fresh, kindOf(tx)));
    },
    async conclude(tx, articles) {
      const kept = await groupsOf(tx, articles);
      await write(tx, kept);
    },
    async retake(tx, events, take) {
      const around = await takeOut(tx, events);
      const fresh = take === 'in again' ? await loadTellings(tx, events) : [];
      await write(tx, await regroup(tx, fresh, kindOf(tx), around));
    },
  };
}

/** @returns the events whose groups may be others now. */
async function takeOut(tx: Tx, events: readonly string[]): Promise<string[]> {
  const out = new Set(events);
  const theirs = sql`select happening from event where id = any(${[...events]}::text[])`;
  const { rows } = await sql<{ id: string }>`select id from event where happening in (${theirs})`.execute(tx);
  const around = [...(await neighboursOf(tx, events)), ...rows.map(({ id }) => id)];
  await sql`delete from happening where id in (${theirs})`.execute(tx);
  await sql`update event set happening = null, corrected = null where id = any(${[...events]}::text[])`.execute(
    tx,
  );
  await unlink(tx, events);
  return [...new Set(around)].filter((id) => !out.has(id));
}

const columns = [
  'article.day',
  'article.outlet',
  'article.lineage',
  'article.correction',
  'article.superseded',
] as const;

export const tellings = (tx: Tx) =>
  tx
    .selectFrom('event')
    .innerJoin('article', 'article.id', 'event.article')
    .selectAll('event')
    .select(columns)
    .where('event.rejected', '=', false);

async function loadTellings(tx: Tx, ids: readonly string[]): Promise<Telling[]> {
  const rows: Told[] = await tellings(tx)
    .where(sql<boolean>`event.id = any(${[...ids]}::text[])`)
    .execute();
  return rows.map(tellingOf);
}

async function tellingsOf(tx: Tx, articles: readonly string[]): Promise<Telling[]> {
  const rows: Told[] = await tellings(tx)
    .where(sql<boolean>`event.article = any(${[...articles]}::text[])`)
    .execute();
  return rows.map(tellingOf);
}

/** The tellings of every happening that these articles tell, as they are grouped now. */
async function groupsOf(tx: Tx, articles: readonly string[]): Promise<Telling[][]> {
  const rows: Told[] = await tellings(tx)
    .where(
      sql<boolean>`event.happening in (select happening from event where article = any(${[...articles]}::text[]))`,
    )
    .execute();
  const groups = new Map<string, Telling[]>();
  for (const row of rows) {
    const key = row.happening ?? '';
    groups.set(key, [...(groups.get(key) ?? []), tellingOf(row)]);
  }
  return [...groups.values()];
}

export async function givenTo(tx: Tx, groups: readonly Telling[][]): Promise<Map<string, Given>> {
  const ids = groups.flat().map(({ id }) => id);
  const rows = await tx
    .selectFrom('given')
    .selectAll()
    .where(sql<boolean>`event = any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.event, row]));
}

async function writeHappenings(tx: Tx, concluded: readonly Concluded[]): Promise<void> {
  const ids = concluded.map(({ happening }) => happening.id);
  const before = concluded.flatMap(({ tellings }) => tellings.flatMap(({ row }) => row.happening ?? []));
  const gone = [...new Set([...before, ...ids])];
  if (gone.length > 0) {
    await tx.deleteFrom('happening').where(sql<boolean>`id = any(${gone}::text[])`).execute();
  }
  if (concluded.length === 0) return;
  await tx
    .insertInto('happening')
    .values(concluded.map(({ happening }) => happening))
    .execute();
  const contradictions = concluded.flatMap(({ happening, contradictions: found }) =>
    found.map((each) => ({ ...each, happening: happening.id })),
  );
  if (contradictions.length > 0) {
    await tx
      .insertInto('contradiction')
      .values(contradictions)
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
  await assign(tx, concluded);
}

/** Each event is told its happening, and by whom its claims were taken back. */
async function assign(tx: Tx, concluded: readonly Concluded[]): Promise<void> {
  const rows = concluded.flatMap(({ happening, tellings: members, back }) =>
    members
      .map(({ id, row }) => ({ id, row, happening: happening.id, corrected: back.get(id) ?? null }))
      .filter(({ row, happening: now, corrected }) => row.happening !== now || row.corrected !== corrected),
  );
  if (rows.length === 0) return;
  await sql`update event set happening = told.happening, corrected = told.corrected
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ happening }) => happening)}::text[],
      ${rows.map(({ corrected }) => corrected)}::text[]) as told (id, happening, corrected)
    where event.id = told.id`.execute(tx);
}
