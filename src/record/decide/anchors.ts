/** Decisions name words in articles, not rows: after a re-read the same words find the rows that stand there now. */
import { sql } from 'kysely';
import { byText, grouped } from '../merge/grouped.js';
import type { Tx } from '../store/database.js';
import type { Anchor } from '../store/tables.js';

type At<Table extends Anchor['table']> = Extract<Anchor, { table: Table }> & { readonly at: number };

/**
 * The rows that stand where anchors point: events, statements and forms that the record has.
 * @returns one list for each anchor, in their order; empty where nothing stands there any more.
 */
export async function find(tx: Tx, anchors: readonly Anchor[]): Promise<readonly (readonly string[])[]> {
  const placed = anchors.map((anchor, at) => ({ ...anchor, at }));
  const found: readonly string[][] = anchors.map(() => []);
  const rows = [
    ...(await findEvents(tx, placed.filter(isOf('event')))),
    ...(await findStatements(tx, placed.filter(isOf('statement')))),
    ...(await findForms(tx, placed.filter(isOf('form')))),
  ];
  for (const { at, id } of rows) found[at]?.push(id);
  return found;
}

const isOf =
  <Table extends Anchor['table']>(table: Table) =>
  (anchor: Anchor & { readonly at: number }): anchor is At<Table> =>
    anchor.table === table;

interface FoundRow {
  readonly at: number;
  readonly id: string;
}

/** The same event; else events of its type whose trigger overlaps its words; else any event there. */
async function findEvents(tx: Tx, anchors: readonly At<'event'>[]): Promise<FoundRow[]> {
  if (anchors.length === 0) return [];
  const { rows } = await sql<FoundRow & { same: boolean }>`
    select wanted.at, event.id, event.type = wanted.type as same
    from unnest(${anchors.map(({ at }) => at)}::integer[], ${anchors.map(({ article }) => article)}::text[],
      ${anchors.map(({ start }) => start)}::integer[], ${anchors.map(({ end }) => end)}::integer[],
      ${anchors.map(({ type }) => type)}::text[]) as wanted (at, article, start, "end", type)
    join event on event.article = wanted.article
      and event.trigger_start < wanted."end" and wanted.start < event.trigger_end`.execute(tx);
  const here = grouped(rows, ({ at }) => at);
  return anchors.flatMap((anchor) => {
    const all = here.get(anchor.at) ?? [];
    const same = all.filter((row) => row.same);
    const itself = same.filter(({ id }) => id === eventId(anchor));
    return itself.length > 0 ? itself : same.length > 0 ? same : all;
  });
}

const eventId = ({ article, start, nth = 1 }: At<'event'>): string =>
  `${article}-e${start}${nth === 1 ? '' : `.${nth}`}`;

/** Of the statements whose words overlap, the one with most in common: what it quotes may be a statement of its own. */
async function findStatements(tx: Tx, anchors: readonly At<'statement'>[]): Promise<FoundRow[]> {
  if (anchors.length === 0) return [];
  const { rows } = await sql<FoundRow & { common: number }>`
    select wanted.at, statement.id,
      (least(content_end, wanted."end") - greatest(content_start, wanted.start))::real
        / (greatest(content_end, wanted."end") - least(content_start, wanted.start)) as common
    from unnest(${anchors.map(({ at }) => at)}::integer[], ${anchors.map(({ article }) => article)}::text[],
      ${anchors.map(({ start }) => start)}::integer[], ${anchors.map(({ end }) => end)}::integer[])
      as wanted (at, article, start, "end")
    join statement on statement.article = wanted.article
      and content_start < wanted."end" and wanted.start < content_end`.execute(tx);
  return [...grouped(rows, ({ at }) => at).values()].flatMap((same) =>
    same.sort((a, b) => b.common - a.common || byText(a.id, b.id)).slice(0, 1),
  );
}

async function findForms(tx: Tx, anchors: readonly At<'form'>[]): Promise<FoundRow[]> {
  if (anchors.length === 0) return [];
  const rows = await tx
    .selectFrom('form')
    .select('id')
    .where(sql<boolean>`id = any(${anchors.map(({ form }) => form)}::text[])`)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  return anchors.flatMap(({ at, form }) => (known.has(form) ? [{ at, id: form }] : []));
}

/** Where these rows stand. @param side Of a split. */
export async function anchorsOf(
  tx: Tx,
  table: Anchor['table'],
  ids: readonly string[],
  side?: 0 | 1,
): Promise<Anchor[]> {
  const on = side === undefined ? {} : { side };
  if (table === 'form') return [...ids].sort(byText).map((form) => ({ table, form, ...on }));
  if (table === 'statement') {
    const rows = await tx
      .selectFrom('statement')
      .select(['id', 'article', 'content_start', 'content_end'])
      .where(sql<boolean>`id = any(${[...ids]}::text[])`)
      .execute();
    return rows.sort(byId).map(({ article, content_start: start, content_end: end }) => {
      return { table, article, start, end, ...on };
    });
  }
  const rows = await tx
    .selectFrom('event')
    .select(['id', 'article', 'type', 'trigger_start', 'trigger_end'])
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
  return rows.sort(byId).map(({ id, article, type, trigger_start: start, trigger_end: end }) => {
    const nth = Number(/\.(\d+)$/u.exec(id)?.[1] ?? 1);
    return { table, article, start, end, type, ...(nth === 1 ? {} : { nth }), ...on };
  });
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id);
