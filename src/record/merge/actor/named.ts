/** What articles say of forms, added up. */
import type { Insertable } from 'kysely';
import { countryIn } from '../../filing/party.js';
import type { Rows } from '../../filing/rows.js';
import type { FormTable, NamingTable, RoleTable } from '../../store/tables.js';
import { byText, grouped } from '../grouped.js';
import { isCommon } from './form.js';
import type { NamingRules } from './naming-rules.js';

/** Of one article. */
export type Names = Pick<Rows, 'forms' | 'namings' | 'roles'>;

/** One article's word on one form. */
export interface Named {
  readonly article: string;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly sectors: readonly string[];
  readonly common: boolean;
  readonly mentions: number;
  readonly roles: readonly Insertable<RoleTable>[];
}

export function namedBy({ forms, namings, roles }: Names, rules: NamingRules): Named[] {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const rolesOf = grouped(roles, ({ form }) => form);
  return namings.flatMap(({ article, form, mentions }) => {
    const found = byId.get(form);
    if (found === undefined) return [];
    const { kind, name, sectors } = found;
    const held = rolesOf.get(form) ?? [];
    const titles = held.map(({ title }) => title);
    const common = isCommon(kind, name, titles, rules);
    return [{ article, id: form, kind, name, sectors, common, mentions, roles: held }];
  });
}

export const namingRow = ({
  article,
  id,
  mentions,
  name,
  sectors,
  common,
  roles,
}: Named): Insertable<NamingTable> => ({
  article,
  form: id,
  mentions,
  name,
  sectors: sectorsOf([sectors]),
  common,
  roles: JSON.stringify(roles.map(({ title, of }) => ({ title, of }))),
});

type FormFacts = Omit<Insertable<FormTable>, 'actor' | 'rejected' | 'apart'> & { readonly common: boolean };

/** The form after these articles; `known` is how it stood before. */
export function formAfter(named: readonly Named[], known: FormFacts | undefined): FormFacts {
  const [{ id, kind }] = named as [Named];
  const names = [...named.map(({ name }) => name), ...(known ? [known.name] : [])];
  return {
    id,
    kind,
    country: countryIn(id) || null,
    name: names.sort(byText)[0] ?? '',
    sectors: sectorsOf([...named.map(({ sectors }) => sectors), known?.sectors ?? []]),
    common: (known?.common ?? false) || named.some(({ common }) => common),
    reports: (known?.reports ?? 0) + named.length,
  };
}

export const sectorsOf = (lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.flat())].sort();

/** Each role once, with the days between which these articles give it. */
export function rolesAfter(named: readonly Named[]): Insertable<RoleTable>[] {
  const held = grouped(
    named.flatMap(({ roles }) => roles),
    ({ form, title, of }) => JSON.stringify([form, title, of]),
  );
  return [...held.values()].map((same) => {
    const days = same.flatMap(({ first_day }) => first_day ?? []).sort();
    const [{ form, title, of }] = same as [Insertable<RoleTable>];
    return {
      form,
      title,
      of,
      first_day: days[0] ?? null,
      last_day: days.at(-1) ?? null,
      reports: same.length,
    };
  });
}
