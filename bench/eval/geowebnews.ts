/**
 * GeoWebNews (Gritta et al. 2019): toponyms in web news, with their place in GeoNames. Only literal uses count
 * as places, as in our Reading; where a report names a government by its capital, that is no place.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { loadPlaces, placeReader } from '../../src/place/index.js';
import type { Place } from '../../src/place/place.js';
import { loadTime, timeReader } from '../../src/time/index.js';
import type { Corpus, Row } from './row.js';

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
const KM_PER_DEGREE = 111.2;

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
    const coded = pairs.filter(
      ([place, { geonameId }]) => place.geonames !== undefined && geonameId !== undefined,
    );
    const right = coded.filter(([place, toponym]) => isNear(place, toponym));
    const row = (measure: string, of: number, n: number): Row => ({
      corpus: this.name,
      measure,
      value: of / n,
      n,
    });
    return [
      row('literal mentions, precision', pairs.length, found),
      row('literal mentions, recall', pairs.length, gold),
      row('GeoNames id or within 161 km', right.length, coded.length),
    ];
  },
};

/** Each place with the first toponym that it overlaps and no other place has taken. */
function matched(places: readonly Place[], toponyms: readonly Toponym[]): [Place, Toponym][] {
  const free = new Set(toponyms);
  return places.flatMap((place): [Place, Toponym][] => {
    const { start, end } = place.span;
    const toponym = [...free].find((each) => each.start < end && start < each.end);
    if (toponym === undefined) return [];
    free.delete(toponym);
    return [[place, toponym]];
  });
}

function isNear(place: Place, { geonameId, lat, lon }: Toponym): boolean {
  if (place.geonames === geonameId) return true;
  if (place.lat === undefined || place.lon === undefined || lat === undefined || lon === undefined)
    return false;
  const east = (place.lon - lon) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(place.lat - lat, east) * KM_PER_DEGREE <= NEAR_KM;
}

const articleOf = ({ id, text }: Report): Article => ({
  id,
  from: id,
  headline: '',
  language: 'en',
  text,
  paragraphs: [{ kind: 'body', span: { start: 0, end: text.length } }],
});
