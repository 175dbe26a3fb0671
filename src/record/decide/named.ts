/** Happenings, events, actors, names, sayings and statements as people name them. */
import { sql } from 'kysely';
import { foldedName } from '../filing/party.js';
import type { Tx } from '../store/database.js';
import { RecordError } from '../store/error.js';
import { isMeant, shortId, theOne } from '../store/ids.js';
import type { Anchor, DecisionTable } from '../store/tables.js';

type Table = Anchor['table'];

export interface Named {
  readonly table: Table;
  /** The happening, actor or saying that it is, or is of; null of what is rejected, and of names that are no actor's. */
  readonly whole: string | null;
  /** Events, forms or statements. */
  readonly rows: readonly string[];
}

const wholeOf = { event: 'happening', form: 'actor', statement: 'saying' } as const;

const whatOf = {
  event: 'happening or event',
  form: 'actor or name',
  statement: 'saying or statement',
} as const;

/**
 * @param kind Of the decision: a merge and a rename are of the whole actor, others of the one name that is written.
 * @throws RecordError `record/unknown-id`
 */
export async function namedBy(tx: Tx, written: string, kind: DecisionTable['kind']): Promise<Named> {
  if (written.trim() === '') throw new RecordError('record/unknown-id', 'an id is empty.');
  if (written.includes('|')) return formNamed(tx, written, await formsLike(tx, written), kind);
  const [named] = await byId(tx, written);
  if (named !== undefined) return named;
  const called = await formsCalled(tx, written);
  if (called.length > 0) return formNamed(tx, written, called, kind);
  throw new RecordError(
    'record/unknown-id',
    `the record has no happening, event, saying or statement ${written}, and no actor of that name.`,
  );
}

/** `h…` is a happening, `s…` a saying, else what stands in an article: `…-e12` an event, `…-s12` a statement. */
async function byId(tx: Tx, written: string): Promise<Named[]> {
  if (!/^[hs]?[0-9a-f]*(?:-[es]?[\d.]*)?$/u.test(written)) return [];
  if (written.startsWith('h')) return idNamed(tx, 'event', 'happening', written);
  if (written.startsWith('s')) return idNamed(tx, 'statement', 'saying', written);
  const found = [
    ...(await idNamed(tx, 'event', 'id', written)),
    ...(await idNamed(tx, 'statement', 'id', written)),
  ];
  if (found.length > 1) {
    const some = found.map(({ rows }) => shortId(rows[0] ?? '')).join(', ');
    throw new RecordError('record/unknown-id', `${written} may mean ${some}; write more of it.`);
  }
  return found;
}

async function idNamed(
  tx: Tx,
  table: 'event' | 'statement',
  column: 'id' | 'happening' | 'saying',
  written: string,
): Promise<Named[]> {
  const { rows } = await sql<{ id: string; whole: string | null }>`
    select id, ${sql.ref(wholeOf[table])} as whole from ${sql.table(table)}
    where ${isMeant(column, written)}`.execute(tx);
  if (rows.length === 0) return [];
  const keyOf = (row: (typeof rows)[number]): string => (column === 'id' ? row.id : (row.whole ?? ''));
  const one = theOne(whatOf[table], written, rows.map(keyOf));
  const meant = rows.filter((row) => keyOf(row) === one);
  return [{ table, whole: meant[0]?.whole ?? null, rows: meant.map(({ id }) => id) }];
}

interface FormFound {
  readonly id: string;
  readonly actor: string | null;
}

const formsLike = (tx: Tx, written: string): Promise<FormFound[]> =>
  tx.selectFrom('form').select(['id', 'actor']).where(isMeant('id', written)).execute();

/** By a name as reports write it; an actor also by its own, which a person may have given it. */
async function formsCalled(tx: Tx, name: string): Promise<FormFound[]> {
  const { rows } = await sql<FormFound>`
    select id, actor from form where split_part(id, '|', 2) = ${foldedName(name)}
    union select form.id, form.actor from actor join form on form.actor = actor.id
      where lower(actor.name) = lower(${name})`.execute(tx);
  return rows;
}

/** A merge and a rename are of the actor, by any of its names; a split and a rejection of the one name. */
async function formNamed(
  tx: Tx,
  written: string,
  found: readonly FormFound[],
  kind: DecisionTable['kind'],
): Promise<Named> {
  const isOfWhole = kind === 'merge' || kind === 'rename';
  const exact = found.filter(({ id }) => id === written);
  const keys = (exact.length > 0 ? exact : found).map(({ id, actor }) => (isOfWhole ? (actor ?? id) : id));
  const one = theOne(whatOf.form, written, keys);
  const whole = found.find(({ id, actor }) => (isOfWhole ? (actor ?? id) : id) === one)?.actor ?? null;
  const rows = isOfWhole && whole !== null ? await membersOf(tx, 'form', whole) : [one];
  return { table: 'form', whole, rows };
}

/** All events, forms or statements of a happening, actor or saying. */
export async function membersOf(tx: Tx, table: Table, whole: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where ${sql.ref(wholeOf[table])} = ${whole} order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function rejectedIn(tx: Tx, table: Table, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where id = any(${[...ids]}::text[]) and rejected order by id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** These statements and all that have their words: they are one whatever anybody decides. */
export async function sharing(tx: Tx, statements: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from statement where wording in (
      select wording from statement where id = any(${[...statements]}::text[])) order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
