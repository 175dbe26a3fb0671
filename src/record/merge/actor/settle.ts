/** Makes the actors of forms that are new, changed or gone. */
import { sql } from 'kysely';
import { loadStates } from '../../../place/states.js';
import { hash } from '../../filing/shingles.js';
import type { Tx } from '../../store/database.js';
import { type Given, givenTo } from '../decided.js';
import { byText, grouped } from '../grouped.js';
import { unlink } from '../linked.js';
import { byFullness, type Form, familyMark, fullestOf, groupForms, isProper } from './form.js';
import { type Household, householdOf } from './household.js';
import { sectorsOf } from './named.js';
import { loadNamingRules, type NamingRules } from './naming-rules.js';
import { ruledGroups } from './ruled.js';

/**
 * @param touched Forms as they are now. @param left Marks of families that forms have left or may have left.
 * @param gone Actors that lost a form which is no more.
 * @returns actors whose reports were counted anew.
 */
export async function settle(
  tx: Tx,
  touched: readonly Form[],
  rules: NamingRules,
  left: readonly string[] = [],
  gone: readonly string[] = [],
): Promise<Set<string>> {
  if (touched.length + left.length === 0) return new Set();
  const marked = touched.map((form) => ({ form, mark: familyMark(form, rules) }));
  await changeMarks(tx, marked);
  const marks = new Set([...marked.flatMap(({ mark }) => mark ?? []), ...left]);
  const actors = new Set([...touched.flatMap(({ actor }) => actor ?? []), ...gone]);
  const household = await householdOf(tx, touched, marks, [...actors], rules);
  const wanted = actorsIn(household, rules);
  const taken = new Set(wanted.flat());
  const none = [...household.forms.values()].filter((form) => !taken.has(form));
  return await store(tx, wanted, none, new Set(touched.map(({ id }) => id)), gone);
}

/** Makes the actors of forms again on which a person has decided. Those that are no more do not matter. */
export async function retakeForms(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const forms = await tx
    .selectFrom('form')
    .selectAll()
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::text[])`)
    .execute();
  await settle(tx, forms, loadNamingRules());
}

/** What a person has rejected is nobody, and tells nothing of others. */
function actorsIn({ forms, ones, decided, isRuled }: Household, rules: NamingRules): Form[][] {
  const standing = [...forms.values()].filter(({ rejected }) => !rejected);
  const groups = naturalGroups(standing, rules);
  const ids = isRuled ? ruledGroups(groups, { ones, decided }) : groups;
  return ids
    .map((group) => group.flatMap((id) => forms.get(id) ?? []))
    .filter((group) => group.length > 1 || group.some((form) => isProper(form, rules)));
}

/** By the names alone, the fullest first; a form taken out of its actor is compared with those taken out with it. */
function naturalGroups(forms: readonly Form[], rules: NamingRules): string[][] {
  const families = grouped(forms, (form) => {
    const mark = familyMark(form, rules);
    return mark === undefined ? undefined : `${form.apart ?? ''} ${mark}`;
  });
  const alone = families.get(undefined) ?? [];
  families.delete(undefined);
  const groups = [...families].flatMap(([key = '', same]) =>
    groupForms(key.slice(key.indexOf(' ') + 1), same, rules),
  );
  const byId = new Map(forms.map((form) => [form.id, form]));
  return [
    ...groups.map((ids) => byFullness(ids.flatMap((id) => byId.get(id) ?? [])).map(({ id }) => id)),
    ...alone.map(({ id }) => [id]),
  ];
}

interface Marked {
  readonly form: Form;
  readonly mark: string | undefined;
}

async function changeMarks(tx: Tx, marked: readonly Marked[]): Promise<void> {
  await unlink(
    tx,
    marked.filter(({ form, mark }) => mark === undefined && form.actor !== null).map(({ form }) => form.id),
  );
  const rows = marked.flatMap(({ form, mark }) =>
    mark === undefined ? [] : [{ mark: hash(mark), node: form.id }],
  );
  if (rows.length === 0) return;
  await sql`insert into mark (mark, node)
    select mark, node from unnest(${rows.map(({ mark }) => mark)}::integer[], ${rows.map(({ node }) => node)}::text[])
      as made (mark, node)
    where not exists (select from mark old where old.node = made.node and old.mark = made.mark)`.execute(tx);
}

async function store(
  tx: Tx,
  groups: readonly (readonly Form[])[],
  none: readonly Form[],
  touched: ReadonlySet<string>,
  gone: readonly string[],
): Promise<Set<string>> {
  const actors = groups.map((forms) => ({ id: fullestOf(forms).id, forms }));
  const moves = [
    ...actors.flatMap(({ id, forms }) => forms.map((form) => ({ form, to: id as string | null }))),
    ...none.map((form) => ({ form, to: null })),
  ].filter(({ form, to }) => form.actor !== to);
  const changed = new Set([
    ...moves.flatMap(({ form, to }) => [form.actor, to].filter((id) => id !== null)),
    ...gone,
  ]);
  await moveForms(tx, moves);
  const kept = new Set(actors.map(({ id }) => id));
  await removeActors(
    tx,
    [...changed].filter((id) => !kept.has(id)),
  );
  const written = actors.filter(
    ({ id, forms }) => changed.has(id) || forms.some((form) => touched.has(form.id)),
  );
  await writeActors(
    tx,
    written,
    await recount(
      tx,
      written.filter(({ id }) => changed.has(id)),
    ),
  );
  return changed;
}

async function moveForms(tx: Tx, moves: readonly { form: Form; to: string | null }[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`update form set actor = moved.actor
    from unnest(${moves.map(({ form }) => form.id)}::text[], ${moves.map(({ to }) => to)}::text[]) as moved (id, actor)
    where form.id = moved.id`.execute(tx);
}

async function removeActors(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('actor')
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
}

interface Made {
  readonly id: string;
  readonly forms: readonly Form[];
}

/** An article that uses two forms of one actor is one report of him. */
async function recount(tx: Tx, made: readonly Made[]): Promise<Map<string, number>> {
  const counts = new Map(made.map(({ id, forms }) => [id, forms[0]?.reports ?? 0]));
  const several = made.filter(({ forms }) => forms.length > 1).map(({ id }) => id);
  if (several.length === 0) return counts;
  const { rows } = await sql<{ actor: string; reports: number }>`
    select form.actor, count(distinct naming.article)::integer as reports
    from form join naming on naming.form = form.id
    where form.actor = any(${several}::text[]) group by form.actor`.execute(tx);
  for (const { actor, reports } of rows) counts.set(actor, reports);
  return counts;
}

/** Reports of actors that are not in `counts` stay as they are. */
async function writeActors(
  tx: Tx,
  made: readonly Made[],
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (made.length === 0) return;
  const given = await givenTo(
    tx,
    made.flatMap(({ forms }) => forms.map(({ id }) => id)),
  );
  const rows = made.map(({ id, forms }) => ({
    ...actorOf(id, forms, given),
    reports: counts.get(id) ?? null,
  }));
  await sql`insert into actor (id, kind, name, country, sectors, aliases, reports)
    select id, kind, name, country, sectors, aliases, coalesce(reports, 0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made
      (id text, kind text, name text, country text, sectors text[], aliases text[], reports integer)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, country = excluded.country,
      sectors = excluded.sectors, aliases = excluded.aliases,
      reports = case when excluded.id = any(${[...counts.keys()]}::text[]) then excluded.reports else actor.reports end`.execute(
    tx,
  );
}

export function actorOf(id: string, forms: readonly Form[], given: ReadonlyMap<string, Given>) {
  const fullest = fullestOf(forms);
  const country = fullest.country ?? forms.flatMap((form) => form.country ?? []).sort(byText)[0] ?? null;
  const name = nameGiven(forms, given) ?? (fullest.kind === 'state' ? stateName(fullest) : fullest.name);
  const aliases = [...new Set(forms.map((form) => form.name))].filter((each) => each !== name).sort(byText);
  return {
    id,
    kind: fullest.kind,
    name,
    country,
    sectors: sectorsOf(forms.map(({ sectors }) => sectors)),
    aliases,
  };
}

/** Of several the last. */
const nameGiven = (forms: readonly Form[], given: ReadonlyMap<string, Given>): string | undefined =>
  forms.flatMap(({ id }) => given.get(id) ?? []).sort((a, b) => b.decision - a.decision)[0]?.title;

const stateName = ({ country, name }: Form): string => loadStates().nameOf.get(country ?? '') ?? name;
