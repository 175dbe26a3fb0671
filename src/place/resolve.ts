/** Which of its namesakes a name stands for. */
import type { Candidate } from './candidate.js';
import type { Entry } from './gazetteer.js';
import type { InPlay } from './play.js';
import type { CountryCode, States } from './states.js';

/** What the words around say about where it lies: `Gori, Georgia`, `the Nigerian town of X`. */
export interface Container {
  readonly country?: CountryCode;
  /** Part of the USA. */
  readonly state?: string;
}

export type Resolved =
  | { readonly as: 'state'; readonly country: CountryCode }
  | { readonly as: 'entry'; readonly entry: Entry }
  | { readonly as: 'ambiguous'; readonly kind: Entry['kind'] | undefined; readonly country?: CountryCode }
  | { readonly as: 'unknown' };

/** A region has no population in the gazetteer; it weighs as much as a large town. */
const REGION_WEIGHT = 1_000_000;
/** A town so many times larger than its namesake is meant even where only the other's country is in play. */
const FAMOUS = 20;
/** Of two in the same standing, one must be so many times larger. */
const CLEAR = 4;

export function resolve(
  candidate: Candidate,
  container: Container | undefined,
  play: InPlay,
  states: States,
): Resolved {
  const entries = ofKind(candidate);
  if (candidate.states.length > 0) return resolveState(candidate, entries, container, play, states);
  if (entries.length === 0) return { as: 'unknown' };
  if (container !== undefined) {
    const inside = entries.filter((entry) => liesIn(entry, container));
    const entry = heaviest(inside);
    if (entry !== undefined) return { as: 'entry', entry };
  }
  return byWeight(entries, play);
}

/** `Idlib province` is the region, `Idlib` the town. */
function ofKind({ entries, kind }: Candidate): readonly Entry[] {
  const told = kind === 'region' || kind === 'city' ? entries.filter((entry) => entry.kind === kind) : [];
  return told.length > 0 ? told : entries;
}

const liesIn = (entry: Entry, { country, state }: Container): boolean =>
  (country === undefined || entry.country === country) && (state === undefined || entry.state === state);

function resolveState(
  { states: codes }: Candidate,
  entries: readonly Entry[],
  container: Container | undefined,
  play: InPlay,
  { borders }: States,
): Resolved {
  const inPlay = codes.filter((code) => play.has(code));
  const code = codes.length === 1 ? codes[0] : inPlay.length === 1 ? inPlay[0] : undefined;
  if (code === undefined) return { as: 'ambiguous', kind: 'country' };
  const rivals = entries.filter((entry) => entry.kind === 'region' && entry.country !== code);
  const [rival] = rivals;
  if (rival?.country === undefined) return { as: 'state', country: code };
  if (container?.country === rival.country) return { as: 'entry', entry: rival };
  if (play.has(code)) return { as: 'state', country: code };
  if (!play.has(rival.country)) return { as: 'state', country: code };
  const neighbour = (borders.get(code) ?? []).some((other) => play.has(other));
  return neighbour ? { as: 'state', country: code } : { as: 'ambiguous', kind: undefined };
}

function byWeight(entries: readonly Entry[], play: InPlay): Resolved {
  const top = heaviest(entries);
  if (top === undefined) return { as: 'unknown' };
  const rivals = entries.filter((entry) => !sameSpot(entry, top));
  if (rivals.length === 0) return { as: 'entry', entry: top };
  const near = entries.filter((entry) => entry.country !== undefined && play.has(entry.country));
  const nearest = heaviest(near);
  if (nearest !== undefined) {
    if (nearest !== top && weight(top) >= weight(nearest) * FAMOUS) return { as: 'entry', entry: top };
    const second = heaviest(near.filter((entry) => !sameSpot(entry, nearest)));
    if (second === undefined || weight(nearest) >= weight(second) * CLEAR) {
      return { as: 'entry', entry: nearest };
    }
  } else {
    const second = heaviest(rivals);
    if (second === undefined || weight(top) >= weight(second) * CLEAR) return { as: 'entry', entry: top };
  }
  const [country, other] = new Set(entries.map((entry) => entry.country));
  return { as: 'ambiguous', kind: top.kind, ...(other === undefined && country && { country }) };
}

/** A town and the province around it that bears its name. */
const sameSpot = (a: Entry, b: Entry): boolean =>
  a === b || (a.country === b.country && a.state === b.state && (a.kind !== 'city' || b.kind !== 'city'));

const weight = (entry: Entry): number =>
  entry.population > 0 ? entry.population * (entry.capital ? 3 : 1) : REGION_WEIGHT;

/** The one with the most people. Of a town and the region around it that bears its name, the town. */
function heaviest(entries: readonly Entry[]): Entry | undefined {
  let best: Entry | undefined;
  for (const entry of entries) {
    if (best === undefined || rank(entry, best) > 0) best = entry;
  }
  return best;
}

function rank(a: Entry, b: Entry): number {
  if (sameSpot(a, b) && a.kind !== b.kind) return a.kind === 'city' ? 1 : -1;
  return weight(a) - weight(b);
}
