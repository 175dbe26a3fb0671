/** Dates of pages: tables of cases in published/*.txt, and what always holds. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/article/html/page.js';
import { rankDays } from '../../src/article/html/published/choose.js';
import { mayBeSame } from '../../src/article/html/published/same-moment.js';
import { loadPublished, type PageDates, publishedOf } from '../../src/article/html/published.js';
import { readCases } from '../support/cases.js';

const data = loadPublished();
const folder = fileURLToPath(new URL('./published/', import.meta.url));

const shown = (dates: PageDates): string =>
  (['published', 'updated'] as const)
    .flatMap((name) => (dates[name] ? [`${name} ${dates[name].value} ${dates[name].source}`] : []))
    .join('\n');

for (const file of readdirSync(folder))
  describe(file, () => {
    for (const { name, config, input, expected, at } of readCases(folder + file))
      it(`${name} (${at})`, () => {
        expect(shown(publishedOf(parsePage(input), data, config))).toBe(expected);
      });
  });

describe('mayBeSame', () => {
  it.each([
    ['2016-12-03', '2016-12-03T15:27'],
    ['2016-12-04T01:00:00+03:00', '2016-12-03T22:00:00Z'],
    ['2016-12-04T02:00:00Z', '2016-12-03'],
  ])('%s and %s', (a, b) => {
    expect(mayBeSame(a, b)).toBe(true);
  });

  it.each([
    ['2016-12-03', '2016-12-04'],
    ['2016-12-04T12:00:00Z', '2016-12-03'],
    ['2016-12-03T22:00:00Z', '2016-12-04T05:00:00Z'],
  ])('not %s and %s', (a, b) => {
    expect(mayBeSame(a, b)).toBe(false);
  });
});

describe('rankDays', () => {
  it('is in order of weight, each day once, whatever the order of the statements', () => {
    const candidate = fc.record({
      value: fc.constantFrom('2016-12-03', '2016-12-03T15:27', '2016-12-04', '2016-12'),
      text: fc.constant(''),
      kind: fc.constant('published' as const),
      source: fc.constantFrom('meta/published', 'url/path', 'time/near'),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(candidate), (candidates) => {
        const ranked = rankDays(candidates);
        const days = ranked.map(({ best }) => best.value.slice(0, 10));
        expect(new Set(days).size).toBe(days.length);
        const weights = ranked.map(({ weight }) => weight);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
        expect(Math.max(0, ...weights)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
