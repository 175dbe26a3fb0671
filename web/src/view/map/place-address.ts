import type { MapPlace } from '../../chart/index.js';

/** A place as the filter takes it: by its id, else by its name. */
export const placeAddress = ({ geonames, name }: MapPlace): string => String(geonames ?? name);
