/** Do two reports tell of one happening? A function of the two alone. */

import { kilometres } from '../kilometres.js';
import type { Merging } from '../merging.js';
import { weighParties } from './parties.js';
import type { Telling } from './telling.js';

/** Sentences shorter than this are equal by chance: `They met on Friday.` */
const LONG = 8;

export const weighTellings =
  (merging: Merging) =>
  (a: Telling, b: Telling): number => {
    if (a.realis !== b.realis || merging.familyOf.get(a.row.type) !== merging.familyOf.get(b.row.type))
      return -9;
    if (isCopy(a, b)) return merging.weights['same-sentence'];
    return (
      weighKind(a, b, merging) +
      weighParties(a, b, merging) +
      weighDays(a, b, merging) +
      weighPlaces(a, b, merging) +
      weighCounts(a, b, merging) +
      merging.weights.words * sharedWords(a.words, b.words)
    );
  };

/** The same act in the same words of another report. */
const isCopy = (a: Telling, b: Telling): boolean =>
  a.row.article !== b.row.article &&
  a.row.code === b.row.code &&
  a.said === b.said &&
  a.said.split(' ').length >= LONG &&
  a.row.trigger_start - a.row.cite_start === b.row.trigger_start - b.row.cite_start;

function weighKind({ row: a }: Telling, { row: b }: Telling, { weights, repeatable }: Merging): number {
  let sum = weights.prior;
  if (repeatable.has(a.type) || repeatable.has(b.type)) sum += weights.repeatable;
  if (a.article === b.article) sum += weights['same-article'];
  if (a.type !== b.type) sum += weights['other-type'];
  else if (a.code === b.code) sum += weights['same-code'];
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) sum += weights['other-mode'];
  return sum;
}

function weighDays({ days: a }: Telling, { days: b }: Telling, { weights, slack }: Merging): number {
  if (a === undefined || b === undefined) return weights.undated;
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to) + 1;
  if (isDay(a) && isDay(b)) {
    if (gap === 0) return weights['same-day'];
    return gap <= slack ? gap * weights['next-day'] : weights.apart;
  }
  if (gap > 0) return gap <= slack ? weights['next-day'] : weights.apart;
  return isWithin(a, b) || isWithin(b, a) ? weights.within : weights.overlap;
}

type Days = NonNullable<Telling['days']>;
const isDay = ({ from, to }: Days): boolean => to - from <= 1;
const isWithin = (a: Days, b: Days): boolean => a.from >= b.from && a.to <= b.to;

function weighPlaces({ row: a }: Telling, { row: b }: Telling, { weights, far }: Merging): number {
  if (a.place === null || b.place === null) return 0;
  if (a.geonames !== null && a.geonames === b.geonames) return weights['same-place'];
  if (a.country !== null && b.country !== null && a.country !== b.country)
    return weights['other-country-place'];
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null)
    return weights['same-country-place'];
  return kilometres([a.lat, a.lon], [b.lat, b.lon]) > far ? weights['other-place'] : weights['same-place'];
}

function weighCounts({ counts: a }: Telling, { counts: b }: Telling, { weights }: Merging): number {
  let sum = 0;
  for (const { of, value } of a) {
    const other = b.find((count) => count.of === of);
    if (other !== undefined) sum += other.value === value ? weights['same-count'] : weights['other-count'];
  }
  return sum;
}

/** Of the smaller set. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  // Of two short sentences a shared word says little.
  return shared / Math.max(few.size, 8);
}
