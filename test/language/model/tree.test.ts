import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTree, treeOf } from '../../../src/language/model/tree.js';

/** Every assignment of heads that is a tree, by trying them all. */
function bestByTrial(scores: Float32Array, n: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(n);
  const visit = (word: number): void => {
    if (word === n) {
      if (isTree(heads)) best = Math.max(best, total(scores, heads));
      return;
    }
    for (let head = -1; head < n; head++) {
      if (head === word) continue;
      heads[word] = head;
      visit(word + 1);
    }
  };
  visit(0);
  return best;
}

const total = (scores: Float32Array, heads: Int32Array): number =>
  heads.reduce((sum, head, word) => sum + (scores[word * (heads.length + 1) + head + 1] ?? 0), 0);

describe('the tree', () => {
  test('is that of the best heads where they are one', () => {
    // "They met": `met` is below the root, `They` below `met`.
    expect([...treeOf(Float32Array.of(0, -9, 5, 5, 1, -9), 2)]).toEqual([1, -1]);
  });

  test('breaks a cycle at the least loss', () => {
    expect([...treeOf(Float32Array.of(1, -9, 5, 3, 5, -9), 2)]).toEqual([1, -1]);
  });

  test('has one word below the root, though two would score more', () => {
    expect([...treeOf(Float32Array.of(9, -9, 1, 8, 2, -9), 2)].filter((head) => head === -1)).toHaveLength(1);
  });

  test('of no words is empty', () => expect(treeOf(new Float32Array(0), 0)).toHaveLength(0));

  test('is the best of all trees', () => {
    const sentence = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n * (n + 1), maxLength: n * (n + 1) }),
      );
    fc.assert(
      fc.property(sentence, (values) => {
        const n = Math.round((Math.sqrt(1 + 4 * values.length) - 1) / 2);
        const scores = Float32Array.from(values);
        const heads = treeOf(scores, n);
        expect(isTree(heads)).toBe(true);
        expect(total(scores, heads)).toBe(bestByTrial(scores, n));
      }),
      { numRuns: 500 },
    );
  });

  test('of a long sentence with cycles everywhere is a tree all the same', () => {
    const n = 256;
    const scores = Float32Array.from({ length: n * (n + 1) }, (_, at) => Math.sin(at * at));
    expect(isTree(treeOf(scores, n))).toBe(true);
  });
});
