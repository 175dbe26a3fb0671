/** What the report says a place lies in: `Gori, Georgia`, `Kano in northern Nigeria`, `the Nigerian town of X`. */
import type { Entry } from './gazetteer.js';
import type { Mention, PlaceTables } from './mention.js';
import { distanceKm } from './near.js';
import type { Container } from './resolve.js';
import { isPossessive, lowerAt, type Scan } from './scan.js';

export function containerOf(
  scan: Scan,
  tables: PlaceTables,
  mention: Mention,
  { before, next }: Neighbours,
): Container | undefined {
  return (
    behind(scan, tables, mention, next) ??
    ahead(scan, tables, mention) ??
    suburb(scan, tables, mention, before)
  );
}

/** The mentions before and behind it in the text. */
export interface Neighbours {
  readonly before: Mention | undefined;
  readonly next: Mention | undefined;
}

/** `the Buffalo suburb of Amherst`, `Cairo's suburb of X`: it lies where the town lies. */
function suburb(
  scan: Scan,
  tables: PlaceTables,
  mention: Mention,
  before: Mention | undefined,
): Container | undefined {
  if (before === undefined || before.sentence !== mention.sentence || mention.from > before.to + REACH)
    return undefined;
  if (lowerAt(scan, mention.from - 1) !== 'of' || mention.from < before.to + 2) return undefined;
  for (let at = before.to; at < mention.from; at++) if (!isDescribing(scan, tables, at)) return undefined;
  return around(mention, before);
}

/** The largest of what a name around it may be that has one of its own entries inside; for a name that no table has, the largest. */
function around(mention: Mention, outer: Mention): Container | undefined {
  const within = [...outer.entries]
    .sort((a, b) => b.population - a.population)
    .find((entry) => mention.entries.length === 0 || mention.entries.some((each) => liesWithin(each, entry)));
  return within?.country === undefined ? undefined : { country: within.country, within };
}

const LINKS: ReadonlySet<string> = new Set([',', 'in', '(', 'of']);

/** The next name, after a comma, a parenthesis or `in`; at most a direction or an article stands between. */
function behind(
  scan: Scan,
  { rules }: PlaceTables,
  mention: Mention,
  outer: Mention | undefined,
): Container | undefined {
  if (outer === undefined || outer.sentence !== mention.sentence || outer.from > mention.to + MOST_BETWEEN)
    return undefined;
  // `the Mitte district of Berlin`
  const noun = isDivision(rules, lowerAt(scan, mention.to)) && lowerAt(scan, mention.to + 1) === 'of';
  if (noun) return outer.from === mention.to + 2 ? around(mention, outer) : undefined;
  const link = lowerAt(scan, mention.to);
  if (!LINKS.has(link)) return undefined;
  for (let at = mention.to + 1; at < outer.from; at++)
    if (!['ADJ', 'DET', 'NOUN', 'ADP'].includes(scan.tokens[at]?.upos ?? '') || lowerAt(scan, at) === 'from')
      return undefined;
  const divisions = outer.entries.filter((entry) => isAround(entry));
  const inside = divisions.filter((division) => mention.entries.some((entry) => liesWithin(entry, division)));
  const [country, second] = outer.states;
  const [division] = inside;
  if (division?.country !== undefined && (country === undefined || link !== 'in'))
    return { country: division.country, within: division };
  if (country !== undefined) return second === undefined && link !== 'of' ? { country } : undefined;
  const regions = divisions.filter(({ kind }) => kind === 'region' || link !== ',');
  const countries = new Set(regions.map((entry) => entry.country));
  const [only] = countries;
  // What the gazetteer doesn't have lies where the region behind it lies.
  return mention.entries.length === 0 && countries.size === 1 && only !== undefined
    ? { country: only }
    : undefined;
}

const MOST_BETWEEN = 4;

const isDivision = (rules: PlaceTables['rules'], word: string): boolean =>
  rules.seat.has(word) || rules.of.has(word);

/** A region, or a town around a quarter. */
const isAround = ({ kind, population }: Entry): boolean =>
  kind === 'region' || (kind === 'city' && population > 50_000);

/** Quarters and villages are said to lie in a town or county that is so near. */
const NEAR_TOWN_KM = 60;
const NEAR_REGION_KM = 120;

/** By division where both have one, else by distance. */
export function liesWithin(entry: Entry, around: Entry): boolean {
  if (entry === around || entry.country !== around.country) return false;
  if (around.kind === 'region' && around.division !== undefined && entry.division !== undefined)
    return entry.division === around.division;
  if (around.kind === 'city' && entry.kind !== 'city') return false;
  if (around.kind === 'city' && entry.population > around.population) return false;
  const far = distanceKm(entry, around);
  return far !== undefined && far <= (around.kind === 'city' ? NEAR_TOWN_KM : NEAR_REGION_KM);
}

/** `Paris, Texas`; not `Paris, Berlin`, and not `Japan, Russia`. */
export function isNamedWithin(scan: Scan, tables: PlaceTables, mention: Mention, next: Mention): boolean {
  const link = lowerAt(scan, mention.to);
  if (next.from !== mention.to + 1 || (link !== ',' && link !== '(')) return false;
  const inside = behind(scan, tables, mention, next);
  if (inside === undefined) return false;
  return mention.entries.some(
    (entry) =>
      (entry.kind === 'city' || entry.second) &&
      entry.country === inside.country &&
      (inside.within === undefined || liesWithin(entry, inside.within)),
  );
}

const REACH = 5;

/** A demonym or the name of a state with `'s` in the same phrase: `the Nigerian town of X`, `Mali's northern X`. */
function ahead(scan: Scan, tables: PlaceTables, { from, sentence }: Mention): Container | undefined {
  const { states } = tables;
  const first = Math.max(sentence.from, from - REACH);
  for (let at = from - 1; at >= first; at--) {
    const demonym = states.demonyms.longestAt(scan.plain, at, from);
    if (demonym !== undefined) return only(demonym.value);
    const state = states.names.longestAt(scan.plain, at, from);
    if (state !== undefined && isPossessive(scan, state.to)) return only(state.value);
    if (!isDescribing(scan, tables, at)) return undefined;
  }
  return undefined;
}

/** Between the demonym and the name only what says which kind of place it is. */
function isDescribing(scan: Scan, { rules }: PlaceTables, at: number): boolean {
  const word = lowerAt(scan, at);
  if (word === 'of' || word === ',' || word === 'the' || isPossessive(scan, at)) return true;
  const { upos } = scan.tokens[at] ?? {};
  if (upos === 'NOUN')
    return rules.of.has(word) || rules.seat.has(word) || rules.after.has(word) || rules.direction.has(word);
  return upos === 'ADJ' || upos === 'NUM';
}

const only = ([country, second]: readonly string[]): Container | undefined =>
  country === undefined || second !== undefined ? undefined : { country };
