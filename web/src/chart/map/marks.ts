/** Land and the places on it as marks of Observable Plot. */
import {
  dot,
  geo,
  graticule,
  frame as ground,
  type Markish,
  type PlotOptions,
  sphere,
  text,
} from '@observablehq/plot';
import type { Atlas } from './atlas.js';
import { type Frame, isWorld, projectionOf } from './frame.js';
import { apart } from './labels.js';
import type { MapPlace, Spot } from './place.js';

export interface MapDrawing {
  readonly frame: Frame;
  readonly atlas: Atlas | undefined;
  /** Those with most happenings first. */
  readonly places: readonly MapPlace[];
  readonly width: number;
  readonly height: number;
  /** Told where the places came to stand, by index; those outside of the map are absent. */
  readonly onSpots: (spots: ReadonlyMap<number, Spot>) => void;
}

export function mapOptions({ frame, atlas, places, width, height, onSpots }: MapDrawing): PlotOptions {
  return {
    width,
    height,
    margin: 0,
    inset: isWorld(frame) ? 4 : 0,
    projection: projectionOf(frame),
    marks: [
      isWorld(frame) ? sphere({ fill: 'var(--chart-sea)', stroke: 'var(--rule)' }) : undefined,
      isWorld(frame) ? undefined : ground({ fill: 'var(--chart-sea)' }),
      graticule({ stroke: 'var(--rule)', strokeOpacity: 0.5, strokeWidth: 0.6 }),
      ...landMarks(atlas),
      ...placeMarks(places, width, height, onSpots),
    ],
  };
}

const landMarks = (atlas: Atlas | undefined): Markish[] =>
  atlas === undefined
    ? []
    : [
        geo(atlas.land, { fill: 'var(--chart-land)', stroke: 'var(--chart-coast)', strokeWidth: 0.5 }),
        geo(atlas.borders, { stroke: 'var(--chart-coast)', strokeWidth: 0.7 }),
      ];

/** Area of a circle by number of happenings. */
export function radiusIn(places: readonly MapPlace[], width: number): (place: MapPlace) => number {
  const most = Math.max(1, ...places.map(({ happenings }) => happenings));
  const largest = Math.min(8 + Math.sqrt(most) * 3, width / 26, 30);
  return ({ happenings }) => Math.max(Math.sqrt(happenings / most) * largest, 3.5);
}

function placeMarks(
  places: readonly MapPlace[],
  width: number,
  height: number,
  onSpots: MapDrawing['onSpots'],
): Markish[] {
  const radius = radiusIn(places, width);
  const most = width < 480 ? 6 : 14;
  return [
    dot(places, {
      x: 'lon',
      y: 'lat',
      r: { value: radius, scale: null },
      fill: 'var(--accent)',
      fillOpacity: 0.42,
      stroke: 'var(--accent)',
      strokeWidth: 1.4,
      render: (index, scales, values, dimensions, context, next) => {
        const { x = [], y = [] } = values as { x?: ArrayLike<number>; y?: ArrayLike<number> };
        const spots = [...index].map((at): [number, Spot] => [
          at,
          { x: x[at] ?? 0, y: y[at] ?? 0, r: radius(places[at] as MapPlace) },
        ]);
        onSpots(
          new Map(
            spots.filter(([, spot]) => spot.x >= 0 && spot.x <= width && spot.y >= 0 && spot.y <= height),
          ),
        );
        return next?.(index, scales, values, dimensions, context) ?? null;
      },
    }),
    text(places, {
      x: 'lon',
      y: 'lat',
      text: 'name',
      fontSize: 11.5,
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      strokeWidth: 3.5,
      render: (index, scales, values, dimensions, context, next) => {
        const { x = [], y = [] } = values as { x?: ArrayLike<number>; y?: ArrayLike<number> };
        const above = Array.from(y, (each, at) => each - radius(places[at] as MapPlace) - 8);
        const labelOf = (at: number) => ({ x: x[at] ?? 0, y: above[at] ?? 0, text: places[at]?.name ?? '' });
        const kept = apart([...index], labelOf, { width, height }, most);
        return next?.(kept, scales, { ...values, y: above } as typeof values, dimensions, context) ?? null;
      },
    }),
  ];
}
