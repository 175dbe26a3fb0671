/** A place of the map with what happened there: a row of `/api/places`. */
export interface MapPlace {
  readonly geonames?: number;
  readonly name: string;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
  readonly happenings: number;
  /** First and last day. */
  readonly from?: string;
  readonly to?: string;
}

export const keyOf = ({ geonames, name, lat, lon }: MapPlace): string =>
  geonames === undefined ? `${name} ${lat} ${lon}` : String(geonames);
