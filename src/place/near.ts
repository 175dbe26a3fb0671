/** Distances on the globe. */
interface Spot {
  readonly lat?: number;
  readonly lon?: number;
}

const EARTH_KM = 6371;
const RADIAN = Math.PI / 180;

/** Along the great circle; undefined where one of them has no coordinates. */
export function distanceKm(a: Spot, b: Spot): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined)
    return undefined;
  const north = Math.sin(((b.lat - a.lat) * RADIAN) / 2) ** 2;
  const east = Math.sin(((b.lon - a.lon) * RADIAN) / 2) ** 2;
  const half = north + Math.cos(a.lat * RADIAN) * Math.cos(b.lat * RADIAN) * east;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
