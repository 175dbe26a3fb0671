/** The state that a town or region lies in, where its name alone tells: `Darfur`, `Lagos`; not `Kashmir`, not `Tripoli`. */
import type { Entry, Gazetteer } from './gazetteer.js';

/** What is listed without a number of people, as landscapes are, is known to news. */
const LISTED = 100_000;
/** One of several of a name has so many times the people of the next. */
const CLEAR = 10;

export function groundOf(gazetteer: Gazetteer, name: string): string | undefined {
  const most = new Map<string, number>();
  for (const entry of gazetteer.get(name)) {
    if (entry.country === undefined) return undefined;
    most.set(entry.country, Math.max(most.get(entry.country) ?? 0, weightOf(entry)));
  }
  const [best, next] = [...most].sort(([, one], [, other]) => other - one);
  if (best === undefined || next === undefined) return best?.[0];
  return best[1] >= Math.max(LISTED, next[1] * CLEAR) ? best[0] : undefined;
}

const weightOf = ({ population, kind }: Entry): number =>
  population === 0 && kind !== 'city' ? LISTED : population;
