/** The forms whose actors are to be made again: families of names, and what people have joined to them across families. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { hash } from '../../filing/shingles.js';
import type { Tx } from '../../store/database.js';
import type { Edge } from '../components.js';
import { grouped } from '../grouped.js';
import { type Rulings, rulingsOf } from '../happening/rulings.js';
import { type Form, familyMark } from './form.js';
import type { NamingRules } from './naming-rules.js';

export interface Household {
  readonly forms: ReadonlyMap<string, Form>;
  /** Pairs of them that are one by a person's word. */
  readonly ones: readonly Edge[];
  readonly decided: Rulings['decided'];
  /** Has anybody decided anything on them? */
  readonly isRuled: boolean;
}

/** All that the actors of some forms depend on. @param marks Of families. @param actors Whose forms belong to it too. */
export async function householdOf(
  tx: Tx,
  forms: readonly Form[],
  marks: ReadonlySet<string>,
  actors: readonly string[],
  rules: NamingRules,
): Promise<Household> {
  const rulings = rulingsOf(tx);
  const known = new Map(forms.map((form) => [form.id, form]));
  const asked = new Set<string>();
  const ones: Edge[] = [];
  let fresh = [...forms, ...(await formsOf(tx, sql<boolean>`actor = any(${[...actors]}::text[])`, actors))];
  let families = new Set([...marks, ...marksOf(fresh, rules)]);
  while (fresh.length + families.size > 0) {
    for (const mark of families) asked.add(mark);
    const found = [...fresh, ...(await loadFamilies(tx, families, rules))];
    for (const form of found) known.set(form.id, known.get(form.id) ?? form);
    const pairs = await rulings.read([...new Set(found.map(({ id }) => id))]);
    ones.push(...pairs);
    const others = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].filter((id) => !known.has(id));
    fresh = await formsOf(tx, sql<boolean>`id = any(${others}::text[])`, others);
    families = new Set(marksOf(fresh, rules).filter((mark) => !asked.has(mark)));
  }
  return { forms: known, ones, decided: rulings.decided, isRuled: rulings.any() };
}

const marksOf = (forms: readonly Form[], rules: NamingRules): string[] =>
  forms.flatMap((form) => familyMark(form, rules) ?? []);

const formsOf = async (tx: Tx, condition: Expression<SqlBool>, wanted: readonly string[]): Promise<Form[]> =>
  wanted.length === 0 ? [] : tx.selectFrom('form').selectAll().where(condition).execute();

/** Marks are kept as numbers, which two may share: what a form's mark is, its name says. */
async function loadFamilies(tx: Tx, marks: ReadonlySet<string>, rules: NamingRules): Promise<Form[]> {
  if (marks.size === 0) return [];
  const rows = await tx
    .selectFrom('form')
    .selectAll('form')
    .where(sql<boolean>`id in (select node from mark where mark = any(${[...marks].map(hash)}::integer[]))`)
    .execute();
  return [...grouped(rows, (form) => familyMark(form, rules) ?? '')].flatMap(([mark, forms]) =>
    marks.has(mark) ? forms : [],
  );
}
