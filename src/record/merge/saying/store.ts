/** Wordings and sayings in the database. */
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import type { WordingTable } from '../../store/tables.js';
import { grouped } from '../grouped.js';
import { type Carried, sayingId, sayingOf } from './conclude.js';
import type { Wording } from './utterance.js';

/** Statements of these articles, or of these wordings. */
export async function loadCarried(
  tx: Tx,
  by: 'article' | 'wording',
  ids: readonly string[],
): Promise<Carried[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('statement')
    .innerJoin('article', 'article.id', 'statement.article')
    .select([
      'statement.id',
      'statement.article',
      'statement.form',
      'statement.speakers',
      'statement.content',
      'statement.from',
      'statement.to',
      'statement.wording',
      'statement.saying',
      'article.day',
      'article.lineage',
      'article.superseded',
    ])
    .where(sql<boolean>`${sql.ref(`statement.${by}`)} = any(${[...ids]}::text[])`)
    .execute();
}

export async function loadWordings(tx: Tx, ids: readonly string[]): Promise<Selectable<WordingTable>[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('wording')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
}

async function writeWordings(tx: Tx, wordings: readonly Selectable<WordingTable>[]): Promise<void> {
  if (wordings.length === 0) return;
  await sql`insert into wording (id, form, speakers, words, first, saying)
    select * from jsonb_to_recordset(${JSON.stringify(wordings)}::jsonb) as made
      (id text, form text, speakers jsonb, words text, first date, saying text)
    on conflict (id) do update set first = excluded.first, saying = excluded.saying`.execute(tx);
}

/**
 * @param groups Wordings that are one saying; all of a saying that changes are there.
 * @param statements All that have these wordings; of new ones the wording is written too.
 * @param wordings New ones, and those whose first day has changed.
 * @param before Sayings that there were, beside those that the statements name.
 */
export async function writeSayings(
  tx: Tx,
  groups: readonly (readonly string[])[],
  statements: readonly Carried[],
  wordings: readonly Wording[],
  before: readonly string[] = [],
): Promise<void> {
  const byWording = grouped(statements, ({ wording }) => wording ?? '');
  const sayings = groups
    .map((group) => group.flatMap((id) => byWording.get(id) ?? []))
    .filter((carried) => carried.length > 0);
  await assign(tx, sayings, wordings);
  const kept = new Set(sayings.map(sayingId));
  const stale = new Set(
    [...before, ...sayings.flat().flatMap(({ saying }) => saying ?? [])].filter((id) => !kept.has(id)),
  );
  if (stale.size > 0)
    await tx
      .deleteFrom('saying')
      .where('id', 'in', [...stale])
      .execute();
  await upsert(tx, sayings);
}

async function assign(
  tx: Tx,
  sayings: readonly (readonly Carried[])[],
  written: readonly Wording[],
): Promise<void> {
  const moved = sayings.flatMap((carried) => {
    const to = sayingId(carried);
    return carried.filter(({ saying }) => saying !== to).map(({ id, wording }) => ({ id, wording, to }));
  });
  if (moved.length > 0) {
    await sql`update statement set saying = moved.saying, wording = moved.wording
    from unnest(${moved.map(({ id }) => id)}::text[], ${moved.map(({ to }) => to)}::text[],
      ${moved.map(({ wording }) => wording)}::text[]) as moved (id, saying, wording)
    where statement.id = moved.id`.execute(tx);
  }
  const byWording = new Map(
    sayings.flatMap((carried) => {
      const to = sayingId(carried);
      return carried.map(({ wording }) => [wording ?? '', to] as const);
    }),
  );
  await writeWordings(
    tx,
    written.map((wording) => ({ ...wording, saying: byWording.get(wording.id) ?? null })),
  );
  const isWritten = new Set(written.map(({ id }) => id));
  const changed = new Set(moved.map(({ wording }) => wording));
  await moveWordings(tx, new Map([...byWording].filter(([id]) => changed.has(id) && !isWritten.has(id))));
}

async function moveWordings(tx: Tx, wordings: ReadonlyMap<string, string>): Promise<void> {
  if (wordings.size === 0) return;
  await sql`update wording set saying = moved.saying
    from unnest(${[...wordings.keys()]}::text[], ${[...wordings.values()]}::text[]) as moved (id, saying)
    where wording.id = moved.id and wording.saying is distinct from moved.saying`.execute(tx);
}

async function upsert(tx: Tx, sayings: readonly (readonly Carried[])[]): Promise<void> {
  if (sayings.length === 0) return;
  const rows = sayings.map(sayingOf).map((row) => ({ ...row, speakers: JSON.parse(row.speakers) }));
  await sql`insert into saying (id, speakers, form, content, "from", "to", countries, who, best, wordings, reports, sources,
      first_day)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made
      (id text, speakers jsonb, form text, content text, "from" date, "to" date, countries text[], who text[], best text,
        wordings integer, reports integer, sources integer, first_day date)
    on conflict (id) do update set speakers = excluded.speakers, form = excluded.form, content = excluded.content,
      "from" = excluded."from", "to" = excluded."to", countries = excluded.countries, who = excluded.who,
      best = excluded.best, wordings = excluded.wordings, reports = excluded.reports, sources = excluded.sources,
      first_day = excluded.first_day`.execute(tx);
}
