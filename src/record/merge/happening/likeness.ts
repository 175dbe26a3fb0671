/** Do two reports tell of one happening? A function of the two alone. */

import { kilometres } from '../kilometres.js';
import type { Merging } from '../merging.js';
import { weighParties } from './parties.js';
import type { Days, Telling } from './telling.js';

/** Sentences shorter than this are equal by chance: `They met on Friday.` */
const LONG = 8;

export const weighTellings =
  (merging: Merging) =>
  (a: Telling, b: Telling): number => {
    if (a.realis !== b.realis || merging.familyOf.get(a.row.type) !== merging.familyOf.get(b.row.type))
      return -9;
    if (isCopy(a, b)) return merging.weights['same-sentence'];
    const words = sharedWords(a, b);
    const special = weighPlaces(a, b, merging) + weighCounts(a, b, merging) + weighNames(a, b, merging);
    const alike = special > 0 || words >= merging.alike;
    return (
      weighKind(a, b, merging) +
      weighParties(a, b, merging) +
      weighDays(a, b, merging) +
      special +
      merging.weights.words * words +
      (alike || !isRepeatable(a, b, merging) ? 0 : merging.weights.unspecific)
    );
  };

const isRepeatable = ({ row: a }: Telling, { row: b }: Telling, { repeatable }: Merging): boolean =>
  repeatable.has(a.type) || repeatable.has(b.type);

/** The same act in the same words of another report. */
const isCopy = (a: Telling, b: Telling): boolean =>
  a.row.article !== b.row.article &&
  a.row.code === b.row.code &&
  a.said === b.said &&
  a.said.split(' ').length >= LONG &&
  a.row.trigger_start - a.row.cite_start === b.row.trigger_start - b.row.cite_start;

function weighKind(left: Telling, right: Telling, { weights, repeatable }: Merging): number {
  const [{ row: a }, { row: b }] = [left, right];
  let sum = weights.prior;
  const again = a.article === b.article;
  // A headline and the body's first lines are one act told twice.
  const restated = again && a.headline !== b.headline;
  if (restated) sum += weights.headline;
  else {
    if (again) sum += weights['same-article'];
    if (repeatable.has(a.type) || repeatable.has(b.type)) sum += weights.repeatable;
  }
  return sum + weighCode(left, right, weights);
}

/** The same verb is the same act, though one report's objects made another type of it. */
function weighCode(left: Telling, right: Telling, weights: Merging['weights']): number {
  const [{ row: a }, { row: b }] = [left, right];
  if (a.code === b.code || (a.type === b.type && a.status !== b.status)) return weights['same-code'];
  if (left.verb === right.verb && left.verb.length > 3) return 0;
  if (a.type !== b.type) return weights['other-type'];
  return a.mode !== null && b.mode !== null && a.mode !== b.mode ? weights['other-mode'] : 0;
}

function weighDays(
  { days: a, row }: Telling,
  { days: b, row: other }: Telling,
  { weights, slack, repeatable }: Merging,
): number {
  if (a === undefined || b === undefined) return weights.undated;
  const nextDay = weights[repeatable.has(row.type) ? 'next-day-repeatable' : 'next-day'];
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to) + 1;
  if (a.open || b.open) {
    if (gap > 0) return weights.apart;
    return repeatable.has(row.type) ? weights['open-repeatable'] : weights.open;
  }
  if (isDay(a) && isDay(b)) {
    // Who gives two days means two.
    if (gap > 0 && row.article === other.article) return weights.apart;
    if (gap === 0) return weights['same-day'];
    return gap <= slack ? gap * nextDay : weights.apart;
  }
  if (gap > 0) return gap <= slack ? nextDay : weights.apart;
  return isWithin(a, b) || isWithin(b, a) ? weights.within : weights.overlap;
}

const isDay = ({ from, to }: Days): boolean => to - from <= 1;
const isWithin = (a: Days, b: Days): boolean => a.from >= b.from && a.to <= b.to;

function weighPlaces({ row: a }: Telling, { row: b }: Telling, { weights, far }: Merging): number {
  if (a.place === null || b.place === null) return 0;
  if (a.country !== null && b.country !== null && a.country !== b.country)
    return weights['other-country-place'];
  // A whole country lies around every place in it, and `East Africa` around whole countries.
  if (isWide(a) || isWide(b)) return a.country === b.country ? weights['same-country-place'] : 0;
  if (a.place === b.place || (a.geonames !== null && a.geonames === b.geonames)) return weights['same-place'];
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null)
    return weights['other-name-place'];
  return kilometres([a.lat, a.lon], [b.lat, b.lon]) > far ? weights['other-place'] : weights['same-place'];
}

const isWide = ({ lat, country, geonames }: Telling['row']): boolean =>
  lat === null && (country !== null || geonames !== null);

function weighCounts({ counts: a }: Telling, { counts: b }: Telling, { weights }: Merging): number {
  let sum = 0;
  for (const { of, value } of a) {
    const other = b.find((count) => count.of === of);
    if (other !== undefined) sum += other.value === value ? weights['same-count'] : weights['other-count'];
  }
  return sum;
}

/** A ship, a village, a name that both sentences have is seldom chance. */
function weighNames(
  { names: a, row: left }: Telling,
  { names: b, row: right }: Telling,
  { weights }: Merging,
): number {
  if (left.article === right.article && left.cite_start === right.cite_start) return 0;
  let shared = 0;
  for (const name of a) if (b.has(name)) shared++;
  return weights['shared-name'] * Math.min(2, shared);
}

/** Of the smaller set. What one sentence tells in two clauses has its words for both. */
function sharedWords({ words: a, row: left }: Telling, { words: b, row: right }: Telling): number {
  if (left.article === right.article && left.cite_start === right.cite_start) return 0;
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  // Of two short sentences a shared word says little.
  return shared / Math.max(few.size, 8);
}
