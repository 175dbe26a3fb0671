/** The gazetteer: what each name can stand for. */
import { dataText } from '../data-file.js';
import { folded } from './fold.js';
import { type Found, PhraseTable, type Words } from './phrases.js';
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

/** A town as its line in towns.tsv: most are never asked for, so a line is read when it is. */
type Row = string | Entry;

export class Gazetteer {
  readonly #table = new PhraseTable<Row[]>();
  readonly #read = new Map<string, Entry>();

  add(name: string, row: Row): void {
    const before = this.#table.get(name);
    if (before === undefined) this.#table.set(name, [row]);
    else before.push(row);
  }

  get(name: string): readonly Entry[] {
    return this.#entries(this.#table.get(name) ?? []);
  }

  longestAt(words: Words, at: number, end: number): Found<readonly Entry[]> | undefined {
    const found = this.#table.longestAt(words, at, end);
    return found && { ...found, value: this.#entries(found.value) };
  }

  #entries(rows: readonly Row[]): Entry[] {
    return rows.map((row) => (typeof row === 'string' ? this.#town(row) : row));
  }

  #town(line: string): Entry {
    const known = this.#read.get(line);
    if (known !== undefined) return known;
    const town = townOf(line);
    this.#read.set(line, town);
    return town;
  }
}

const textOf = (file: string): string => dataText('places', file);

/** Lines of a file of data/places, without its comments. */
function* linesOf(file: string): Generator<string> {
  for (const line of folded(textOf(file)).split('\n')) if (line !== '' && !line.startsWith('#')) yield line;
}

/** @throws Error naming file and entry where a row names a country or town that isn't there. */
export function loadGazetteer(states: States): Gazetteer {
  const gazetteer = new Gazetteer();
  addTowns(gazetteer);
  addRegions(gazetteer, states);
  addFeatures(gazetteer, states);
  return gazetteer;
}

function addTowns(gazetteer: Gazetteer): void {
  const byId = new Map<string, string>();
  for (const line of linesOf('towns.tsv')) {
    const tab = line.indexOf('\t');
    const name = line.slice(0, tab);
    byId.set(line.slice(tab + 1, line.indexOf('\t', tab + 1)), line);
    gazetteer.add(name, line);
    if (name.startsWith('Saint ')) {
      gazetteer.add(name.replace('Saint ', 'St. '), line);
      gazetteer.add(name.replace('Saint ', 'St '), line);
    }
  }
  for (const line of linesOf('aliases.tsv')) {
    const [name = '', id = ''] = line.split('\t');
    const town = byId.get(id);
    if (town === undefined) throw new Error(`data/places/aliases.tsv: ${name}: towns.tsv has no ${id}.`);
    if (!gazetteer.get(name).some(({ geonames }) => geonames === Number(id))) gazetteer.add(name, town);
  }
}

function townOf(line: string): Entry {
  const [, id = '', country = '', state = '', lat, lon, population, seat] = line.split('\t');
  return {
    kind: 'city',
    country,
    ...(state !== '' && { state }),
    geonames: Number(id),
    lat: Number(lat),
    lon: Number(lon),
    population: Number(population),
    capital: seat === 'C',
  };
}

function addRegions(gazetteer: Gazetteer, states: States): void {
  for (const line of linesOf('regions.tsv')) {
    const [name = '', iso = '', country = '', id = ''] = line.split('\t');
    gazetteer.add(name, {
      kind: 'region',
      country: checked(states, country, `regions.tsv: ${name}`),
      ...(country === 'USA' && { state: iso.slice(3) }),
      ...(id !== '' && { geonames: Number(id) }),
      population: 0,
      capital: false,
    });
  }
}

function addFeatures(gazetteer: Gazetteer, states: States): void {
  for (const line of linesOf('features.tsv')) {
    const [name = '', kind = '', country = ''] = line.split('\t');
    gazetteer.add(name, {
      kind: featureKind(kind, name),
      ...(country !== '' && { country: checked(states, country, `features.tsv: ${name}`) }),
      population: 0,
      capital: false,
    });
  }
}

function featureKind(kind: string, name: string): Place['kind'] {
  if (kind === 'region' || kind === 'physical' || kind === 'facility' || kind === 'city') return kind;
  throw new Error(`data/places/features.tsv: ${name}: '${kind}' is no kind of place.`);
}

function checked(states: States, code: string, where: string): CountryCode {
  if (states.codes.has(code)) return code;
  throw new Error(`data/places/${where}: the code '${code}' is not in ISO 3166.`);
}
