/** People overrule the merging: their word is kept with who and when, and outlasts every later run. */
import { sql } from 'kysely';
import { retakeForms } from '../merge/actor/settle.js';
import type { HappeningMerger } from '../merge/happening/happenings.js';
import { forgetStatements } from '../merge/saying/forget.js';
import { retakeWordings } from '../merge/saying/retake.js';
import { mergeSayings } from '../merge/saying/sayings.js';
import type { Tx } from '../store/database.js';
import { RecordError } from '../store/error.js';
import { applyApart, applyNames, applyPairs, applyRejections } from './apply.js';
import { isForm } from './rulings.js';
import { ruledNow } from './standing.js';
import { subjectsOf, type Verdict } from './subjects.js';

export type { Verdict } from './subjects.js';

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

/** Makes the record what all decisions say, whatever was done to it before. */
export async function carryOut(tx: Tx, happenings: HappeningMerger): Promise<void> {
  // What is back has its wording again before it is asked which wordings are one.
  await rejectStatements(tx);
  const ruled = await ruledNow(tx);
  const events = await applyRejections(tx, 'event', ruled);
  const forms = await applyRejections(tx, 'form', ruled);
  const touched = [...(await applyPairs(tx, ruled)), ...(await applyNames(tx, ruled))];
  const apart = await applyApart(tx, ruled);
  const tellings = touched.filter((id) => !isForm(id) && !isWording(id));
  await retakeEvents(tx, happenings, [...tellings, ...events.out, ...events.back]);
  await retakeWordings(tx, touched.filter(isWording));
  await retakeForms(tx, [...touched.filter(isForm), ...forms.out, ...forms.back, ...apart]);
}

const isWording = (id: string): boolean => id.startsWith('w');

async function rejectStatements(tx: Tx): Promise<void> {
  const { out, back } = await applyRejections(tx, 'statement', await ruledNow(tx));
  if (out.length > 0) await forgetStatements(tx, out);
  if (back.length === 0) return;
  const articles = await tx
    .selectFrom('statement')
    .select('article')
    .distinct()
    .where(sql<boolean>`id = any(${[...back]}::text[])`)
    .execute();
  await mergeSayings(
    tx,
    articles.map(({ article }) => article),
  );
}

async function retakeEvents(tx: Tx, happenings: HappeningMerger, events: readonly string[]): Promise<void> {
  if (events.length > 0) await happenings.retake(tx, [...new Set(events)], 'in again');
}
