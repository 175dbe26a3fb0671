/** People overrule the merging: their word is kept with who and when, and outlasts every later run. */
import { type Selectable, sql } from 'kysely';
import type { HappeningMerger } from '../merge/happening/happenings.js';
import type { Db, Tx } from '../store/database.js';
import { RecordError } from '../store/error.js';
import { isMeant, theOne } from '../store/ids.js';
import type { Anchor, DecisionTable } from '../store/tables.js';
import { anchorsOf } from './anchors.js';
import { applyDecisions } from './apply.js';

export type Decision = Selectable<DecisionTable>;

export interface Verdict {
  readonly kind: DecisionTable['kind'];
  /**
   * Happenings or events, by id or the beginning of one. Of a merge: two or more happenings. Of a split: events to be taken
   * out of their happening, together.
   */
  readonly ids: readonly string[];
  /** Of a rename. */
  readonly value?: string;
  readonly author: string;
  readonly note?: string;
}

/** Writes a decision down and carries it out. @throws RecordError `record/unknown-id`, `record/refused`. */
export async function decide(tx: Tx, verdict: Verdict, happenings: HappeningMerger): Promise<number> {
  const subjects = await subjectsOf(tx, verdict);
  const { kind, value, author, note } = verdict;
  const { id } = await tx
    .insertInto('decision')
    .values({ kind, subjects: JSON.stringify(subjects), value: value ?? null, author, note: note ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await carryOut(tx, happenings);
  return id;
}

/** Takes a decision back; it stays on the list, as undone. @throws RecordError `record/unknown-id`. */
export async function undo(tx: Tx, id: number, happenings: HappeningMerger): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('decision')
    .set({ undone: sql<string>`now()` })
    .where('id', '=', id)
    .where('undone', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new RecordError('record/unknown-id', `there is no standing decision ${id}.`);
  await carryOut(tx, happenings);
}

export const decisionsOf = (db: Db): Promise<Decision[]> =>
  db.selectFrom('decision').selectAll().orderBy('id').execute();

/** Makes the record what all decisions say, whatever was done to it before. */
export async function carryOut(tx: Tx, happenings: HappeningMerger): Promise<void> {
  const { touched, out, back } = await applyDecisions(tx);
  const events = [...new Set([...touched, ...out, ...back])].filter((id) => !id.includes('|'));
  if (events.length > 0) await happenings.retake(tx, events, 'in again');
}

async function subjectsOf(tx: Tx, { kind, ids, value }: Verdict): Promise<Anchor[]> {
  const found = await Promise.all(ids.map((id) => eventsOf(tx, id)));
  if (kind === 'rename' && !value) throw new RecordError('record/refused', 'say the new name.');
  if (kind === 'merge' && new Set(found.map(({ happening }) => happening)).size < 2) {
    throw new RecordError('record/refused', 'name two or more different happenings to merge.');
  }
  const events = [...new Set(found.flatMap((each) => each.events))];
  if (kind !== 'split') return anchorsOf(tx, events);
  return [...(await anchorsOf(tx, events, 0)), ...(await anchorsOf(tx, await restOf(tx, found, events), 1))];
}

/** What stays of the happening that a split takes events out of. */
async function restOf(tx: Tx, found: readonly Named[], events: readonly string[]): Promise<string[]> {
  const [happening, ...others] = new Set(found.map((each) => each.happening));
  if (happening === undefined || others.length > 0) {
    throw new RecordError('record/refused', 'name events of one happening to split off.');
  }
  const rows = await tx.selectFrom('event').select('id').where('happening', '=', happening).execute();
  const rest = rows.map(({ id }) => id).filter((id) => !events.includes(id));
  if (rest.length === 0) {
    throw new RecordError(
      'record/refused',
      'these are all events of that happening; name those to take out of it.',
    );
  }
  return rest;
}

interface Named {
  readonly happening: string | null;
  readonly events: readonly string[];
}

/** The events of the happening, or the one event, that is meant. */
async function eventsOf(tx: Tx, written: string): Promise<Named> {
  const column = written.startsWith('h') ? 'happening' : 'id';
  const rows = await tx
    .selectFrom('event')
    .select(['id', 'happening'])
    .where(isMeant(column, written))
    .execute();
  const one = theOne(
    'happening or event',
    written,
    rows.flatMap((row) => row[column] ?? []),
  );
  const meant = rows.filter((row) => row[column] === one);
  return { happening: meant[0]?.happening ?? null, events: meant.map(({ id }) => id) };
}
