/** Where places of a page disagree on its date beyond precision, zone and formatting. */
import type { Note } from '../../../log.js';
import type { DateCandidate } from '../published/candidate.js';
import { rankDays } from '../published/choose.js';

/** The farthest zones are 12 hours behind and 14 hours ahead of UTC. */
const BEHIND = 12;
const AHEAD = 14;
const HOUR = 3_600_000;

/** Both name one moment or may: the same day, or days that a zone explains. */
export function mayBeSame(a: string, b: string): boolean {
  if (a.slice(0, 10) === b.slice(0, 10)) return true;
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/;
  const [first, second] = [a, b].map((value) => ({
    at: Date.parse(value),
    zoned: value.length > 10 && zoned.test(value),
  }));
  if (!first || !second || Number.isNaN(first.at) || Number.isNaN(second.at)) return false;
  if (first.zoned && second.zoned) return Math.abs(first.at - second.at) < HOUR;
  if (!first.zoned && !second.zoned) return false;
  // One of them states no zone: it may be the other's moment, told in some zone of the world.
  const [moment, [local]] = first.zoned ? [first.at, [b]] : [second.at, [a]];
  const start = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return moment + AHEAD * HOUR >= start && moment - BEHIND * HOUR < start + 24 * HOUR;
}

/** `noted`: the places whose word is worth a note. */
export function dateNotes(
  candidates: readonly DateCandidate[],
  chosen: DateCandidate | undefined,
  noted: readonly string[],
): Note[] {
  if (!chosen) return [];
  const others = rankDays(
    candidates.filter(({ kind, source }) => kind === chosen.kind && noted.includes(source)),
  )
    .filter(({ best }) => !mayBeSame(best.value, chosen.value))
    .map(({ best }) => `${best.value} (${best.source})`);
  if (others.length === 0) return [];
  const what = chosen.kind === 'published' ? 'publication' : 'the last change';
  const message = `The page states more than one date of ${what}: ${chosen.value} (${chosen.source}), ${others.join(', ')}.`;
  return [{ kind: 'article/two-dates', message, spans: [] }];
}
