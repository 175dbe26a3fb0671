/** The gazetteer: what each name can stand for. */
import { dataText } from '../data-file.js';
import { folded } from './fold.js';
import type { Found, Words } from './phrases.js';
import type { Place } from './place.js';
import { SortedFile } from './sorted-file.js';
import type { CountryCode, States } from './states.js';

/** One thing that a name can stand for. */
export interface Entry {
  readonly kind: Place['kind'];
  readonly country?: CountryCode;
  /** First-order division, by its GeoNames code: `TX` of the USA, for `Paris, Texas`. */
  readonly division?: string;
  readonly geonames?: number;
  readonly lat?: number;
  readonly lon?: number;
  /** People; 0 where unknown. */
  readonly population: number;
  readonly capital: boolean;
  /** A seat of a first-order division. */
  readonly seat: boolean;
  /** A part of a town: a quarter. */
  readonly quarter: boolean;
  /** A division of the second order, as a county. */
  readonly second: boolean;
}

/** What is listed by hand is known to news: it comes before smaller towns of its name, and weighs as much as such a town. */
const LARGE = 100_000;
/** Longer names are no names. It bounds the work at each word. */
const MAX_WORDS = 8;
const MAX_LENGTH = 60;

export class Gazetteer {
  readonly #towns = new SortedFile('towns.tsv');
  readonly #regions = new SortedFile('regions.tsv');
  readonly #spellings = new SortedFile('spellings.tsv');
  /** What people add by hand: features, other names and abbreviations. By name in small letters. */
  readonly #features = new Map<string, NamedEntry[]>();
  readonly #aliases = new Map<string, Alias[]>();
  readonly #abbreviations = new Map<string, Alias>();
  /** Beginnings, of whole words, of the names in the two maps. */
  readonly #beginnings = new Set<string>();
  readonly #found = new Map<string, Looked>();

  constructor(states: States) {
    for (const [name = '', kind = '', country = '', id = '', lat = '', lon = ''] of rowsOf('features.tsv')) {
      const entry: Entry = {
        ...NOTHING,
        kind: featureKind(kind, name),
        ...(kind === 'city' && { population: LARGE }),
        ...(country !== '' && { country: checked(states, country, `features.tsv: ${name}`) }),
        ...(id !== '' && { geonames: Number(id) }),
        ...(lat !== '' && { lat: Number(lat), lon: Number(lon) }),
      };
      this.#put(this.#features, name, { name, entry });
    }
    for (const [name = '', id = '', main = ''] of rowsOf('aliases.tsv'))
      this.#put(this.#aliases, name, { name, id: Number(id), main: main.toLowerCase() });
    for (const [short = '', main = '', id = ''] of rowsOf('abbreviations.tsv'))
      this.#abbreviations.set(short, { name: short, id: Number(id), main: main.toLowerCase() });
  }

  #put<V>(table: Map<string, V[]>, name: string, value: V): void {
    const key = name.toLowerCase();
    const before = table.get(key);
    if (before === undefined) table.set(key, [value]);
    else before.push(value);
    for (let at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1))
      this.#beginnings.add(key.slice(0, at));
  }

  /** What a name, written like this, can stand for. */
  get(name: string): readonly Entry[] {
    return this.#look(name.toLowerCase())
      .named.filter((each) => sameCase(name, each.name))
      .map(({ entry }) => entry);
  }

  /** A division by a short form that only follows a town: `Calif.`, `TX`. */
  abbreviated(short: string): readonly Entry[] {
    const alias = this.#abbreviations.get(short);
    return alias === undefined ? [] : this.#byId(alias);
  }

  /** The longest name that begins at word `at` and ends before word `end`. */
  longestAt({ text, tokens }: Words, at: number, end: number): Found<readonly Entry[]> | undefined {
    const start = tokens[at]?.start ?? 0;
    let found: Found<readonly Entry[]> | undefined;
    for (let last = at; last < Math.min(end, at + MAX_WORDS); last++) {
      const stop = tokens[last]?.end ?? 0;
      if (stop - start > MAX_LENGTH) break;
      const name = text.slice(start, stop).replaceAll(/\s+/g, ' ');
      const { named, longer } = this.#look(name.toLowerCase());
      const entries = named.filter((each) => sameCase(name, each.name)).map(({ entry }) => entry);
      if (entries.length > 0) found = { value: entries, from: at, to: last + 1 };
      if (!longer) break;
    }
    return found;
  }

  #look(key: string): Looked {
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const towns = this.#towns.find(key);
    const regions = this.#regions.find(key);
    const spellings = this.#spellings.find(key);
    const features = this.#features.get(key) ?? [];
    const named: NamedEntry[] =
      features.length === 0
        ? [...towns.lines.map(townOf), ...regions.lines.map(regionOf)]
        : [...features, ...towns.lines.map(townOf).filter(({ entry }) => entry.population >= LARGE)];
    const others: Alias[] = [...(this.#aliases.get(key) ?? []), ...spellings.lines.map(aliasOf)];
    for (const alias of others) {
      if (named.some(({ entry }) => entry.geonames === alias.id)) continue;
      for (const entry of this.#byId(alias)) named.push({ name: alias.name, entry });
    }
    if (key.startsWith('st. ') || key.startsWith('st '))
      for (const { name, entry } of this.#look(key.replace(/^st\.? /, 'saint ')).named)
        if (!named.some((other) => other.entry.geonames === entry.geonames))
          named.push({ name: name.replace('Saint', key.startsWith('st.') ? 'St.' : 'St'), entry });
    const longer = towns.longer || regions.longer || spellings.longer || this.#beginnings.has(key);
    const looked = { named, longer: longer || key === 'st.' || key === 'st' };
    if (this.#found.size > MAX_KEPT) this.#found.clear();
    this.#found.set(key, looked);
    return looked;
  }

  #byId({ main, id }: Alias): readonly Entry[] {
    const towns = this.#towns.find(main).lines.map(townOf);
    const regions = this.#regions.find(main).lines.map(regionOf);
    return [...towns, ...regions].map(({ entry }) => entry).filter(({ geonames }) => geonames === id);
  }

  /** Rows of aliases.tsv and abbreviations.tsv that stand for nothing: for the tests. */
  orphans(): readonly string[] {
    const all = [...[...this.#aliases.values()].flat(), ...this.#abbreviations.values()];
    return all.filter((alias) => this.#byId(alias).length === 0).map(({ name }) => name);
  }
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

interface Alias {
  readonly name: string;
  readonly id: number;
  /** The name in towns.tsv or regions.tsv, in small letters. */
  readonly main: string;
}

interface Looked {
  readonly named: readonly NamedEntry[];
  /** Longer names begin with it. */
  readonly longer: boolean;
}

/** So many names that were looked up are remembered: reports name the same places over and over. */
const MAX_KEPT = 20_000;

const NOTHING = { population: 0, capital: false, seat: false, quarter: false, second: false } as const;

/**
 * Capitals as the name has them, all capitals (`BEIRUT`), or words behind the first that begin otherwise
 * (`Rio De Janeiro`, `Kuril islands`). Short names in capitals are abbreviations.
 */
function sameCase(text: string, name: string): boolean {
  if (text === name) return true;
  if (text.length < 4 || text.length !== name.length) return text === name;
  if (text === text.toUpperCase()) return true;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === name[at]) continue;
    const opens = at > 0 && (text[at - 1] === ' ' || text[at - 1] === '-');
    if (!opens) return false;
  }
  return true;
}

function townOf(line: string): NamedEntry {
  const [name = '', id, country = '', division = '', lat, lon, population, seat] = line.split('\t');
  const entry: Entry = {
    kind: 'city',
    country,
    ...(division !== '' && { division }),
    geonames: Number(id),
    lat: Number(lat),
    lon: Number(lon),
    population: Number(population),
    capital: seat === 'C',
    seat: seat === 'C' || seat === 'A',
    quarter: seat === 'X',
    second: false,
  };
  return { name, entry };
}

function regionOf(line: string): NamedEntry {
  const [name = '', id = '', country = '', division = '', lat = '', lon = '', thousands = '0'] =
    line.split('\t');
  const entry: Entry = {
    ...NOTHING,
    population: Number(thousands) * 1000,
    kind: 'region',
    country,
    ...(division !== '' && { division }),
    ...(id !== '' && { geonames: Number(id) }),
    ...(lat !== '' && { lat: Number(lat), lon: Number(lon) }),
    second: division === '',
  };
  return { name, entry };
}

function aliasOf(line: string): Alias {
  const [name = '', id = '', main = ''] = line.split('\t');
  return { name, id: Number(id), main: main.toLowerCase() };
}

/** Rows of a small file of data/places, without its comments. */
const rowsOf = (file: string): string[][] =>
  folded(dataText('places', file))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

function featureKind(kind: string, name: string): Place['kind'] {
  if (kind === 'region' || kind === 'physical' || kind === 'facility' || kind === 'city') return kind;
  throw new Error(`data/places/features.tsv: ${name}: '${kind}' is no kind of place.`);
}

function checked(states: States, code: string, where: string): CountryCode {
  if (states.codes.has(code)) return code;
  throw new Error(`data/places/${where}: the code '${code}' is not in ISO 3166.`);
}
