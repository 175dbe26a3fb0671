import { expect, it } from 'vitest';
import { frameOf, isWorld, panned, projectionOf, WORLD, zoomedTo } from '../../web/src/chart/map/frame.js';
import { apart } from '../../web/src/chart/map/labels.js';
import { nearestSpot } from '../../web/src/chart/map/nearest.js';

const at = (lat: number, lon: number) => ({ lat, lon });

it('looks at the Pacific where places lie on both sides of the line where the date changes', () => {
  const { lon, radius } = frameOf([at(52, 178), at(52, -178)]);
  expect(Math.abs(lon)).toBeGreaterThan(179);
  expect(radius).toBeLessThan(10);
});

it('comes no closer to one place than one can tell where one is', () => {
  expect(frameOf([at(35.7, 139.7)])).toMatchObject({ radius: 7 });
  expect(frameOf([at(35.7, 139.7)]).lat).toBeCloseTo(35.7);
});

it('shows the world where places lie all over it, and where there are none', () => {
  expect(isWorld(frameOf([at(35, 139), at(-12, -77), at(51, 0)]))).toBe(true);
  expect(isWorld(frameOf([]))).toBe(true);
  expect(projectionOf(frameOf([]))).toMatchObject({ type: 'equal-earth' });
});

it('zooms between the world and a town, towards where the pointer is', () => {
  const frame = { lat: 0, lon: 0, radius: 40 };
  expect(zoomedTo(frame, 100).radius).toBe(WORLD);
  expect(zoomedTo(frame, 1e-9).radius).toBe(1.5);
  expect(zoomedTo(frame, 0.5, { x: 1, y: -1 })).toEqual({ lat: 20, lon: 20, radius: 20 });
});

it('goes round the globe and not over its poles', () => {
  expect(panned({ lat: 0, lon: 170, radius: 40 }, 0.5, 0).lon).toBeCloseTo(-170);
  expect(panned({ lat: 70, lon: 0, radius: 40 }, 0, -5).lat).toBe(80);
});

it('writes names that find room, those that come first before others', () => {
  const places = [
    { x: 50, y: 50, text: 'Tokyo' },
    { x: 60, y: 52, text: 'Yokohama' },
    { x: 60, y: 80, text: 'Nagato' },
    { x: 2, y: 20, text: 'Moscow' },
  ];
  const labelOf = (index: number) => places[index] ?? { x: 0, y: 0, text: '' };
  expect(apart([0, 1, 2, 3], labelOf, { width: 200, height: 100 }, 5)).toEqual([0, 2]);
  expect(apart([0, 1, 2, 3], labelOf, { width: 200, height: 100 }, 1)).toEqual([0]);
});

it('finds the small circle on the large one, and none where the pointer is far', () => {
  const spots = new Map([
    [0, { x: 50, y: 50, r: 30 }],
    [1, { x: 60, y: 50, r: 4 }],
  ]);
  expect(nearestSpot(spots, { x: 61, y: 51 }, 8)).toBe(1);
  expect(nearestSpot(spots, { x: 30, y: 50 }, 8)).toBe(0);
  expect(nearestSpot(spots, { x: 150, y: 50 }, 8)).toBe(-1);
});
