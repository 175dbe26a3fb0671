/** Which of the names are used as places. Governments, teams and persons bear the names of places too. */
import type { Candidate } from './candidate.js';

/** A town of so many people is known by its bare name. */
const WELL_KNOWN = 500_000;

/**
 * States and capitals only in a locative use. Other towns, regions and waters also bare, once the report has
 * used the name as a place or when it can hardly mean anything else. `isNamedWithin` tells whether the report
 * says what it lies in: `Paris, Texas`.
 */
export function usedAsPlaces(
  found: readonly Candidate[],
  isNamedWithin: (candidate: Candidate) => boolean,
): Candidate[] {
  const used = new Set<string>();
  const personal = new Set<string>();
  for (const candidate of found) {
    if (candidate.blocked) personal.add(candidate.name);
    else if (isLocative(candidate)) used.add(candidate.name);
  }
  return found.filter((candidate) => {
    if (candidate.blocked) return false;
    if (isLocative(candidate) || isNamedWithin(candidate)) return true;
    if (standsForGovernment(candidate) || candidate.attributive || candidate.articled) return false;
    if (candidate.possessive) return false;
    if (used.has(candidate.name)) return true;
    return !candidate.guarded && !personal.has(candidate.name) && isWellKnown(candidate);
  });
}

/** `in Mali's north` is a place, `in Mali's interest` none. */
const isLocative = (candidate: Candidate): boolean =>
  candidate.evidence !== 'bare' &&
  (!candidate.possessive || !standsForGovernment(candidate) || candidate.part);

const standsForGovernment = ({ states, entries, part }: Candidate): boolean =>
  !part && (states.length > 0 || entries.some((entry) => entry.capital));

const isWellKnown = ({ entries, part }: Candidate): boolean =>
  part || entries.some((entry) => entry.kind !== 'city' || entry.population >= WELL_KNOWN);
