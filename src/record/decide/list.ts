/** People's decisions, each with what it is about in words, as the record is now. */
import { type Selectable, sql } from 'kysely';
import type { Db } from '../store/database.js';
import type { Anchor, DecisionTable } from '../store/tables.js';
import { foundBy } from './standing.js';

export interface DecisionOfRecord extends Selectable<DecisionTable> {
  /**
   * Titles of happenings, names of actors, quotes of sayings: each once, of what the decision is about as it is called now.
   * Of a split the two sides. Empty where nothing of it is in the record any more.
   */
  readonly about: readonly (readonly string[])[];
  /** How many of the places that it is about have nothing any more, and of how many. */
  readonly gone: number;
  readonly places: number;
}

/** All of them, undone ones too, in their order. */
export async function decisionsOf(db: Db): Promise<DecisionOfRecord[]> {
  return db.transaction().execute(async (tx) => {
    const decisions = await tx.selectFrom('decision').selectAll().orderBy('id').execute();
    const found = await foundBy(tx, decisions);
    const words = await wordsOf(tx, [...new Set([...found.values()].flat(2))]);
    return decisions.map((decision) => {
      const rows = found.get(decision.id) ?? [];
      return {
        ...decision,
        about: aboutOf(decision.subjects, rows, words),
        gone: rows.filter(({ length }) => length === 0).length,
        places: rows.length,
      };
    });
  });
}

function aboutOf(
  subjects: readonly Anchor[],
  found: readonly (readonly string[])[],
  words: ReadonlyMap<string, string>,
): string[][] {
  const sides = [new Set<string>(), new Set<string>()] as const;
  subjects.forEach(({ side = 0 }, at) => {
    for (const id of found[at] ?? []) sides[side === 1 ? 1 : 0].add(words.get(id) ?? id);
  });
  return sides.filter(({ size }) => size > 0).map((side) => [...side]);
}

/** What is thrown out has no title, but its own words. */
async function wordsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = sql`any(${[...ids]}::text[])`;
  const { rows } = await sql<{ id: string; words: string }>`
    select event.id, coalesce(happening.title, event.sentence) as words
      from event left join happening on happening.id = event.happening where event.id = ${wanted}
    union all select statement.id, coalesce(saying.content, statement.content)
      from statement left join saying on saying.id = statement.saying where statement.id = ${wanted}
    union all select form.id, coalesce(actor.name, form.name)
      from form left join actor on actor.id = form.actor where form.id = ${wanted}`.execute(db);
  return new Map(rows.map(({ id, words }) => [id, words]));
}
