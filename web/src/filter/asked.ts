/** What a question is narrowed to, as it stands in the address of the page. */
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Params } from '../api/client.js';

export const listFields = ['country', 'type', 'status'] as const;
const textFields = [
  'words',
  'actor',
  'dyad',
  'code',
  'since',
  'until',
  'place',
  'within',
  'minSources',
  'background',
  'dossier',
  'sort',
] as const;

export type ListField = (typeof listFields)[number];
export type TextField = (typeof textFields)[number];
export type Field = ListField | TextField;

/** Fields with a value: the query of the API has the same names. */
export type Asked = { readonly [field in TextField]?: string } & {
  readonly [field in ListField]?: readonly string[];
};

export const fields: readonly Field[] = [...textFields, ...listFields];
const isList = (field: Field): field is ListField => (listFields as readonly string[]).includes(field);

export function askedOf(search: URLSearchParams): Asked {
  const asked: Record<string, string | readonly string[]> = {};
  for (const field of fields) {
    const values = search.getAll(field).filter((value) => value !== '');
    if (values.length === 0) continue;
    asked[field] = isList(field) ? values.flatMap((value) => value.split(',')) : (values[0] ?? '');
  }
  return asked;
}

/** Only what a question can be narrowed by; of the others the names. */
export function fitting(
  asked: Asked,
  known: readonly Field[],
): { readonly params: Params; readonly passed: readonly Field[] } {
  const given = fields.filter((field) => asked[field] !== undefined);
  return {
    params: Object.fromEntries(
      given.filter((field) => known.includes(field)).map((field) => [field, asked[field]]),
    ),
    passed: given.filter((field) => !known.includes(field)),
  };
}

export type Change = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Address {
  readonly asked: Asked;
  /** A value of the page's own that stands beside the filter. */
  readonly get: (name: string) => string | undefined;
  /** What is undefined or empty is taken out. */
  readonly change: (change: Change, options?: { readonly replace?: boolean }) => void;
}

/** The filter in the address, and the way to change it. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const asked = useMemo(() => askedOf(new URLSearchParams(text)), [text]);
  return {
    asked,
    get: (name) => search.get(name) ?? undefined,
    change: (change, options) => setSearch((before) => changed(before, change), options),
  };
}

function changed(before: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    for (const each of typeof value === 'string' ? [value] : (value ?? []))
      if (each !== '') next.append(name, each);
  }
  return next;
}
