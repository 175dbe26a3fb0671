import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunksOf, joined } from '../../../src/language/model/chunks.js';
import type { ParsedSentence } from '../../../src/language/model/parsed.js';
import { isTree } from '../../../src/language/model/tree.js';

describe('the parts of a long sentence', () => {
  test('are cut behind a mark in their second half', () => {
    const forms = 'one two three , four five six seven'.split(' ');
    const ones = forms.map(() => 1);
    expect(chunksOf(forms, ones, 6)).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 8 },
    ]);
    expect(chunksOf(forms, ones, 3)[0]).toEqual({ from: 0, to: 3 });
    expect(chunksOf(forms, ones, 8)).toEqual([{ from: 0, to: 8 }]);
  });

  test('cover every word once and hold no more pieces than may be', () => {
    const words = fc.array(fc.tuple(fc.constantFrom('word', ','), fc.integer({ min: 1, max: 24 })));
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 60 }), (given, most) => {
        const pieces = given.map(([, count]) => count);
        let at = 0;
        const forms = given.map(([form]) => form);
        for (const { from, to } of chunksOf(forms, pieces, most)) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          expect(pieces.slice(from, to).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(most);
          at = to;
        }
        expect(at).toBe(given.length);
      }),
    );
  });

  test('become one tree with their names moved along', () => {
    const word = (head: number) => ({
      upos: 'X' as const,
      feats: '',
      lemma: 'x',
      head,
      deprel: 'dep',
      headProbability: 1,
    });
    const part: ParsedSentence = {
      words: [word(1), word(-1)],
      names: [{ type: 'GPE', from: 0, to: 1, probability: 1 }],
    };
    const { words, names } = joined([part, part, part]);
    expect(isTree(Int32Array.from(words, ({ head }) => head))).toBe(true);
    expect(words.map(({ head }) => head)).toEqual([1, -1, 3, 1, 5, 1]);
    expect(names.map(({ from }) => from)).toEqual([0, 2, 4]);
  });
});
