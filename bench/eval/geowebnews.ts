/**
 * GeoWebNews (Gritta et al. 2019): toponyms in web news, with their place in GeoNames. Only literal uses count
 * as places, as in our Reading; where a report names a government by its capital, that is no place.
 *
 * Mentions: a place of ours matches a toponym when one span holds the other (`northern Mali` and `Mali`; not `York, Maine`
 * and `Maine, USA`), each taken once. `same span` asks for the same characters.
 * Resolution, of matched toponyms with a GeoNames id, as the source scores it. A place without coordinates is not within 161 km
 * of anything. A country has no point in our Readings: where gold is a country, it is found when ours is that country or
 * a part of it that has no point either (`northern Mali`), and the row `towns and features` leaves those out. The id itself counts as found.
 * Gold's country: the country with its id, else that of the town of towns.tsv nearest to its coordinates, within 161 km; seas and
 * continents have none there, or one by chance: what features.tsv has under the same id without a country is left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.js';
import { dataText } from '../../src/data-file.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { loadPlaces, loadStates, placeReader } from '../../src/place/index.js';
import { distanceKm } from '../../src/place/near.js';
import type { Place } from '../../src/place/place.js';
import { loadTime, timeReader } from '../../src/time/index.js';
import type { Bounds, Corpus, Row } from './row.js';

interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly geonameId?: number;
  readonly lat?: number;
  readonly lon?: number;
}

interface Report {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

const LITERAL: ReadonlySet<string> = new Set([
  'Literal',
  'Literal_Modifier',
  'Mixed',
  'Coercion',
  'Embedded_Literal',
]);
/** 100 miles: the usual measure of geocoding. */
const NEAR_KM = 161;

export const geowebnews: Corpus = {
  name: 'place/geowebnews',
  folder: 'place',
  async evaluate(path) {
    const reports = JSON.parse(readFileSync(join(path, 'geowebnews.json'), 'utf8')) as Report[];
    const docOf = makeDoc(loadLanguage());
    const timesOf = timeReader(loadTime());
    const placesOf = placeReader(loadPlaces());
    let found = 0;
    let gold = 0;
    const pairs: [Place, Toponym][] = [];
    for (const report of reports) {
      const doc = await docOf(articleOf(report));
      const places = placesOf(doc, { times: timesOf(doc, {}).layer }).layer;
      const literal = report.toponyms.filter(({ type }) => LITERAL.has(type));
      found += places.length;
      gold += literal.length;
      pairs.push(...matched(places, literal));
    }
    return [...mentionRows(pairs, found, gold), ...resolutionRows(pairs)];
  },
};

const row = (measure: string, right: number, n: number, bounds: Bounds = {}): Row => ({
  corpus: geowebnews.name,
  measure,
  value: n === 0 ? 0 : right / n,
  n,
  ...bounds,
});

function mentionRows(pairs: readonly [Place, Toponym][], found: number, gold: number): Row[] {
  const same = pairs.filter(([{ span }, { start, end }]) => span.start === start && span.end === end);
  return [
    row('literal mentions, precision', pairs.length, found),
    row('literal mentions, recall', pairs.length, gold),
    { ...row('literal mentions, F1', 2 * pairs.length, found + gold, { floor: 0.72, aim: 0.82 }), n: gold },
    { ...row('same span, F1', 2 * same.length, found + gold), n: gold },
  ];
}

function resolutionRows(pairs: readonly [Place, Toponym][]): Row[] {
  const countryOf = goldCountries();
  const { geonames } = loadStates();
  const countryIds = new Set(geonames.values());
  const coded = pairs.filter(([, { geonameId }]) => geonameId);
  const inCountry = coded.flatMap(([place, toponym]): [Place, string][] => {
    const country = countryOf(toponym);
    return country === undefined ? [] : [[place, country]];
  });
  const isCountry = ({ geonameId = 0 }: Toponym) => countryIds.has(geonameId);
  const isFound = ([place, toponym]: [Place, Toponym]) =>
    isNear(place, toponym) ||
    (isCountry(toponym) && place.lat === undefined && place.country === countryOf(toponym));
  const smaller = coded.filter(([, toponym]) => !isCountry(toponym));
  return [
    row(
      'of matched: country',
      inCountry.filter(([{ country }, own]) => country === own).length,
      inCountry.length,
      { floor: 0.9, aim: 0.95 },
    ),
    row('of matched: within 161 km', coded.filter(isFound).length, coded.length, { floor: 0.78, aim: 0.88 }),
    row('the same, towns and features', smaller.filter(isFound).length, smaller.length),
  ];
}

/** Each place with the first toponym that holds it or that it holds, and that no other place has taken. */
function matched(places: readonly Place[], toponyms: readonly Toponym[]): [Place, Toponym][] {
  const free = new Set(toponyms);
  return places.flatMap((place): [Place, Toponym][] => {
    const { start, end } = place.span;
    const toponym = [...free].find(
      (each) => (start <= each.start && each.end <= end) || (each.start <= start && end <= each.end),
    );
    if (toponym === undefined) return [];
    free.delete(toponym);
    return [[place, toponym]];
  });
}

function isNear(place: Place, { geonameId, lat, lon }: Toponym): boolean {
  if (place.geonames !== undefined && place.geonames === geonameId) return true;
  if (lat === undefined || lon === undefined) return false;
  const far = distanceKm(place, { lat, lon });
  return far !== undefined && far <= NEAR_KM;
}

/** See the head of this file. */
function goldCountries(): ({ geonameId, lat, lon }: Toponym) => string | undefined {
  const { geonames } = loadStates();
  const byId = new Map([...geonames].map(([code, id]) => [id, code]));
  const nowhere = new Set(
    rowsOf('features.tsv')
      .filter(([, , country]) => !country)
      .map(([, , , id]) => Number(id)),
  );
  const towns = rowsOf('towns.tsv').map(([, , country = '', , lat, lon]) => ({
    country,
    lat: Number(lat),
    lon: Number(lon),
  }));
  return ({ geonameId = 0, lat, lon }) => {
    const known = byId.get(geonameId);
    if (known !== undefined || nowhere.has(geonameId) || lat === undefined || lon === undefined) return known;
    let nearest: string | undefined;
    let least = NEAR_KM;
    for (const town of towns) {
      if (Math.abs(town.lat - lat) > 1.5) continue;
      const far = distanceKm(town, { lat, lon }) ?? least;
      if (far < least) [nearest, least] = [town.country, far];
    }
    return nearest;
  };
}

const rowsOf = (file: string): string[][] =>
  dataText('places', file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const articleOf = ({ id, text }: Report): Article => ({
  id,
  from: id,
  headline: '',
  language: 'en',
  text,
  paragraphs: [{ kind: 'body', span: { start: 0, end: text.length } }],
});
