/** Actors of a Reading as parties that can be compared across reports. */
import type { Actor } from '../../actor/actor.js';
import { foldedLower } from '../../place/index.js';
import type { Reading } from '../../reading/reading.js';
import type { Party } from '../store/tables.js';

export type Parties = (ids: readonly string[]) => Party[];

/** Members of a group that the report named one by one stand for themselves. */
export function partiesOf(reading: Reading): Parties {
  const byId = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const open = (id: string): Actor[] => {
    const actor = byId.get(id);
    if (actor === undefined) return [];
    return actor.members === undefined ? [actor] : actor.members.flatMap(open);
  };
  return (ids) => [...new Set(ids.flatMap(open))].map(partyOf);
}

export function partyOf(actor: Actor): Party {
  const { kind, name, country, countries, sectors, roles } = actor;
  const title = roles[0]?.title;
  return {
    kind,
    name,
    ...(country === undefined ? {} : { country }),
    ...(countries === undefined ? {} : { countries }),
    ...(title === undefined ? {} : { title }),
    sectors,
    form: formOf(actor),
  };
}

/** `person|sergei lavrov|RUS`; a state, its government and its capital are one form: `state|RUS`. */
export function formOf({ kind, name, country, basis }: Actor): string {
  if ((kind === 'state' || kind === 'government') && country !== undefined) return `state|${country}`;
  // A country that only the table of office holders gives may be another person's of that name.
  const known = basis === 'office-holders' ? '' : (country ?? '');
  return `${kind}|${foldedName(name)}|${known}`;
}

/** The country in a form: `RUS`; empty where the name alone doesn't tell. */
export const countryIn = (form: string): string =>
  form.startsWith('state|') ? form.slice('state|'.length) : (form.split('|')[2] ?? '');

/** Forms and their countries: what a report that names them is searched by. */
export const namedIn = (forms: readonly string[]): string[] => [
  ...new Set([...forms, ...forms.map(countryIn).filter((country) => country !== '')]),
];

/** Lower case, without accents, points and doubled spaces. */
export const foldedName = (name: string): string =>
  foldedLower(name).replace(/[.’']/gu, '').replace(/\s+/gu, ' ').trim();

export const countriesOf = (parties: readonly Party[]): string[] => [
  ...new Set(
    parties.flatMap(({ country, countries }) => [...(countries ?? []), ...(country ? [country] : [])]),
  ),
];
