/** What holds for every text and every day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, daysBetween, dayValue, shifted, UNITS, valueAt } from '../../src/time/calendar.js';
import { loadTime, timeReader } from '../../src/time/index.js';
import { intervalOf } from '../../src/time/interval.js';
import { docOf } from '../support/doc.js';

const data = loadTime();
const read = timeReader(data);
const anyDay = fc
  .record({ year: fc.integer({ min: 1850, max: 2100 }), ordinal: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, ordinal }) => day(year, 1, 1).add({ days: ordinal }));
const words = data.examples.flatMap(({ text }) => text.split(' '));
const anyText = fc.array(fc.oneof(fc.constantFrom(...words), fc.string())).map((all) => all.join(' '));

describe('intervals', () => {
  test('a day lies in the interval of each unit that it lies in', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...UNITS), (date, unit) => {
        const interval = intervalOf(valueAt(date, unit));
        if (unit === 'weekend' || unit === 'millennium') return;
        expect(interval && interval.from <= dayValue(date) && dayValue(date) < interval.to).toBe(true);
      }),
    );
  });

  test('days and weeks moved there and back are the same', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
        expect(dayValue(shifted(shifted(date, count, 'week'), -count, 'week'))).toBe(dayValue(date));
      }),
    );
  });
});

describe('days between', () => {
  test('as many as the calendar counts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(a.until(b, { largestUnit: 'day' }).days);
      }),
    );
  });
});

describe('times of any text', () => {
  test('spans slice to their text, in order and without overlaps; from is before to', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.option(anyDay), async (text, date) => {
        const { layer } = read(await docOf(text, date ? { published: dayValue(date) } : {}), {});
        let end = 0;
        for (const time of layer) {
          expect(text.slice(time.span.start, time.span.end)).toBe(time.text);
          expect(time.span.start).toBeGreaterThanOrEqual(end);
          expect(time.span.end).toBeGreaterThan(time.span.start);
          end = time.span.end;
          expect(time.from === undefined).toBe(time.to === undefined);
          if (time.from !== undefined && time.to !== undefined) expect(time.from < time.to).toBe(true);
        }
      }),
    );
  });

  test('a day written out is read as that day', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (date) => {
        const written = date.toLocaleString('en-US', { month: 'long', day: 'numeric', year: 'numeric' });
        const { layer } = read(await docOf(`The pact was signed on ${written} in Oslo.`), {});
        expect(layer.map(({ value }) => value)).toEqual([dayValue(date)]);
      }),
    );
  });
});
