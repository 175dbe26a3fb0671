import { expect, it } from 'vitest';
import { DAY, momentOf } from '../../web/src/chart/days.js';
import { type Item, itemOf } from '../../web/src/chart/timeline/item.js';
import { laidOut } from '../../web/src/chart/timeline/layout.js';
import { extentOf, moved, showing, within, zoomed } from '../../web/src/chart/timeline/window.js';

const measure = (text: string): number => text.length * 7;
const item = (day: string, lane: Item['lane'] = 'happened', title = `Entry of ${day}`): Item => ({
  id: day,
  title,
  lane,
  tone: 'cooperation',
  status: 'occurred',
  sources: 1,
  from: momentOf(day),
  to: momentOf(day) + DAY,
  words: day,
});
const many = (count: number, days: number): Item[] =>
  Array.from({ length: count }, (_, at) => {
    const from = momentOf('2016-01-01') + ((at * 7919) % days) * DAY;
    return { ...item('2016-01-01'), from, to: from + DAY, tone: at % 3 === 0 ? 'conflict' : 'cooperation' };
  });
const year = { from: momentOf('2016-01-01'), to: momentOf('2017-01-01') };

it('names a few entries, and no two names lie on each other', () => {
  const { placed, bins } = laidOut(many(30, 365), year, 1000, measure);
  expect(bins).toEqual([]);
  expect(placed).toHaveLength(30);
  const boxes = placed.map(({ y, label }) => {
    const width = measure(label?.text ?? '');
    const x = label?.anchor === 'end' ? label.x - width : (label?.x ?? 0);
    return { y, left: x, right: x + width };
  });
  for (const [at, a] of boxes.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(1000);
    for (const b of boxes.slice(at + 1))
      expect(a.y === b.y && a.left < b.right && b.left < a.right).toBe(false);
  }
});

it('leaves names out where there are hundreds', () => {
  const { placed, unit } = laidOut(many(300, 365), year, 1000, measure);
  expect(unit).toBeUndefined();
  expect(placed).toHaveLength(300);
  expect(placed.every(({ label }) => label === undefined)).toBe(true);
});

it('counts ten thousand, none of them lost, cooperation above and conflict below', () => {
  const { placed, bins, unit, lanes } = laidOut(many(10_000, 365), year, 1000, measure);
  expect(placed).toEqual([]);
  expect(unit).toBe('week');
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  expect(bins.reduce((sum, { conflict }) => sum + conflict, 0)).toBe(3334);
  expect(lanes).toMatchObject([{ lane: 'happened', count: 10_000 }]);
});

it.each([
  [0.5, 'day'],
  [3, 'week'],
  [20, 'month'],
  [300, 'year'],
])('counts %s years in bars that can be told apart: by %s', (years, unit) => {
  const days = years * 365;
  const window = { from: year.from, to: year.from + days * DAY };
  expect(laidOut(many(20_000, days), window, 1000, measure).unit).toBe(unit);
});

it('shows only what lies in the window', () => {
  const items = [item('2015-06-01'), item('2016-06-01'), item('2017-06-01')];
  expect(laidOut(items, year, 800, measure).placed.map(({ item: { id } }) => id)).toEqual(['2016-06-01']);
});

it('keeps what happened, what is planned and what is history apart', () => {
  const items = [item('2016-05-01'), item('2016-05-01', 'planned'), item('2016-05-01', 'background')];
  const { lanes, placed } = laidOut(items, year, 800, measure);
  expect(lanes.map(({ lane }) => lane)).toEqual(['happened', 'planned', 'background']);
  expect(new Set(placed.map(({ y }) => y)).size).toBe(3);
});

it('cuts a name that has no room', () => {
  const { placed } = laidOut([item('2016-07-01', 'happened', 'A'.repeat(400))], year, 320, measure);
  expect(measure(placed[0]?.label?.text ?? '')).toBeLessThan(320);
  expect(placed[0]?.label?.text).toMatch(/…$/u);
});

it('has no place for what has no day, and none by its printing for what is history', () => {
  const told = { title: 'x', status: 'occurred', reports: 1, sources: 1 };
  expect(itemOf({ ...told, background: false })).toEqual([]);
  expect(itemOf({ ...told, background: true, printed: '2016-01-01' })).toEqual([]);
  expect(itemOf({ ...told, background: false, printed: '2016-01-01' })).toMatchObject([
    { lane: 'happened', from: momentOf('2016-01-01'), words: 'printed 1 January 2016, occurred, 1 report' },
  ]);
});

it.each([
  ['scheduled', 'planned'],
  ['requested', 'planned'],
  ['cancelled', 'happened'],
  ['occurred', 'happened'],
])('%s stands among what is %s', (status, lane) => {
  const told = { title: 'x', reports: 1, sources: 1, background: false, printed: '2016-01-01' };
  expect(itemOf({ ...told, status })[0]?.lane).toBe(lane);
});

it('zooms around a moment and stays within what there is', () => {
  const whole = { from: 0, to: 1000 * DAY };
  const near = zoomed(whole, whole, 0.5, 0);
  expect(near).toEqual({ from: 0, to: 500 * DAY });
  expect(zoomed(near, whole, 4)).toEqual(whole);
  expect(zoomed(whole, whole, 1e-9, 500 * DAY)).toEqual({ from: 495 * DAY, to: 505 * DAY });
  expect(moved(near, whole, -1)).toEqual(near);
  expect(moved(near, whole, 10)).toEqual({ from: 500 * DAY, to: 1000 * DAY });
  expect(within({ from: -5, to: 1 }, { from: 0, to: DAY })).toEqual({ from: 0, to: DAY });
  const shown = showing(near, whole, 900 * DAY);
  expect(shown.from).toBeLessThanOrEqual(900 * DAY);
  expect(shown.to).toBeGreaterThanOrEqual(900 * DAY);
});

it('has no extent where there is nothing', () => {
  expect(extentOf([])).toBeUndefined();
});
