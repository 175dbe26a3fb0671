/** Decisions name words in articles, not rows: after a re-read the same words find the rows that stand there now. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';
import type { Anchor } from '../store/tables.js';

/** The rows that anchors find now, by the anchor's place in the list; an anchor may find none. */
export type Found = ReadonlyMap<number, readonly string[]>;

export async function anchorsOf(tx: Tx, events: readonly string[], side?: number): Promise<Anchor[]> {
  const rows = await tx
    .selectFrom('event')
    .select(['article', 'type', 'trigger_start', 'trigger_end'])
    .where(sql<boolean>`id = any(${[...events]}::text[])`)
    .orderBy('id')
    .execute();
  return rows.map(({ article, type, trigger_start, trigger_end }) => ({
    table: 'event',
    article,
    start: trigger_start,
    end: trigger_end,
    type,
    ...(side === undefined ? {} : { side }),
  }));
}

/** Events of the anchor's type whose trigger overlaps its words, else any event there. */
export async function find(tx: Tx, anchors: readonly Anchor[]): Promise<Found> {
  const found = new Map<number, string[]>();
  anchors.forEach((anchor, at) => {
    if (anchor.table === 'form') found.set(at, [anchor.form]);
  });
  const placed = anchors.flatMap((anchor, at) => (anchor.table === 'event' ? [{ ...anchor, at }] : []));
  if (placed.length === 0) return found;
  const { rows } = await sql<{ at: number; id: string; same: boolean }>`
    select wanted.at, event.id, event.type = wanted.type as same
    from unnest(${placed.map(({ at }) => at)}::integer[], ${placed.map(({ article }) => article)}::text[],
      ${placed.map(({ start }) => start)}::integer[], ${placed.map(({ end }) => end)}::integer[],
      ${placed.map(({ type }) => type)}::text[]) as wanted (at, article, start, "end", type)
    join event on event.article = wanted.article
      and event.trigger_start < wanted."end" and wanted.start < event.trigger_end`.execute(tx);
  for (const { at } of placed) {
    const here = rows.filter((row) => row.at === at);
    const same = here.filter((row) => row.same);
    found.set(
      at,
      (same.length > 0 ? same : here).map(({ id }) => id),
    );
  }
  return found;
}
