/** What a decision is about, from what a person names. */
import type { Tx } from '../store/database.js';
import { RecordError } from '../store/error.js';
import type { Anchor, DecisionTable } from '../store/tables.js';
import { anchorsOf } from './anchors.js';
import { membersOf, type Named, namedBy, rejectedIn, sharing } from './named.js';

export interface Verdict {
  readonly kind: DecisionTable['kind'];
  /**
   * All of one kind, each by its id or the beginning of one. Happenings or events; actors or forms, also by a name that
   * only one has; sayings or statements. Of a merge: two or more different ones. Of a split: events, forms or statements
   * to be taken out of their happening, actor or saying, together.
   */
  readonly ids: readonly string[];
  /** Of a rename. */
  readonly value?: string;
  readonly author: string;
  readonly note?: string;
}

/** @throws RecordError `record/unknown-id`, `record/refused`. */
export async function subjectsOf(tx: Tx, { kind, ids, value }: Verdict): Promise<Anchor[]> {
  if (ids.length === 0) throw new RecordError('record/refused', 'name what the decision is about.');
  const named: Named[] = [];
  for (const id of ids) named.push(await namedBy(tx, id, kind));
  const [{ table }] = named as [Named];
  if (named.some((each) => each.table !== table))
    throw new RecordError(
      'record/refused',
      `${listed(named.map(({ table: each }) => words[each].whole))} cannot be decided on together.`,
    );
  const rows = [...new Set(named.flatMap((each) => each.rows))];
  if (kind !== 'reject') await refuseRejected(tx, table, rows);
  if (kind === 'rename') refuseName(table, value);
  if (kind === 'merge') refuseOne(table, named);
  if (kind !== 'split') return anchorsOf(tx, table, rows);
  const { out, rest } = await sidesOf(tx, table, named, rows);
  return [...(await anchorsOf(tx, table, out, 0)), ...(await anchorsOf(tx, table, rest, 1))];
}

const words = {
  event: { whole: 'a happening', wholes: 'happenings', part: 'events' },
  form: { whole: 'an actor', wholes: 'actors', part: 'names' },
  statement: { whole: 'a saying', wholes: 'sayings', part: 'statements' },
} as const;

const listed = (all: readonly string[]): string => [...new Set(all)].join(' and ');

async function refuseRejected(tx: Tx, table: Anchor['table'], rows: readonly string[]): Promise<void> {
  const [one] = await rejectedIn(tx, table, rows);
  if (one === undefined) return;
  throw new RecordError(
    'record/refused',
    `${one} is rejected; take that back first ('demarche decisions' has its number, 'demarche undo NUMBER').`,
  );
}

function refuseName(table: Anchor['table'], value: string | undefined): void {
  if (table === 'statement')
    throw new RecordError('record/refused', 'a saying has no name; its words are those of its reports.');
  if (!value?.trim()) throw new RecordError('record/refused', 'say the new name.');
}

function refuseOne(table: Anchor['table'], named: readonly Named[]): void {
  if (new Set(named.map(({ whole, rows }) => whole ?? rows[0])).size >= 2) return;
  throw new RecordError('record/refused', `name two or more different ${words[table].wholes} to merge.`);
}

/** What a split takes out, and what stays. */
async function sidesOf(
  tx: Tx,
  table: Anchor['table'],
  named: readonly Named[],
  rows: readonly string[],
): Promise<{ out: string[]; rest: string[] }> {
  const { part, whole: one } = words[table];
  const [whole, ...others] = new Set(named.map((each) => each.whole));
  if (whole === undefined || whole === null || others.length > 0)
    throw new RecordError('record/refused', `name ${part} of one ${one.replace(/^an? /u, '')} to split off.`);
  const out = table === 'statement' ? await sharing(tx, rows) : [...rows];
  const rest = (await membersOf(tx, table, whole)).filter((id) => !out.includes(id));
  if (rest.length > 0) return { out, rest };
  throw new RecordError(
    'record/refused',
    `${table === 'statement' ? 'these words are' : 'these are'} all that ${one} has; name ${part} to take out of it.`,
  );
}
