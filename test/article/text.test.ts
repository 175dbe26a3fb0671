import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDatelineRows, readLineRows } from '../../src/article/text/data.js';
import { datelineOf } from '../../src/article/text/dateline.js';
import { readCases } from '../support/cases.js';
import { articleIn, data, read, shown } from './support.js';

for (const file of ['text.txt', 'text-nothing-guessed.txt'])
  describe(file, () => {
    test.each(readCases(`test/article/${file}`))('$name', ({ input, expected }) => {
      expect(shown(input)).toBe(expected);
    });
  });

describe('data/article', () => {
  test.each(readDatelineRows().examples)('$id', ({ text, dateline, place, agency, date }) => {
    const found = datelineOf(text, {
      words: data.text.datelines,
      credits: data.text.credits,
      stamps: data.stamps,
    });
    expect(text.slice(0, found?.length)).toBe(dateline);
    expect([found?.place, found?.agency]).toEqual([place, agency]);
    if (date) expect(found?.date?.value).toBe(date);
  });

  test.each(readLineRows())('$id', ({ role, example }) => {
    expect(data.text.lines.find(example)).toBe(role);
  });
});

test('text stays as decoded: line ends, spaces, no byte order mark', () => {
  const text = 'Envoys meet in Lima\r\n\r\n  The two envoys met in Lima.  \r\nThey agreed on nothing.\r\n';
  expect(articleIn(`\uFEFF${text}`).text).toBe(text);
});

test('the same text in other line ends and accents is one article', () => {
  const text = 'The envoys met in São Tomé on Friday.\n\nThey agreed on nothing.';
  const other = text.normalize('NFD').replaceAll('\n', '\r\n');
  expect(articleIn(other).id).toBe(articleIn(text).id);
  expect(articleIn(`${text} More.`).id).not.toBe(articleIn(text).id);
});

test('any text: spans are in the text, in order, without overlap', () => {
  const line = fc.constantFrom(
    'Envoys meet',
    'By Jane Doe',
    'LIMA (AP) - ',
    'They met on Friday.',
    '😀',
    '\r\n',
    '\n\n',
  );
  const text = fc.array(fc.oneof(line, fc.string({ unit: 'binary' }))).map((parts) => parts.join('\n'));
  fc.assert(
    fc.property(text, (input) => {
      for (const outcome of read(input)) {
        if (!outcome.ok) continue;
        let from = 0;
        for (const { span } of outcome.article.paragraphs) {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeGreaterThan(span.start);
          from = span.end;
        }
        expect(from).toBeLessThanOrEqual(outcome.article.text.length);
      }
    }),
    { numRuns: 200 },
  );
});
