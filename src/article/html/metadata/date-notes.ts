/** Where places of a page disagree on its date beyond precision, zone and formatting. */
import type { Note } from '../../../log.js';
import type { DateCandidate } from '../published/candidate.js';
import { rankDays } from '../published/choose.js';
import { mayBeSame } from '../published/same-moment.js';

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
