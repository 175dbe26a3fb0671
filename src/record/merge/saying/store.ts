/** Wordings and sayings in the database. */
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import type { WordingTable } from '../../store/tables.js';
import type { Carried, Made, Saying } from './conclude.js';
import type { Wording } from './utterance.js';

/** Statements by their ids, or of these articles, wordings or sayings. */
export async function loadCarried(
  tx: Tx,
  by: 'id' | 'article' | 'wording' | 'saying',
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
      'statement.rejected',
      'article.day',
      'article.lineage',
      'article.superseded',
    ])
    .where(sql<boolean>`${sql.ref(`statement.${by}`)} = any(${[...ids]}::text[])`)
    .execute();
}

export type WordingRow = Selectable<WordingTable>;

export async function loadWordings(tx: Tx, ids: readonly string[]): Promise<WordingRow[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('wording')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
}

async function writeWordings(tx: Tx, wordings: readonly WordingRow[]): Promise<void> {
  if (wordings.length === 0) return;
  await sql`insert into wording (id, form, speakers, words, first, saying)
    select * from jsonb_to_recordset(${JSON.stringify(wordings)}::jsonb) as made
      (id text, form text, speakers jsonb, words text, first date, saying text)
    on conflict (id) do update set first = excluded.first, saying = excluded.saying`.execute(tx);
}

/**
 * Writes sayings, and under which of them statements and wordings are.
 * @param wordings New ones, and those whose first day has changed.
 * @param before Sayings that there were, beside those that the statements name.
 * @param fresh Statements that are written afterwards.
 */
export async function writeSayings(
  tx: Tx,
  made: readonly Made[],
  wordings: readonly Wording[],
  before: readonly string[] = [],
  fresh: { has(statement: string): boolean } = new Set(),
): Promise<void> {
  const kept = new Set(made.map(({ row }) => row.id));
  const old = made.flatMap(({ carried }) => carried.flatMap(({ saying }) => saying ?? []));
  const stale = new Set([...before, ...old].filter((id) => !kept.has(id)));
  const moved = made.flatMap(({ row, carried }) =>
    carried.filter(({ saying }) => saying !== row.id).map((each) => ({ ...each, to: row.id })),
  );
  await moveStatements(
    tx,
    moved.filter(({ id }) => !fresh.has(id)),
  );
  await assignWordings(tx, moved, made, wordings);
  if (stale.size > 0)
    await tx
      .deleteFrom('saying')
      .where('id', 'in', [...stale])
      .execute();
  await upsert(
    tx,
    made.map(({ row }) => row),
  );
}

type Moved = Carried & { readonly to: string };

async function moveStatements(tx: Tx, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  await sql`update statement set saying = moved.saying, wording = moved.wording
    from unnest(${moved.map(({ id }) => id)}::text[], ${moved.map(({ to }) => to)}::text[],
      ${moved.map(({ wording }) => wording)}::text[]) as moved (id, saying, wording)
    where statement.id = moved.id`.execute(tx);
}

async function assignWordings(
  tx: Tx,
  moved: readonly Moved[],
  made: readonly Made[],
  written: readonly Wording[],
): Promise<void> {
  const sayingOfWording = new Map(
    made.flatMap(({ row, carried }) => carried.map(({ wording }) => [wording ?? '', row.id] as const)),
  );
  await writeWordings(
    tx,
    written.map((wording) => ({ ...wording, saying: sayingOfWording.get(wording.id) ?? null })),
  );
  const isWritten = new Set(written.map(({ id }) => id));
  const changed = moved.filter(({ wording, saying }) => saying !== null && !isWritten.has(wording ?? ''));
  await moveWordings(tx, new Map(changed.map(({ wording, to }) => [wording ?? '', to])));
}

async function moveWordings(tx: Tx, wordings: ReadonlyMap<string, string>): Promise<void> {
  if (wordings.size === 0) return;
  await sql`update wording set saying = moved.saying
    from unnest(${[...wordings.keys()]}::text[], ${[...wordings.values()]}::text[]) as moved (id, saying)
    where wording.id = moved.id and wording.saying is distinct from moved.saying`.execute(tx);
}

async function upsert(tx: Tx, rows: readonly Saying[]): Promise<void> {
  if (rows.length === 0) return;
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
