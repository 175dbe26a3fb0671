/** The gazetteer: what each name can stand for. */
import { readFileSync } from 'node:fs';
import { packageFile } from '../package-root.js';
import { folded } from './fold.js';
import { PhraseTable } from './phrases.js';
import type { Place } from './place.js';
import type { CountryCode, States } from './states.js';

/** One thing that a name can stand for. */
export interface Entry {
  readonly kind: Place['kind'];
  readonly country?: CountryCode;
  /** Part of the USA, `TX`: for `Paris, Texas`. */
  readonly state?: string;
  readonly geonames?: number;
  readonly lat?: number;
  readonly lon?: number;
  /** People; 0 where unknown. */
  readonly population: number;
  readonly capital: boolean;
}

export type Gazetteer = PhraseTable<readonly Entry[]>;

/** Rows of a file of data/place, without its comments. */
export function* rowsOf(file: string): Generator<string[]> {
  const text = readFileSync(packageFile('data', 'place', file), 'utf8');
  for (const line of text.split('\n')) if (line !== '' && !line.startsWith('#')) yield line.split('\t');
}

/** @throws Error naming file and entry where a row names a country or town that isn't there. */
export function loadGazetteer(states: States): Gazetteer {
  const table: PhraseTable<Entry[]> = new PhraseTable();
  const add = (name: string, entry: Entry): void => {
    const key = folded(name);
    const before = table.get(key);
    if (before === undefined) table.set(key, [entry]);
    else if (!before.includes(entry)) before.push(entry);
  };
  addTowns(add, states);
  addRegions(add, states);
  addFeatures(add, states);
  return table;
}

type Add = (name: string, entry: Entry) => void;

function addTowns(add: Add, states: States): void {
  const byId = new Map<string, Entry>();
  for (const [name = '', id = '', country = '', state = '', lat, lon, population, seat] of rowsOf(
    'towns.tsv',
  )) {
    const entry: Entry = {
      kind: 'city',
      country: checked(states, country, `towns.tsv: ${name}`),
      ...(state !== '' && { state }),
      geonames: Number(id),
      lat: Number(lat),
      lon: Number(lon),
      population: Number(population),
      capital: seat === 'C',
    };
    byId.set(id, entry);
    add(name, entry);
    if (name.startsWith('Saint ')) {
      add(name.replace('Saint ', 'St. '), entry);
      add(name.replace('Saint ', 'St '), entry);
    }
  }
  for (const [name = '', id = ''] of rowsOf('aliases.tsv')) {
    const entry = byId.get(id);
    if (entry === undefined) throw new Error(`data/place/aliases.tsv: ${name}: towns.tsv has no ${id}.`);
    add(name, entry);
  }
}

function addRegions(add: Add, states: States): void {
  for (const [name = '', iso = '', country = '', id = ''] of rowsOf('regions.tsv')) {
    add(name, {
      kind: 'region',
      country: checked(states, country, `regions.tsv: ${name}`),
      ...(country === 'USA' && { state: iso.slice(3) }),
      ...(id !== '' && { geonames: Number(id) }),
      population: 0,
      capital: false,
    });
  }
}

function addFeatures(add: Add, states: States): void {
  for (const [name = '', kind = '', country = ''] of rowsOf('features.tsv')) {
    add(name, {
      kind: featureKind(kind, name),
      ...(country !== '' && { country: checked(states, country, `features.tsv: ${name}`) }),
      population: 0,
      capital: false,
    });
  }
}

function featureKind(kind: string, name: string): Place['kind'] {
  if (kind === 'region' || kind === 'physical' || kind === 'facility' || kind === 'city') return kind;
  throw new Error(`data/place/features.tsv: ${name}: '${kind}' is no kind of place.`);
}

function checked(states: States, code: string, where: string): CountryCode {
  if (states.codes.has(code)) return code;
  throw new Error(`data/place/${where}: the code '${code}' is not in ISO 3166.`);
}
