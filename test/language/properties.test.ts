import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doc } from '../../src/language/doc.js';
import { docOf } from '../support/doc.js';

/** Pieces that the rules look at, between any code units at all, lone surrogates among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        ...[
          'U.S.',
          "n't",
          '’s',
          "s'",
          'co-',
          '“',
          '”',
          "'",
          '?',
          '!',
          '...',
          ' ',
          '\n',
          '\n\n',
          '@',
          'http://',
        ],
        ...[
          '1,000.5',
          '$',
          '-',
          '—',
          'Gen.',
          'cannot',
          '\ud800',
          '\udc00',
          '\u202e',
          '😀',
          'a.b',
          '[1]',
          '\u0000',
        ],
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

function check(doc: Doc): void {
  let last = 0;
  doc.tokens.forEach((token, index) => {
    expect(token.index).toBe(index);
    expect(token.start).toBeGreaterThanOrEqual(last);
    expect(token.end).toBeGreaterThan(token.start);
    expect(doc.text.slice(token.start, token.end)).toBe(token.form);
    expect(token.lemma).not.toBe('');
    if (token.joined) expect(token.start).toBe(last);
    last = token.end;
  });
  let from = 0;
  doc.sentences.forEach((sentence, index) => {
    expect(sentence).toMatchObject({ index, from });
    expect(sentence.to).toBeGreaterThan(sentence.from);
    expect(sentence.start).toBe(doc.tokens[sentence.from]?.start);
    expect(sentence.end).toBe(doc.tokens[sentence.to - 1]?.end);
    for (const token of doc.tokens.slice(sentence.from, sentence.to)) expect(token.sentence).toBe(index);
    from = sentence.to;
  });
  expect(from).toBe(doc.tokens.length);
  doc.paragraphs.forEach((paragraph, index) => {
    for (const sentence of doc.sentences.slice(paragraph.from, paragraph.to)) {
      expect(sentence.paragraph).toBe(index);
      expect(sentence.start).toBeGreaterThanOrEqual(paragraph.start);
      expect(sentence.end).toBeLessThanOrEqual(paragraph.end);
    }
  });
}

describe('any text', () => {
  test('words are in order, apart, and what the text says; sentences hold them all', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => check(await docOf(text))),
      { numRuns: 500 },
    );
  });

  test('nothing but gaps stands between words', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const doc = await docOf(text);
        const covered = doc.tokens.map(({ form }) => form.length).reduce((a, b) => a + b, 0);
        expect(covered).toBe(
          text.replace(/[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '').length,
        );
      }),
    );
  });

  test('the same text gives the same Doc', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.lorem(), async (text, between) => {
        const first = await docOf(text);
        await docOf(between);
        expect(await docOf(text)).toEqual(first);
      }),
    );
  });
});

describe('hostile text is read in bounded time', () => {
  const LENGTH = 200_000;
  const repeated = (part: string): string => part.repeat(LENGTH / part.length);

  test.each(
    [
      'a',
      '.',
      'a.',
      "a'",
      'co-',
      '“',
      'a@',
      '1-',
      '1.',
      '\ud800',
      "n't",
      'http://',
      'A.',
      ' ',
      '[1]',
      '?”',
      '\u202e',
    ].map((part) => ({ part })),
  )('$part, again and again', async ({ part }) => {
    const doc = await docOf(repeated(part));
    expect(doc.tokens.length).toBeLessThanOrEqual(LENGTH);
  });

  test('a million characters without a space', async () => {
    expect((await docOf('a'.repeat(1_000_000))).tokens).toHaveLength(1);
    expect((await docOf('-'.repeat(1_000_000))).tokens).toHaveLength(1);
  });
});
