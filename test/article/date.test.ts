/** Date stamps: tables of cases in date/*.txt, examples of the data files, and properties that always hold. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabelRows, readZoneRows } from '../../src/article/date/data.js';
import { type FoundStamp, findStamps, loadStamps, readStamp } from '../../src/article/date/index.js';
import { readCases } from '../support/cases.js';

const data = loadStamps();
const folder = fileURLToPath(new URL('./date/', import.meta.url));
const shown = (stamps: readonly FoundStamp[]): string =>
  stamps.map(({ value, label, text }) => [value, ...(label ? [label] : []), text].join(' | ')).join('\n');

for (const file of readdirSync(folder))
  describe(file, () => {
    for (const { name, config, input, expected, at } of readCases(folder + file))
      it(`${name} (${at})`, () => {
        expect(shown(findStamps(input, data, config))).toBe(expected);
      });
  });

describe('examples of the data', () => {
  it.each(readLabelRows())('$id', ({ kind, example, value, language }) => {
    const found = findStamps(example, data, language === undefined ? {} : { language });
    expect(found.map((stamp) => [stamp.value, stamp.label])).toEqual([[value, kind]]);
  });

  it.each(readZoneRows())('$name', ({ offset, example }) => {
    expect(findStamps(example, data)[0]?.value.slice(16)).toBe(offset);
  });

  it('has labels in 30 languages and more', () => {
    expect(new Set(readLabelRows().map(({ id }) => id.replace(/-.*$/, ''))).size).toBeGreaterThanOrEqual(30);
  });
});

describe('readStamp', () => {
  it.each([
    ['2016-12-03T15:27:00+0300', '2016-12-03T15:27:00+03:00'],
    ['2016-12-03 15:27', '2016-12-03T15:27'],
    ['2016-12-03T15:27:00.000Z', '2016-12-03T15:27:00Z'],
    ['20161203', '2016-12-03'],
    ['20161203T1527', '2016-12-03T15:27'],
    ['Sat, 03 Dec 2016 15:27:00 GMT', '2016-12-03T15:27:00Z'],
    ['1480778820', '2016-12-03T15:27:00Z'],
    ['1480778820000', '2016-12-03T15:27:00Z'],
    ['2016-12', '2016-12'],
  ])('%s', (text, value) => {
    expect(readStamp(text, data)).toBe(value);
  });

  it.each(['', 'today', '2016-13-03', '2016-02-30', '12345', '0000-00-00', '1234567890123456'])(
    'not %s',
    (text) => {
      expect(readStamp(text, data)).toBeUndefined();
    },
  );
});

describe('properties', () => {
  const languages = Intl.DateTimeFormat.supportedLocalesOf([
    ...[
      'ar',
      'bg',
      'cs',
      'da',
      'de',
      'el',
      'en-GB',
      'es',
      'et',
      'fa',
      'fi',
      'fr',
      'he',
      'hi',
      'hr',
      'hu',
      'id',
      'it',
    ],
    ...[
      'ja',
      'ko',
      'lt',
      'lv',
      'nb',
      'nl',
      'pl',
      'pt',
      'ro',
      'ru',
      'sk',
      'sl',
      'sr',
      'sv',
      'th',
      'tr',
      'uk',
      'ur',
      'zh',
    ],
  ]);
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true });

  it('reads what Intl writes, in each language', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...languages),
        fc.constantFrom('long', 'medium'),
        (date, language, dateStyle) => {
          const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle, timeZone: 'UTC' });
          const found = findStamps(format.format(date), data, { language });
          expect(found.map(({ value }) => value)).toEqual([date.toISOString().slice(0, 10)]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes any locale that a page may name', () => {
    const tag = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc
        .array(fc.constantFrom('de', 'DE', 'Latn', '1996', 'x', 'en', 'US', 'posix'), { maxLength: 5 })
        .map((parts) => parts.join('-')),
    );
    fc.assert(
      fc.property(tag, (language) => {
        expect(findStamps('3. Dez. 2016 3:27 um, 13/12/2016', data, { language }).length).toBeGreaterThan(0);
        findStamps('03/04/2016 3:27 foo', data, { language });
      }),
    );
  });

  it('cites exactly what it read', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '3',
        '12',
        '2016',
        ' ',
        '.',
        '/',
        '-',
        ':',
        '15:27',
        'December',
        'Uhr',
        '年',
        '月',
        '日',
        'GMT',
        'Updated',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const stamp of findStamps(text, data, { yearless: true })) {
          expect(text.slice(stamp.span.start, stamp.span.end)).toBe(stamp.text);
          expect(stamp.span.start).toBeGreaterThanOrEqual(end);
          expect(stamp.value).toMatch(
            /^(?:\d{4}|-)-\d\d(?:-\d\d(?:T\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d:\d\d)?)?)?$/,
          );
          if (stamp.labelSpan) expect(text.slice(stamp.labelSpan.start, stamp.labelSpan.end)).not.toBe('');
          end = stamp.span.end;
        }
      }),
    );
  });

  it.each([
    ['digits', '1'],
    ['numbers', '12 '],
    ['dates', '3.12.16 '],
    ['dots', 'a.'],
    ['colons', '1:'],
    ['labels', 'updated '],
    ['spaces before a digit', ' '],
  ])('takes time in proportion to the text: %s', (_, piece) => {
    const text = `${piece.repeat(300_000 / piece.length)}1`;
    const start = performance.now();
    findStamps(text, data);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
