/** One happening with everything that the record holds of it. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { ContradictionTable, FollowTable } from '../store/tables.js';
import { AskError } from './error.js';
import { type Happening, happeningColumns } from './happening.js';
import { withCitations } from './happenings.js';
import { idPatterns } from './ids.js';

export interface OneHappening {
  readonly happening: Happening;
  readonly contradictions: readonly Omit<ContradictionTable, 'happening'>[];
  /** What came of it. */
  readonly followed: readonly Link[];
  /** What it came of. */
  readonly follows: readonly Link[];
}

export interface Link {
  readonly kind: FollowTable['kind'];
  readonly happening: Happening;
}

/**
 * @param id Whole or the beginning of one, `h3f2a9c1b-e123` for short; the id of any event leads to its
 * happening, and so does the id that a happening had before it was merged or taken apart.
 * @throws AskError `ask/unknown-id`, `ask/ambiguous`
 */
export async function happening(db: Db, id: string): Promise<OneHappening> {
  const whole = await wholeId(db, id);
  const [found] = await byIds(db, [whole], true);
  if (found === undefined) throw unknownId(id);
  const contradictions = await db
    .selectFrom('contradiction')
    .select(['kind', 'of', 'a', 'b', 'claim_a', 'claim_b', 'settled'])
    .where('happening', '=', whole)
    .orderBy(sql`kind collate "C", "of" collate "C", a collate "C", b collate "C"`)
    .execute();
  const links = await db
    .selectFrom('follow')
    .select(['happening', 'outcome', 'kind'])
    .where((eb) => eb.or([eb('happening', '=', whole), eb('outcome', '=', whole)]))
    .orderBy(sql`happening collate "C", outcome collate "C"`)
    .execute();
  const others = await byIds(db, [...new Set(links.flatMap((link) => [link.happening, link.outcome]))]);
  const named = new Map(others.map((other) => [other.id, other]));
  const link = (other: string, kind: FollowTable['kind']): Link[] => {
    const linked = named.get(other);
    return linked === undefined ? [] : [{ kind, happening: linked }];
  };
  return {
    happening: found,
    contradictions,
    followed: links.flatMap((each) => (each.happening === whole ? link(each.outcome, each.kind) : [])),
    follows: links.flatMap((each) => (each.outcome === whole ? link(each.happening, each.kind) : [])),
  };
}

async function wholeId(db: Db, given: string): Promise<string> {
  const { begins, ends } = idPatterns(given);
  const rows = await db
    .selectFrom('happening')
    .select('id')
    .where('id', 'like', begins)
    .where('id', 'like', ends)
    .orderBy(sql`id collate "C"`)
    .limit(6)
    .execute();
  const exact = rows.find(({ id }) => id === given);
  if (exact !== undefined || rows.length === 1) return (exact ?? rows[0])?.id ?? given;
  if (rows.length > 1) {
    const some = rows.slice(0, 5).map(({ id }) => id);
    const more = rows.length > 5 ? ' and others' : '';
    throw new AskError('ask/ambiguous', `'${given}' begins several ids: ${some.join(', ')}${more}.`, 'id');
  }
  // A happening is called after its first event: the name that it had leads to where that event is told now.
  const events = [given, ...(given.startsWith('h') ? [given.slice(1)] : [])];
  const event = await db.selectFrom('event').select('happening').where('id', 'in', events).executeTakeFirst();
  if (event?.happening == null) throw unknownId(given);
  return event.happening;
}

const unknownId = (id: string): AskError =>
  new AskError('ask/unknown-id', `the record has no happening '${id}'.`, 'id');

export async function byIds(db: Db, ids: readonly string[], evidence = false): Promise<Happening[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('happening as h')
    .select(happeningColumns)
    .where(sql<boolean>`h.id = any(${ids}::text[])`)
    .execute();
  return withCitations(db, rows, evidence);
}
