/** How a confidence is made, fitted and measured. */
import { describe, expect, test } from 'vitest';
import { fitted } from '../../bench/eval/platt.js';
import { binsOf, calibrationError, heldOut } from '../../bench/eval/reliability.js';
import {
  calibrated,
  confidenceOf,
  factorsOf,
  type Grounds,
  UNCALIBRATED,
} from '../../src/event/confidence.js';
import { data } from './layers.js';

const plain: Grounds = { prior: 0.8, relations: [], governed: false, bare: false, unaimed: false };

describe('a weakness', () => {
  test.each<[string, Partial<Grounds>]>([
    ['a rule that means other acts too', { prior: 0.6 }],
    ['a doubtful relation', { relations: [0.5] }],
    ['a word over it', { governed: true }],
    ['a noun without a verb', { bare: true }],
    ['no recipient', { unaimed: true }],
  ])('%s makes an event less sure', (_, weakness) => {
    const weak = confidenceOf({ ...plain, ...weakness }, data.calibration);
    expect(weak).toBeLessThan(confidenceOf(plain, data.calibration));
    expect(weak).toBeGreaterThan(0);
  });
});

test('without calibration it is the product of the factors', () => {
  const grounds = { ...plain, relations: [0.5, 0.5], unaimed: true };
  const product = factorsOf(grounds).reduce((sum, { value }) => sum * value, 1);
  expect(confidenceOf(grounds, UNCALIBRATED)).toBeCloseTo(product, 2);
});

test('the map that ships keeps the order', () => {
  const values = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((raw) => calibrated(raw, data.calibration));
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(new Set(values).size).toBe(values.length);
});

/** `right` of each hundred events of a score. */
const events = (raw: number, right: number) =>
  Array.from({ length: 100 }, (_, nth) => ({ raw, right: nth < right, source: 'made', text: nth }));

test('the fit finds how often a score is right', () => {
  const map = fitted([...events(0.8, 60), ...events(0.5, 30)]);
  expect(calibrated(0.8, map)).toBeCloseTo(0.6, 1);
  expect(calibrated(0.5, map)).toBeCloseTo(0.3, 1);
  expect(map.slope).toBeGreaterThan(0);
});

test('each event is held out once, by its text', () => {
  const held = heldOut([...events(0.8, 60), ...events(0.5, 30)]);
  expect(held).toHaveLength(200);
});

test('bins and the error over them', () => {
  const confident = [
    { confidence: 0.9, right: true, source: '' },
    { confidence: 0.9, right: false, source: '' },
    { confidence: 0.25, right: false, source: '' },
    { confidence: 1, right: true, source: '' },
  ];
  const [low, high] = binsOf(confident);
  expect(low).toEqual({ from: 0.2, n: 1, confidence: 0.25, right: 0 });
  expect(high).toMatchObject({ from: 0.9, n: 3 });
  expect(high?.confidence).toBeCloseTo(2.8 / 3);
  expect(high?.right).toBeCloseTo(2 / 3);
  // One of four is off by 0.25, three by 0.8 together.
  expect(calibrationError(confident)).toBeCloseTo((0.25 + 3 * (2.8 / 3 - 2 / 3)) / 4);
});
