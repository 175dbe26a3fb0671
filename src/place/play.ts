/** Countries and divisions in play: those that the report names. They settle shared names. */
import type { Entry } from './gazetteer.js';
import type { Mention, PlaceTables } from './mention.js';
import { isCapital, type Scan } from './scan.js';
import type { CountryCode } from './states.js';

/** How often each is named. Names shared by two states count for neither. */
export interface InPlay {
  readonly countries: ReadonlyMap<CountryCode, number>;
  /** First-order divisions, `USA TX`. */
  readonly divisions: ReadonlyMap<string, number>;
}

export const divisionKey = ({ country, division }: Entry): string => `${country} ${division}`;

/** A town so large, of a name that no other so large has, puts its country in play. */
const LARGE = 500_000;

export function countriesInPlay(scan: Scan, { states }: PlaceTables, found: readonly Mention[]): InPlay {
  const countries = new Map<string, number>();
  const divisions = new Map<string, number>();
  const count = (table: Map<string, number>, key: string | undefined) => {
    if (key !== undefined) table.set(key, (table.get(key) ?? 0) + 1);
  };
  for (const { from, to } of scan.doc.sentences) {
    for (let at = from; at < to; at++) {
      if (!isCapital(scan, at)) continue;
      const adjective =
        states.demonyms.longestAt(scan.plain, at, to) ?? states.people.longestAt(scan.plain, at, to);
      const [code, second] = adjective?.value ?? [];
      if (second === undefined && states.names.longestAt(scan.plain, at, to) === undefined)
        count(countries, code);
    }
  }
  for (const { states: codes, entries } of found) {
    const [code, second] = codes;
    // `Georgia` names a state and a part of the USA: the name alone puts neither in play.
    const elsewhere = entries.some((entry) => isFirst(entry) && entry.country !== code);
    if (code !== undefined && second === undefined && !elsewhere) count(countries, code);
    const known = code === undefined ? (largeTown(entries) ?? largeRegion(entries)) : undefined;
    if (known !== undefined) count(countries, known.country);
  }
  for (const { states: codes, entries } of found) {
    if (codes.length > 0) continue;
    const town = largeTown(entries);
    if (town !== undefined) count(divisions, divisionKey(town));
    const region = largeRegion(entries);
    if (region !== undefined && town === undefined) count(divisions, divisionKey(region));
  }
  return { countries, divisions };
}

const isFirst = ({ kind, second, division }: Entry): boolean =>
  kind === 'region' && !second && division !== undefined;

const isLarge = ({ population, capital }: Entry): boolean => population >= LARGE || capital;

/** A division with so many times the people of what else bears the name. */
const CLEAR = 10;

function largeRegion(entries: readonly Entry[]): Entry | undefined {
  const [region, ...rest] = [...entries].sort((a, b) => b.population - a.population);
  if (region === undefined || !isFirst(region)) return undefined;
  return rest.every(({ population, capital }) => !capital && population * CLEAR <= region.population)
    ? region
    : undefined;
}

/** The only large town of the name. */
function largeTown(entries: readonly Entry[]): Entry | undefined {
  const [town, namesake] = entries.filter(isLarge);
  return namesake === undefined ? town : undefined;
}
