/** A filter with its names looked up: what queries are made from. */
import { dataText } from '../../data-file.js';
import type { DossierFile } from '../dossier/file.js';
import type { Db } from '../store/database.js';
import { findActors, type NamedActors } from './actor-name.js';
import { countryCode, findCountry } from './country.js';
import { AskError } from './error.js';
import type { Filter, Sort } from './filter.js';
import { findPlace, type NamedPlace } from './place-name.js';

/** A side of a dossier: a country, or an actor by all forms of the name. */
export type Side = { readonly country: string } | { readonly who: readonly string[] };

export interface WantedDossier {
  readonly sides: readonly Side[];
  /** Names and words, each a phrase. */
  readonly phrases: readonly string[];
  readonly places: readonly NamedPlace[];
}

export interface Wanted {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly actors?: NamedActors;
  readonly countries: readonly string[];
  /** Any of them. */
  readonly dyads: readonly string[];
  readonly labels: readonly string[];
  readonly cameo: readonly string[];
  readonly place?: NamedPlace;
  readonly dossier?: WantedDossier;
  readonly since?: string;
}

/** @throws AskError where a name is not known or may be several. */
export async function wantedOf(db: Db, filter: Filter): Promise<Wanted> {
  const { actor, country = [], dyad, code = [], place, within, dossier, sort = 'newest' } = filter;
  const since = [filter.since, dossier?.since]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return {
    filter,
    sort,
    countries: await inField('country', () => country.map(countryCode)),
    dyads: dyad === undefined ? [] : await inField('dyad', () => dyadsOf(dyad)),
    labels: code.filter((each) => !isCameo(each)).map(labelOf),
    cameo: code.filter(isCameo).flatMap(cameoFrom),
    ...(actor === undefined ? {} : { actors: await inField('actor', () => findActors(db, actor)) }),
    ...(place === undefined ? {} : { place: await inField('place', () => findPlace(db, place, within)) }),
    ...(dossier === undefined ? {} : { dossier: await inField('dossier', () => dossierWanted(db, dossier)) }),
    ...(since === undefined ? {} : { since }),
  };
}

/** What is wrong with a name is told with the field it was given in. */
async function inField<Value>(field: keyof Filter, find: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof AskError) throw new AskError(error.code, error.message, field);
    throw error;
  }
}

function dyadsOf(dyad: string): string[] {
  const [first = '', second = ''] = dyad.split(/[>,]/u).map((name) => countryCode(name));
  return dyad.includes('>') ? [`${first}>${second}`] : [`${first}>${second}`, `${second}>${first}`];
}

const isCameo = (code: string): boolean => /^\d/u.test(code);

/** `consult-Visit` as `CONSULT-visit`. */
function labelOf(label: string): string {
  const [type = '', ...mode] = label.split('-');
  return [type.toUpperCase(), ...mode.map((part) => part.toLowerCase())].join('-');
}

/** Every code of the table that begins so; the code itself where none does. */
function cameoFrom(beginning: string): string[] {
  const codes = dataText('events', 'cameo.tsv')
    .split('\n')
    .flatMap((line) => /^\d+/u.exec(line)?.[0] ?? [])
    .filter((code) => code.startsWith(beginning));
  return codes.length === 0 ? [beginning] : codes;
}

async function dossierWanted(db: Db, { parties, object, words }: DossierFile): Promise<WantedDossier> {
  const sides: Side[] = [];
  for (const party of parties) sides.push(await sideOf(db, party));
  const places: NamedPlace[] = [];
  for (const place of object.places) places.push(await findPlace(db, String(place)));
  return { sides, phrases: [...new Set([...object.names, ...words])], places };
}

/** A dossier may name actors of whom no report has told yet: they are found when one does. */
async function sideOf(db: Db, party: string): Promise<Side> {
  const country = findCountry(party);
  if (country !== undefined) return { country };
  try {
    return { who: (await findActors(db, party)).who };
  } catch (error) {
    if (error instanceof AskError && error.code === 'ask/unknown-name') return { who: [] };
    throw error;
  }
}
