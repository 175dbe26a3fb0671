/** Names of all reports become persons, states and bodies of the record. A name costs no more for standing in many. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { type Form, familyMark } from './form.js';
import { formAfter, type Named, type Names, namedBy, namingRow, rolesAfter } from './named.js';
import { loadNamingRules } from './naming-rules.js';
import { settle } from './settle.js';

/** Takes in what articles name, each article once: what it has already told is not counted again. */
export async function mergeActors(tx: Tx, filed: readonly Names[]): Promise<void> {
  const rules = loadNamingRules();
  const named = await addNamings(
    tx,
    filed.flatMap((names) => namedBy(names, rules)),
  );
  if (named.length === 0) return;
  const byForm = grouped(named, ({ id }) => id);
  const known = new Map((await loadForms(tx, [...byForm.keys()])).map((form) => [form.id, form]));
  const forms = [...byForm].map(
    ([id, same]): Form => ({
      actor: known.get(id)?.actor ?? null,
      rejected: known.get(id)?.rejected ?? false,
      apart: known.get(id)?.apart ?? null,
      ...(formAfter(same, known.get(id)) as Omit<Form, 'actor' | 'rejected' | 'apart'>),
    }),
  );
  await writeForms(tx, forms);
  await addRoles(tx, named);
  const touched = forms.filter((form) => !saysTheSame(form, known.get(form.id)));
  const left = touched
    .flatMap(({ id }) => known.get(id) ?? [])
    .flatMap((form) => familyMark(form, rules) ?? []);
  const counted = await settle(tx, touched, rules, left);
  await addReports(tx, named, known, counted);
}

const saysTheSame = (form: Form, known: Form | undefined): boolean =>
  known !== undefined &&
  form.name === known.name &&
  form.common === known.common &&
  form.sectors.length === known.sectors.length;

/** @returns those that were not there. */
async function addNamings(tx: Tx, named: readonly Named[]): Promise<Named[]> {
  if (named.length === 0) return [];
  const { rows } = await sql<{ article: string; form: string }>`
    insert into naming (article, form, mentions, name, sectors, common, roles)
    select * from jsonb_to_recordset(${JSON.stringify(named.map(asRow))}::jsonb) as made
      (article text, form text, mentions integer, name text, sectors text[], common boolean, roles jsonb)
    on conflict do nothing returning article, form`.execute(tx);
  const fresh = new Set(rows.map(({ article, form }) => `${article} ${form}`));
  return named.filter(({ article, id }) => fresh.has(`${article} ${id}`));
}

const asRow = (named: Named): object => {
  const row = namingRow(named);
  return { ...row, roles: JSON.parse(row.roles) };
};

const loadForms = (tx: Tx, ids: readonly string[]): Promise<Form[]> =>
  tx
    .selectFrom('form')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();

async function writeForms(tx: Tx, forms: readonly Form[]): Promise<void> {
  await sql`insert into form (id, kind, name, country, sectors, common, reports)
    select * from jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as made
      (id text, kind text, name text, country text, sectors text[], common boolean, reports integer)
    on conflict (id) do update set name = excluded.name, sectors = excluded.sectors, common = excluded.common,
      reports = excluded.reports`.execute(tx);
}

async function addRoles(tx: Tx, named: readonly Named[]): Promise<void> {
  const roles = rolesAfter(named);
  if (roles.length === 0) return;
  await sql`insert into role (form, title, "of", first_day, last_day, reports)
    select * from jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) as made
      (form text, title text, "of" text, first_day date, last_day date, reports integer)
    on conflict (form, title, "of") do update set first_day = least(role.first_day, excluded.first_day),
      last_day = greatest(role.last_day, excluded.last_day), reports = role.reports + excluded.reports`.execute(
    tx,
  );
}

async function addReports(
  tx: Tx,
  named: readonly Named[],
  known: ReadonlyMap<string, Form>,
  counted: ReadonlySet<string>,
): Promise<void> {
  const actors = named.flatMap(({ article, id }) => {
    const actor = known.get(id)?.actor ?? null;
    return actor === null || counted.has(actor) ? [] : [{ article, actor }];
  });
  await changeReports(tx, actors, 1);
}

/** One report more or fewer for each actor of each article. */
export async function changeReports(
  tx: Tx,
  named: readonly { readonly article: string; readonly actor: string }[],
  by: 1 | -1,
): Promise<void> {
  const articles = grouped(named, ({ actor }) => actor);
  if (articles.size === 0) return;
  const counts = [...articles.values()].map((each) => by * new Set(each.map(({ article }) => article)).size);
  await sql`update actor set reports = actor.reports + more.reports
    from unnest(${[...articles.keys()]}::text[], ${counts}::integer[]) as more (id, reports)
    where actor.id = more.id`.execute(tx);
}

/** Forms that stand for no one actor (`the minister`, `gunmen`) are not in the answer. */
export async function actorOfForms(db: Db | Tx, forms: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('form')
    .select(['id', 'actor'])
    .where(sql<boolean>`id = any(${[...forms]}::text[])`)
    .where('actor', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, actor }) => (actor === null ? [] : [[id, actor] as const])));
}

/** What to look for in `who` when asked for these actors. */
export async function formsOfActors(db: Db | Tx, actors: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('form')
    .select('id')
    .where(sql<boolean>`actor = any(${[...actors]}::text[])`)
    .execute();
  return rows.map(({ id }) => id).sort();
}
