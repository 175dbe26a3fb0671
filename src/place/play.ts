/** Countries in play: those that the report names, by name, demonym or capital. They settle shared names. */
import type { PlaceTables } from './candidate.js';
import type { Entry } from './gazetteer.js';
import { isCapital, type Scan } from './scan.js';
import type { CountryCode } from './states.js';

/** How often each country is named. Names shared by two states count for neither. */
export type InPlay = ReadonlyMap<CountryCode, number>;

export function countriesInPlay(scan: Scan, { states, gazetteer }: PlaceTables): InPlay {
  const play = new Map<CountryCode, number>();
  const count = (code: CountryCode) => play.set(code, (play.get(code) ?? 0) + 1);
  for (const { from, to } of scan.doc.sentences) {
    for (let at = from; at < to; at++) {
      if (!isCapital(scan, at)) continue;
      const state = states.names.longestAt(scan.plain, at, to);
      const demonym = states.demonyms.longestAt(scan.plain, at, to);
      const people = states.people.longestAt(scan.plain, at, to);
      const [code, second] = state?.value ?? demonym?.value ?? people?.value ?? [];
      const town = gazetteer.longestAt(scan.plain, at, to)?.value;
      if (code !== undefined) {
        if (second === undefined && !(state && town && isRegionElsewhere(town, code))) count(code);
        continue;
      }
      const capital = town?.find((entry) => entry.capital && entry.population > 500_000);
      if (capital?.country !== undefined) count(capital.country);
    }
  }
  return play;
}

/** `Georgia` names a state and a part of the USA: the name alone puts neither in play. */
const isRegionElsewhere = (entries: readonly Entry[], code: CountryCode): boolean =>
  entries.some((entry) => entry.kind === 'region' && entry.country !== code);
