/** Events of different reports that are one happening are merged, with every report's event kept under it. */
import { sql } from 'kysely';
import { insertInto } from '../../filing/insert.js';
import { printedOf, type Rows } from '../../filing/rows.js';
import type { Tx } from '../../store/database.js';
import { givenTo } from '../decided.js';
import { type Kind, neighboursOf, regroup, unlink } from '../linked.js';
import type { Merging } from '../merging.js';
import { type Concluded, conclude } from './conclude.js';
import { linkOutcomes } from './follow.js';
import { weighTellings } from './likeness.js';
import { marksOf, seeksOf } from './marks.js';
import { rulingsOf } from './rulings.js';
import { type Telling, type Told, tellingOf } from './telling.js';
import type { TitleOf } from './title.js';

export interface HappeningMerger {
  /** Takes in the events of new articles, which are written with what they tell of. */
  merge(tx: Tx, filed: readonly Rows[]): Promise<void>;
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
  /** @param fresh Events that are written afterwards. */
  const write = async (
    tx: Tx,
    groups: readonly Telling[][],
    fresh: { has(event: string): boolean } = new Set(),
  ): Promise<readonly Concluded[]> => {
    const given = await givenTo(
      tx,
      groups.flat().map(({ id }) => id),
    );
    const concluded = groups.map((group) => conclude(group, merging, titleOf, given));
    await writeHappenings(tx, concluded, fresh);
    await linkOutcomes(
      tx,
      concluded.map(({ happening }) => happening.id),
      merging,
    );
    return concluded;
  };
  return {
    async merge(tx, filed) {
      const events = new Map(filed.flatMap(({ events }) => events.map((event) => [event.id, event])));
      if (events.size === 0) return;
      const concluded = await write(tx, await regroup(tx, filed.flatMap(tellingsOf), kindOf(tx)), events);
      const told = new Map(assignments(concluded).map(({ id, ...of }) => [id, of]));
      await insertInto(
        tx,
        'event',
        [...events.values()].map((event) => {
          const { happening = null, corrected = null } = told.get(event.id) ?? {};
          return { ...event, happening, corrected };
        }),
      );
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

/** Of events that are about to be written: what the database would give back. */
function tellingsOf(rows: Rows): Telling[] {
  const printed = printedOf(rows);
  return rows.events.map((event) => {
    const { actors, recipients, counts } = event;
    const values = {
      actors: JSON.parse(actors),
      recipients: JSON.parse(recipients),
      counts: JSON.parse(counts),
    };
    return tellingOf({ ...event, ...values, ...printed } as Told);
  });
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

async function writeHappenings(
  tx: Tx,
  concluded: readonly Concluded[],
  fresh: { has(event: string): boolean },
): Promise<void> {
  const ids = concluded.map(({ happening }) => happening.id);
  const before = concluded.flatMap(({ tellings }) => tellings.flatMap(({ row }) => row.happening ?? []));
  const gone = [...new Set([...before, ...ids])];
  if (gone.length > 0) {
    await tx.deleteFrom('happening').where(sql<boolean>`id = any(${gone}::text[])`).execute();
  }
  if (concluded.length === 0) return;
  await insertInto(
    tx,
    'happening',
    concluded.map(({ happening }) => happening),
  );
  const contradictions = concluded.flatMap(({ happening, contradictions: found }) =>
    found.map((each) => ({ ...each, happening: happening.id })),
  );
  await insertInto(tx, 'contradiction', contradictions, { known: 'stays' });
  await assign(tx, concluded, fresh);
}

/** Which happening each event tells of now, and by whom its claims were taken back. */
const assignments = (concluded: readonly Concluded[]) =>
  concluded.flatMap(({ happening, tellings: members, back }) =>
    members.map(({ id, row }) => ({
      id,
      row,
      happening: happening.id,
      corrected: back.get(id) ?? null,
    })),
  );

/** Events of the record whose happening is another now; new ones are written with theirs. */
async function assign(
  tx: Tx,
  concluded: readonly Concluded[],
  fresh: { has(event: string): boolean },
): Promise<void> {
  const rows = assignments(concluded).filter(
    ({ id, row, happening, corrected }) =>
      !fresh.has(id) && (row.happening !== happening || row.corrected !== corrected),
  );
  if (rows.length === 0) return;
  await sql`update event set happening = told.happening, corrected = told.corrected
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ happening }) => happening)}::text[],
      ${rows.map(({ corrected }) => corrected)}::text[]) as told (id, happening, corrected)
    where event.id = told.id`.execute(tx);
}
