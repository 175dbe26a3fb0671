import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, vocabularyOf } from '../../../src/language/model/pieces.js';

const list = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'minister',
  '##s',
  'mini',
  'u',
  '.',
  's',
  "'",
  'nunez',
  '日',
];
const vocabulary = vocabularyOf(`${list.join('\n')}\n`);
const shown = (word: string): string[] => piecesOf(vocabulary, word).map((id) => list[id] ?? '?');

describe('word pieces', () => {
  test('are the longest from the left', () => expect(shown('ministers')).toEqual(['minister', '##s']));
  test('know no case and no accents', () => {
    expect(shown('MINISTERS')).toEqual(['minister', '##s']);
    expect(shown('Núñez')).toEqual(['nunez']);
  });
  test('stand apart at marks', () => expect(shown("U.S.'s")).toEqual(['u', '.', 's', '.', "'", 's']));
  test('stand apart for each Han character', () => expect(shown('日日')).toEqual(['日', '日']));
  test('of an unknown word are one', () => expect(shown('Xyz')).toEqual(['[UNK]']));
  test('of a word without a letter left are one', () => expect(shown('\u200d\ud800')).toEqual(['[UNK]']));
  test('are few for a word of a million letters', () => {
    expect(shown('s'.repeat(1_000_000))).toEqual(['[UNK]']);
    expect(shown('.'.repeat(1_000_000)).length).toBeLessThan(30);
  });
  test('are at least one, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (word) => {
        expect(piecesOf(vocabulary, word).length).toBeGreaterThan(0);
      }),
    );
  });
  test('need a vocabulary with its special pieces', () =>
    expect(() => vocabularyOf('minister\n')).toThrow('[UNK]'));
});
