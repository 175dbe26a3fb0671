/** No text makes the reader throw or give a Time that is no TIMEX3: words of time in any order, under any date. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTime, timeReader } from '../../src/time/index.js';
import { Time } from '../../src/time/timex3.js';
import { docOf } from '../support/doc.js';

const data = loadTime();
const read = timeReader(data);

const WORDS = [
  ...[
    'week of',
    'the week of',
    'fiscal',
    'early',
    'late',
    'mid',
    'the',
    'a',
    'an',
    'of',
    'in',
    'on',
    'by',
    'since',
    'from',
  ],
  ...[
    'to',
    'and',
    'or',
    'until',
    'between',
    'every',
    'each',
    'ago',
    'later',
    'earlier',
    'before',
    'after',
    'next',
    'last',
  ],
  ...[
    'this',
    'that',
    'past',
    'coming',
    'end',
    'beginning',
    'half',
    'quarter',
    'century',
    'BC',
    'now',
    'today',
    'tonight',
  ],
  ...[
    'yesterday morning',
    'overnight',
    'noon',
    'midnight',
    "o'clock",
    'a.m.',
    'p.m.',
    'EST',
    'more than',
    'nearly',
  ],
  ...[
    'day',
    'days',
    'weeks',
    'weekend',
    'months',
    'quarters',
    'year',
    'years',
    'decades',
    'centuries',
    'millennium',
    'millennia',
  ],
  ...[
    'hour',
    'minutes',
    'second',
    'spring',
    'winter',
    'night',
    'January',
    'February',
    'Feb.',
    'May',
    'Sept.',
    'December',
  ],
  ...[
    'Monday',
    'Fri.',
    'Sundays',
    'Easter',
    'Thanksgiving',
    'Christmas',
    'Ramadan',
    'World War II',
    'Soviet era',
  ],
  ...[
    'first',
    '2nd',
    '31st',
    'twenty-first',
    'thirtieth',
    'one',
    'two hundred',
    'ten thousand',
    'thousand',
    'nineties',
    'several',
  ],
  ...[
    'February 30',
    'Feb. 29',
    '31',
    '0',
    '00',
    '1',
    '12',
    '13',
    '24',
    '29',
    '30',
    '60',
    '98',
    '99',
    '366',
    '1000',
    '1066',
    '1945',
  ],
  ...[
    '2016',
    '2100',
    '2199',
    '9999',
    '99999',
    '999999',
    '999,999,999,999',
    '5 1/2',
    '2.5',
    '1990s',
    "'98",
    '1992-95',
    '2016-12-15',
  ],
  ...['2016-02-30', '12:60', '25:00', '3/25/2016', '31.02.2016', 'will', 'was', 'had', 'said', 'he', 'left'],
];
const MARKS = ['-', '–', '/', ',', '.', ':', "'", '’s', '$', '%', '(', '"', '\n\n', ' '];
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom(...data.examples.map(({ text }) => text)) },
);
const anyText = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', ' ', ' ', '', '-', ', ')), { maxLength: 14 })
  .map((all) => all.flat().join(''));

const figures = (value: number, width = 2): string => String(value).padStart(width, '0');
const anyYear = fc
  .oneof(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 99_999 }))
  .map((year) => figures(year, 4));
const anyDate = fc
  .tuple(anyYear, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 31 }))
  .map(([year, month, day]) => `${year}-${figures(month)}-${figures(day)}`);
const anyPublished = fc.option(
  fc.oneof(
    anyYear,
    anyDate.map((date) => date.slice(0, -3)),
    anyDate,
    anyDate.map((date) => `${date}T15:27`),
    anyDate.map((date) => `${date}T23:59:59+03:00`),
    fc.constantFrom('', 'yesterday', '+012016-01-01', '-000043-03-15', '2016-W50', 'T15:27'),
  ),
);

/** A TIMEX3 value of each type: TimeML 1.2.1 and, for what covers several days, two dates with a slash. */
const MONTH = '(?:0[1-9]|1[0-2]|XX)';
const DAY = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const WEEK = '(?:0[1-9]|[1-4]\\d|5[0-3]|XX)';
const PART = '(?:MO|AF|EV|NI)';
const CLOCK = '(?:[01]\\d|2[0-4]):[0-5]\\d';
const YEAR = '(?:\\d{4}|X{4})';
const DATE = `(?:${YEAR}-${MONTH}-${DAY}|${YEAR}-${MONTH}|${YEAR}-W${WEEK}(?:-(?:WE|[1-7]))?|${YEAR}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)|${YEAR}|\\d{1,3}|X{1,3}|FY\\d{4}|BC\\d{4})`;
const AMOUNT = '(?:\\d+(?:\\.\\d+)?|X)';
const DURATION = `P(?:${AMOUNT}[YMWD])*(?:T(?:${AMOUNT}[HMS])+)?`;
const SHAPES = {
  DATE: new RegExp(`^(?:${DATE}(?:/${DATE})?|(?:PAST|PRESENT|FUTURE)_REF)$`),
  TIME: new RegExp(`^${DATE}T(?:${PART}|${CLOCK})$`),
  DURATION: new RegExp(`^(?!P$)${DURATION}$`),
  SET: new RegExp(`^(?:(?!P$)${DURATION}|${DATE}(?:T${PART})?|T${PART})$`),
};

describe('words of time in any order', () => {
  test('nothing throws; spans slice to their text, from is before to, values are TIMEX3', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyPublished, async (text, published) => {
        const { layer, log } = read(await docOf(text, published === null ? {} : { published }), {});
        let end = 0;
        for (const time of layer) {
          Time.parse(time);
          expect(text.slice(time.span.start, time.span.end)).toBe(time.text);
          expect(time.span.start).toBeGreaterThanOrEqual(end);
          expect(time.span.end).toBeGreaterThan(time.span.start);
          end = time.span.end;
          expect(time.value).toMatch(SHAPES[time.type]);
          expect(time.from === undefined).toBe(time.to === undefined);
          if (time.from !== undefined && time.to !== undefined) expect(time.from < time.to).toBe(true);
          if (time.range) expect(time.range.from < time.range.to).toBe(true);
        }
        for (const { span } of log) expect(span && span.start < span.end).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
