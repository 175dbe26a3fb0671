/** Which of its namesakes a name stands for. */
import { liesWithin } from './container.js';
import type { Entry } from './gazetteer.js';
import type { Mention } from './mention.js';
import { distanceKm } from './near.js';
import { divisionKey, type InPlay } from './play.js';
import type { CountryCode, States } from './states.js';

/** What the words around say about where it lies: `Gori, Georgia`, `the Nigerian town of X`. */
export interface Container {
  readonly country: CountryCode;
  /** The division or town around it. */
  readonly within?: Entry;
}

export type Resolved =
  | { readonly as: 'state'; readonly country: CountryCode }
  | { readonly as: 'entry'; readonly entry: Entry }
  | {
      readonly as: 'ambiguous';
      readonly kind: Entry['kind'] | undefined;
      readonly country?: CountryCode;
      /** What it may be. */
      readonly among: readonly Entry[];
    }
  | { readonly as: 'unknown' };

/** What has no people in the gazetteer: seas, ranges, what is listed by hand. */
const FEATURE_WEIGHT = 1_000_000;
/** A region is named less often than a town of so many people. */
const REGION_SHARE = 0.5;
/** News names a country's capital so many times as often as another town of that size. */
const CAPITAL = 20;
/** A town so many times larger than its namesake is meant even where only the other's country is in play. */
const FAMOUS = 20;
/** Of two in the same standing, one must be so many times larger. */
const CLEAR = 3;

export function resolve(
  mention: Mention,
  container: Container | undefined,
  play: InPlay,
  states: States,
): Resolved {
  const entries = ofKind(mention);
  if (mention.states.length > 0) return resolveState(mention, entries, container, play, states);
  if (entries.length === 0) return { as: 'unknown' };
  if (container !== undefined) {
    const inside = entries.filter((entry) => isInside(entry, container));
    const entry = heaviest(inside);
    if (entry !== undefined) return { as: 'entry', entry };
  }
  return byWeight(entries, play);
}

/** `Idlib province` is the region, `Idlib` the town. */
function ofKind({ entries, kind }: Mention): readonly Entry[] {
  const told = kind === 'region' || kind === 'city' ? entries.filter((entry) => entry.kind === kind) : [];
  return told.length > 0 ? told : entries;
}

const isInside = (entry: Entry, { country, within }: Container): boolean =>
  entry.country === country && (within === undefined || liesWithin(entry, within));

function resolveState(
  { states: codes }: Mention,
  entries: readonly Entry[],
  container: Container | undefined,
  { countries }: InPlay,
  { borders }: States,
): Resolved {
  const inPlay = codes.filter((code) => countries.has(code));
  const code = codes.length === 1 ? codes[0] : inPlay.length === 1 ? inPlay[0] : undefined;
  if (code === undefined) return { as: 'ambiguous', kind: 'country', among: [] };
  const rivals = entries.filter(
    (entry) => entry.kind === 'region' && !entry.second && entry.country !== code,
  );
  const [rival] = rivals;
  if (rival?.country === undefined) return { as: 'state', country: code };
  if (container?.country === rival.country) return { as: 'entry', entry: rival };
  if (countries.has(code)) return { as: 'state', country: code };
  if (!countries.has(rival.country)) return { as: 'state', country: code };
  const neighbour = (borders.get(code) ?? []).some((other) => countries.has(other));
  return neighbour ? { as: 'state', country: code } : { as: 'ambiguous', kind: undefined, among: [] };
}

function byWeight(entries: readonly Entry[], { countries, divisions }: InPlay): Resolved {
  const top = heaviest(entries);
  if (top === undefined) return { as: 'unknown' };
  if (entries.every((entry) => sameSpot(entry, top)) && !isStray(top, countries))
    return { as: 'entry', entry: top };
  const home = entries.filter((entry) => entry.division !== undefined && divisions.has(divisionKey(entry)));
  const land = entries.filter((entry) => entry.country !== undefined && countries.has(entry.country));
  for (const near of [home, land]) {
    const nearest = heaviest(near);
    if (nearest === undefined) continue;
    if (nearest !== top && weight(top) >= weight(nearest) * FAMOUS) return { as: 'entry', entry: top };
    if (isClear(nearest, near)) return { as: 'entry', entry: nearest };
  }
  if (land.length === 0 && !isStray(top, countries) && isClear(top, entries))
    return { as: 'entry', entry: top };
  if (land.length === 0 && isStray(top, countries)) return { as: 'unknown' };
  const [country, other] = new Set(entries.map((entry) => entry.country));
  return {
    as: 'ambiguous',
    kind: top.kind,
    among: entries,
    ...(other === undefined && country && { country }),
  };
}

/** So near to a place that is certain, one of several namesakes is meant. */
const NEIGHBOUR_KM = 120;

/** Of namesakes that nothing else tells apart, the one in the neighbourhood of what the report names for certain. */
export function byNeighbours(among: readonly Entry[], certain: readonly Entry[]): Entry | undefined {
  const near = among.filter((entry) =>
    certain.some((other) => (distanceKm(entry, other) ?? NEIGHBOUR_KM) < NEIGHBOUR_KM),
  );
  const top = heaviest(near);
  return top !== undefined && isClear(top, near) ? top : undefined;
}

/** A small place abroad is named with its country: alone, the name is that of some other place that no table has. */
const SMALL = 50_000;

const isStray = ({ kind, country, population }: Entry, countries: InPlay['countries']): boolean =>
  countries.size > 0 &&
  country !== undefined &&
  !countries.has(country) &&
  (kind === 'city' || kind === 'region') &&
  population < SMALL;

function isClear(top: Entry, entries: readonly Entry[]): boolean {
  const second = heaviest(entries.filter((entry) => !sameSpot(entry, top)));
  return second === undefined || weight(top) >= weight(second) * CLEAR;
}

/** A town and the division around it that bears its name. */
function sameSpot(a: Entry, b: Entry): boolean {
  if (a === b || (a.geonames !== undefined && a.geonames === b.geonames)) return true;
  if (a.country !== b.country || a.kind === b.kind) return false;
  return a.division === b.division || ((a.second || b.second) && (distanceKm(a, b) ?? 0) < NEIGHBOUR_KM);
}

function weight({ kind, population, capital, quarter }: Entry): number {
  if (kind === 'region' && population > 0) return population * REGION_SHARE;
  if (kind !== 'city') return FEATURE_WEIGHT;
  return Math.max(population, 500) * (capital ? CAPITAL : 1) * (quarter ? 0.2 : 1);
}

/** The one with the most people. Of a town and the region around it that bears its name, the town. */
function heaviest(entries: readonly Entry[]): Entry | undefined {
  let best: Entry | undefined;
  for (const entry of entries) if (best === undefined || rank(entry, best) > 0) best = entry;
  return best;
}

function rank(a: Entry, b: Entry): number {
  if (sameSpot(a, b) && a.kind !== b.kind) return a.kind === 'city' ? 1 : -1;
  return weight(a) - weight(b);
}
