/** What the report says a place lies in: `Gori, Georgia`, `Kano in northern Nigeria`, `the Nigerian town of X`. */
import type { Candidate, PlaceTables } from './candidate.js';
import type { Container } from './resolve.js';
import { isPossessive, lowerAt, type Scan } from './scan.js';

export function containerOf(
  scan: Scan,
  tables: PlaceTables,
  candidate: Candidate,
  found: readonly Candidate[],
): Container | undefined {
  return behind(scan, candidate, found) ?? ahead(scan, tables, candidate);
}

/** The next name, after a comma or `in`. */
function behind(scan: Scan, candidate: Candidate, found: readonly Candidate[]): Container | undefined {
  const link = lowerAt(scan, candidate.to);
  if (link !== ',' && link !== 'in') return undefined;
  const outer = startingAt(found, candidate.to + 1);
  if (outer === undefined || outer.blocked) return undefined;
  const [country, second] = outer.states;
  const region = outer.entries.find((entry) => entry.kind === 'region');
  if (region?.state !== undefined && (country === undefined || link === ',')) {
    const american = candidate.entries.some((entry) => entry.state === region.state);
    if (american) return { country: 'USA', state: region.state };
  }
  if (country !== undefined) return second === undefined ? { country } : undefined;
  return region?.country === undefined ? undefined : { country: region.country };
}

/** `Paris, Texas`; not `Paris, Berlin`, and not `Japan, Russia`. */
export function isNamedWithin(scan: Scan, candidate: Candidate, found: readonly Candidate[]): boolean {
  if (lowerAt(scan, candidate.to) !== ',') return false;
  const inside = behind(scan, candidate, found);
  if (inside === undefined) return false;
  return candidate.entries.some(
    ({ kind, country, state }) =>
      kind === 'city' && country === inside.country && (inside.state === undefined || inside.state === state),
  );
}

/** Candidates stand by their first word: a binary search. */
function startingAt(found: readonly Candidate[], at: number): Candidate | undefined {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const candidate = found[low];
  return candidate?.from === at ? candidate : undefined;
}

const REACH = 5;

/** A demonym or the name of a state with `'s`, at most five words before, with no comma or verb between. */
function ahead(scan: Scan, { states }: PlaceTables, candidate: Candidate): Container | undefined {
  const sentence = scan.doc.sentences[scan.tokens[candidate.from]?.sentence ?? 0];
  if (sentence === undefined) return undefined;
  const first = Math.max(sentence.from, candidate.from - REACH);
  for (let at = candidate.from - 1; at >= first; at--) {
    const upos = scan.tokens[at]?.upos;
    if (upos === 'VERB' || (upos === 'PUNCT' && lowerAt(scan, at) !== ',')) return undefined;
    const demonym = states.demonyms.longestAt(scan.plain, at, candidate.from);
    if (demonym !== undefined) return only(demonym.value);
    const state = states.names.longestAt(scan.plain, at, candidate.from);
    if (state !== undefined && isPossessive(scan, state.to)) return only(state.value);
  }
  return undefined;
}

const only = ([country, second]: readonly string[]): Container | undefined =>
  country === undefined || second !== undefined ? undefined : { country };
