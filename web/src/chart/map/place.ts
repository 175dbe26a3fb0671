/** A place of the map with what happened there. */
import type { PlaceCount } from '../../../../src/record/ask/places.js';
import type { Point } from '../point.js';

export type MapPlace = PlaceCount;

export const keyOf = ({ geonames, name, lat, lon }: MapPlace): string =>
  geonames === undefined ? `${name} ${lat} ${lon}` : String(geonames);

/** The circle of a place, in pixels. */
export interface Spot extends Point {
  readonly r: number;
}
