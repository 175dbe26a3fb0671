/** One actor: names, roles over time, and whom it meets, speaks with and is at odds with. */
import { sql } from 'kysely';
import type { Db } from '../store/database.js';
import { type ActorOfRecord, actorsById } from './actors.js';
import { given } from './happening.js';
import { sortDay } from './where.js';
import { unknownId, wholeId } from './whole-id.js';

export interface OneActor {
  readonly actor: ActorOfRecord;
  /** How many of its happenings `partners` is made from: the latest, up to 2000. */
  readonly happenings: number;
  /** Those with the most happenings first, up to 100. */
  readonly partners: readonly Partner[];
}

/** Somebody who takes part in the same happenings. */
export interface Partner {
  readonly actor: string;
  readonly name: string;
  readonly country?: string;
  readonly happenings: number;
  /** Consultations face to face. */
  readonly met: number;
  /** Consultations by telephone. */
  readonly spoke: number;
  /** Happenings with a Goldstein value below 0. */
  readonly conflict: number;
}

const LATEST = 2000;
const PARTNERS = 100;

/** @param id Whole or the beginning of one. @throws AskError `ask/unknown-id`, `ask/ambiguous` */
export async function actor(db: Db, id: string): Promise<OneActor> {
  const whole = await wholeId(db, 'actor', id);
  const [found] = whole === undefined ? [] : await actorsById(db, [whole]);
  if (found === undefined) throw unknownId('actor', id);
  const { happenings, partners } = await partnersOf(db, found.id);
  return { actor: found, happenings, partners };
}

interface Row {
  readonly total: number;
  readonly actor: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly happenings: number;
  readonly met: number;
  readonly spoke: number;
  readonly conflict: number;
}

/** Only what came about or is planned to: what was denied or called off is no meeting. */
const NOT = ['denied', 'cancelled', 'requested', 'conditional'];

async function partnersOf(db: Db, id: string): Promise<Pick<OneActor, 'happenings' | 'partners'>> {
  const forms = await db.selectFrom('form').select('id').where('actor', '=', id).execute();
  const own = [...new Set([id, ...forms.map((form) => form.id)])];
  const { rows } = await sql<Row>`
    with latest as (select h.id, h.code, h.goldstein, h.who from happening h
      where h.who && ${own}::text[] and not h.status = any(${NOT}::text[])
      order by ${sortDay} desc, h.id collate "C" desc limit ${LATEST}),
    pairs as (select distinct latest.id, latest.code, latest.goldstein, f.actor
      from latest cross join unnest(latest.who) as other (form) join form f on f.id = other.form
      where f.actor is not null and f.actor <> ${id}),
    counted as (select actor, count(*)::integer as happenings,
        count(*) filter (where code like 'CONSULT%' and code <> 'CONSULT-phone')::integer as met,
        count(*) filter (where code = 'CONSULT-phone')::integer as spoke,
        count(*) filter (where goldstein < 0)::integer as conflict
      from pairs group by actor)
    select (select count(*) from latest)::integer as total, counted.*, actor.name, actor.country
    from (select 1) as one left join (counted join actor on actor.id = counted.actor) on true
    order by counted.happenings desc nulls last, counted.actor collate "C" limit ${PARTNERS}`.execute(db);
  return {
    happenings: rows[0]?.total ?? 0,
    partners: rows.flatMap(({ total: _, actor: partner, country, ...row }) =>
      partner === null ? [] : [{ actor: partner, ...row, ...given('country', country) }],
    ),
  };
}
