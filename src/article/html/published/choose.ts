/** Which day the statements of a page speak for, together. */
import { type DateCandidate, dayOf } from './candidate.js';

export interface Choice {
  /** The most trusted statement of the day. */
  readonly best: DateCandidate;
  /** 0…1: product rule over places that agree. */
  readonly weight: number;
}

/** Days by weight, the most trusted first. One place counts once for a day, however often it names it. */
export function rankDays(candidates: readonly DateCandidate[]): Choice[] {
  const days = new Map<string, Map<string, DateCandidate>>();
  for (const candidate of candidates) {
    if (candidate.value.length < 10) continue;
    const places = days.get(dayOf(candidate.value)) ?? new Map<string, DateCandidate>();
    days.set(dayOf(candidate.value), places);
    const place = witness(candidate.source);
    const same = places.get(place);
    if (!same || better(candidate, same)) places.set(place, candidate);
  }
  const choices = [...days.values()].map((places): Choice => {
    const all = [...places.values()];
    const [first, ...others] = all;
    const best = others.reduce((a, b) => (b && a && better(b, a) ? b : a), first);
    const doubt = all.reduce((product, { weight }) => product * (1 - weight), 1);
    return { best: best ?? emptyDay(), weight: 1 - doubt };
  });
  return choices.sort((a, b) => b.weight - a.weight);
}

/** A `<time>` and the words in it are one statement, and so are two prints of a date in what the reader sees. */
const witness = (source: string): string => (/^(?:time\/|text\/(?!sole))/.test(source) ? 'visible' : source);

const better = (a: DateCandidate, b: DateCandidate): boolean =>
  a.weight > b.weight || (a.weight === b.weight && a.value.length > b.value.length);

function emptyDay(): never {
  throw new Error('A day stands without a statement of it.');
}
