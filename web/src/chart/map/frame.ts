/** The part of the globe that is shown, around its middle. */
import type { ProjectionOptions } from '@observablehq/plot';
import type { MapPlace } from './place.js';

/** Degrees. */
export interface Frame {
  readonly lon: number;
  readonly lat: number;
  /** From the middle to the nearer edge; from `WORLD` on the whole globe is shown. */
  readonly radius: number;
}

export const WORLD = 90;
const CLOSEST = 1.5;
/** Less is a map on which one does not see where one is. */
const LEAST = 7;

/** So that all places are seen, those far from the others too. */
export function frameOf(places: readonly Pick<MapPlace, 'lat' | 'lon'>[]): Frame {
  if (places.length === 0) return { lon: 11, lat: 20, radius: WORLD };
  const vectors = places.map(vectorOf);
  const sum = [0, 1, 2].map((axis) => vectors.reduce((all, vector) => all + (vector[axis] ?? 0), 0));
  const [x = 0, y = 0, z = 0] = sum;
  const middle = { lon: degrees(Math.atan2(y, x)), lat: degrees(Math.atan2(z, Math.hypot(x, y))) };
  const far = Math.max(...places.map((place) => away(middle, place)));
  const radius = Math.max(far * 1.18, LEAST);
  return radius > 70 ? { lon: middle.lon, lat: 20, radius: WORLD } : { ...middle, radius };
}

export const isWorld = ({ radius }: Frame): boolean => radius >= WORLD;

/** @param factor Below 1 closer. @param to Where to, from the middle, in shares of the radius; y goes down. */
export function zoomedTo(frame: Frame, factor: number, to = { x: 0, y: 0 }): Frame {
  const radius = Math.min(Math.max(frame.radius * factor, CLOSEST), WORLD);
  const share = 1 - radius / frame.radius;
  return { ...panned(frame, to.x * share, to.y * share), radius };
}

/** @param x, y In shares of the radius. */
export function panned(frame: Frame, x: number, y: number): Frame {
  const lat = Math.min(Math.max(frame.lat - y * frame.radius, -80), 80);
  const lon = frame.lon + (x * frame.radius) / Math.max(Math.cos(radians(frame.lat)), 0.2);
  return { ...frame, lat, lon: ((((lon + 180) % 360) + 360) % 360) - 180 };
}

/** The whole globe equal in area; a part of it as seen from above its middle. */
export function projectionOf(frame: Frame): ProjectionOptions {
  const { lon, lat, radius } = frame;
  if (isWorld(frame)) {
    return { type: 'equal-earth', rotate: [-lon, 0], domain: { type: 'Sphere' } };
  }
  const wide = Math.min(radius / Math.max(Math.cos(radians(lat)), 0.1), 179);
  const coordinates = [
    [lon, Math.min(lat + radius, 89.9)],
    [lon, Math.max(lat - radius, -89.9)],
    [lon - wide, lat],
    [lon + wide, lat],
  ];
  return { type: 'azimuthal-equal-area', rotate: [-lon, -lat], domain: { type: 'MultiPoint', coordinates } };
}

/** Degrees of a great circle. */
function away(a: Pick<MapPlace, 'lat' | 'lon'>, b: Pick<MapPlace, 'lat' | 'lon'>): number {
  const [one, other] = [vectorOf(a), vectorOf(b)];
  return degrees(
    Math.acos(
      Math.min(
        Math.max(
          one.reduce((sum, value, axis) => sum + value * (other[axis] ?? 0), 0),
          -1,
        ),
        1,
      ),
    ),
  );
}

function vectorOf({ lat, lon }: Pick<MapPlace, 'lat' | 'lon'>): readonly number[] {
  const [phi, lambda] = [radians(lat), radians(lon)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

const radians = (angle: number): number => (angle * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
