/** What the dates of the visible page say about each other: a list of many days, or the only day there is. */
import type { DateTrust } from '../metadata/data.js';
import { type DateCandidate, dayOf } from './candidate.js';

/** Weights of a kind of place are this close where no date of it stands out. */
const CLOSE = 0.05;

export function weighedTogether(candidates: readonly DateCandidate[], { text }: DateTrust): DateCandidate[] {
  const crowds = crowdWeights(candidates, text.crowd);
  const weighed = candidates.map((candidate) =>
    candidate.weight <= (crowds.get(placeOf(candidate)) ?? Number.NEGATIVE_INFINITY) + CLOSE
      ? { ...candidate, weight: candidate.weight * text['crowd-factor'] }
      : candidate,
  );
  const strong = weighed.filter(({ weight }) => weight >= text['sole-from']);
  const [first] = strong;
  if (!first || strong.some(({ value }) => dayOf(value) !== dayOf(first.value))) return weighed;
  return [...weighed, { ...first, source: 'text/sole', weight: text.sole }];
}

const placeOf = ({ source, kind }: DateCandidate): string => `${source} ${kind}`;

/** For each kind of place that lists make: the weight that so many days have, as `text/marked-near` in teasers. */
function crowdWeights(candidates: readonly DateCandidate[], crowd: number): Map<string, number> {
  const places = new Map<string, Map<string, number>>();
  for (const candidate of candidates) {
    if (!/^(?:text\/(?:marked|alone|line)|time\/(?:near|far))/.test(candidate.source)) continue;
    const days = places.get(placeOf(candidate)) ?? new Map<string, number>();
    places.set(placeOf(candidate), days);
    const day = dayOf(candidate.value);
    days.set(day, Math.max(days.get(day) ?? 0, candidate.weight));
  }
  const crowds = new Map<string, number>();
  for (const [place, days] of places) {
    const weight = [...days.values()].sort((a, b) => b - a)[crowd - 1];
    if (weight !== undefined) crowds.set(place, weight);
  }
  return crowds;
}
