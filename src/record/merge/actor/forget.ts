/** Takes articles' words on names back, as if they had never been read. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import { grouped } from '../grouped.js';
import { unlink } from '../linked.js';
import { changeReports } from './actors.js';
import { type Form, familyMark } from './form.js';
import { loadNamingRules, type NamingRules } from './naming-rules.js';
import { settle } from './settle.js';

/** Call it while the articles' rows are still there. */
export async function forgetActors(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const rules = loadNamingRules();
  const before = await loadNamed(tx, articleIds);
  if (before.length === 0) return;
  const lost = await takeRoles(tx, articleIds);
  await tx
    .deleteFrom('naming')
    .where(sql<boolean>`article = any(${[...articleIds]}::text[])`)
    .execute();
  await spanRoles(tx, lost);
  const forms = new Map(before.map(({ article: _, ...form }) => [form.id, form as Form]));
  const after = await formsAfter(
    tx,
    [...grouped(before, ({ id }) => id)].map(([id, { length }]) => ({ id, length })),
  );
  const left = new Map(after.map((form) => [form.id, form]));
  const gone = [...forms.values()].filter(({ id }) => !left.has(id));
  await removeForms(tx, gone);
  const touched = after.filter(
    (form) => JSON.stringify(factsOf(form)) !== JSON.stringify(factsOf(forms.get(form.id))),
  );
  const counted = await settle(
    tx,
    touched,
    rules,
    marksOf([...gone, ...touched], forms, rules),
    actorsOf(gone),
  );
  await changeReports(
    tx,
    before.flatMap(({ article, actor }) =>
      actor === null || counted.has(actor) ? [] : [{ article, actor }],
    ),
    -1,
  );
}

const actorsOf = (forms: readonly Form[]): string[] => forms.flatMap(({ actor }) => actor ?? []);

const factsOf = (form: Form | undefined): unknown => [form?.name, form?.common, form?.sectors];

/** Of the families that the forms stood in before. */
const marksOf = (changed: readonly Form[], before: ReadonlyMap<string, Form>, rules: NamingRules): string[] =>
  changed.flatMap(({ id }) => before.get(id) ?? []).flatMap((form) => familyMark(form, rules) ?? []);

const loadNamed = (tx: Tx, articles: readonly string[]): Promise<(Form & { article: string })[]> =>
  tx
    .selectFrom('form')
    .innerJoin('naming', 'naming.form', 'form.id')
    .selectAll('form')
    .select('naming.article')
    .where(sql<boolean>`naming.article = any(${[...articles]}::text[])`)
    .execute();

/** Counts forms down and looks again at what the articles may have been the only ones to say. @returns forms still named. */
async function formsAfter(tx: Tx, fewer: readonly { id: string; length: number }[]): Promise<Form[]> {
  const { rows } = await sql<Form>`
    update form set reports = form.reports - fewer.reports,
      name = case when exists (select from naming where naming.form = form.id and naming.name = form.name) then form.name
        else coalesce((select min(naming.name collate "C") from naming where naming.form = form.id), form.name) end,
      common = form.common and exists (select from naming where naming.form = form.id and naming.common),
      sectors = array(select sector from unnest(form.sectors) as sector
        where exists (select from naming where naming.form = form.id and sector = any(naming.sectors))
        order by sector collate "C")
    from unnest(${fewer.map(({ id }) => id)}::text[], ${fewer.map(({ length }) => length)}::integer[])
      as fewer (id, reports)
    where form.id = fewer.id returning form.*`.execute(tx);
  return rows.filter(({ reports }) => reports > 0);
}

async function removeForms(tx: Tx, gone: readonly Form[]): Promise<void> {
  const ids = gone.map(({ id }) => id);
  if (ids.length === 0) return;
  await unlink(tx, ids);
  await tx.deleteFrom('form').where(sql<boolean>`id = any(${ids}::text[])`).execute();
}

interface Lost {
  readonly form: string;
  readonly title: string;
  readonly of: string;
}

/** Counts roles down. @returns those of which the articles gave the first or the last day. */
async function takeRoles(tx: Tx, articles: readonly string[]): Promise<Lost[]> {
  const { rows } = await sql<Lost & { reports: number; bound: boolean }>`
    update role set reports = role.reports - fewer.reports
    from (
      select naming.form, held.title, held."of", count(*)::integer as reports, min(article.day) as first,
        max(article.day) as last
      from naming join article on article.id = naming.article,
        jsonb_to_recordset(naming.roles) as held (title text, "of" text)
      where naming.article = any(${[...articles]}::text[])
      group by naming.form, held.title, held."of") as fewer
    where role.form = fewer.form and role.title = fewer.title and role."of" = fewer."of"
    returning role.form, role.title, role."of", role.reports,
      (fewer.first <= role.first_day or fewer.last >= role.last_day) as bound`.execute(tx);
  await tx
    .deleteFrom('role')
    .where('reports', '<=', 0)
    .where(sql<boolean>`form = any(${rows.map(({ form }) => form)}::text[])`)
    .execute();
  return rows.filter(({ bound, reports }) => bound && reports > 0);
}

async function spanRoles(tx: Tx, roles: readonly Lost[]): Promise<void> {
  if (roles.length === 0) return;
  await sql`
    update role set first_day = span.first, last_day = span.last
    from jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) as lost (form text, title text, "of" text),
      lateral (
        select min(article.day) as first, max(article.day) as last
        from naming join article on article.id = naming.article
        where naming.form = lost.form
          and naming.roles @> jsonb_build_array(jsonb_build_object('title', lost.title, 'of', lost."of"))) as span
    where role.form = lost.form and role.title = lost.title and role."of" = lost."of"`.execute(tx);
}
