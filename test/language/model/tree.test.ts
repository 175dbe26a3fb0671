import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTree, treeOf } from '../../../src/language/model/tree.js';

/** The most that a tree scores of those that may be, by trying them all. */
function bestByTrial(scores: Float32Array, n: number, mayBe: (heads: Int32Array) => boolean): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(n);
  const visit = (word: number): void => {
    if (word === n) {
      if (isTree(heads) && mayBe(heads)) best = Math.max(best, total(scores, heads));
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

/** Of no arc over the word below the root. */
const isClear = (heads: Int32Array): boolean => {
  const root = heads.indexOf(-1);
  return heads.every((head, word) => head < 0 || (head - root) * (word - root) >= 0);
};

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

  test('has no arc over the word below the root', () => {
    // "Vik met Orlov": `Orlov` would rather be below `Vik`.
    const scores = Float32Array.of(0, -9, 9, 0, 9, 0, -9, 0, 0, 5, 4, -9);
    expect([...treeOf(scores, 3)]).toEqual([1, -1, 1]);
  });

  test('has the root of the best of all trees, and of those without an arc over it is the best', () => {
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
        const root = heads.indexOf(-1);
        const sameRoot = (others: Int32Array) => others.indexOf(-1) === root;
        expect(bestByTrial(scores, n, sameRoot)).toBe(bestByTrial(scores, n, () => true));
        expect(isClear(heads)).toBe(true);
        const best = bestByTrial(scores, n, (others) => sameRoot(others) && isClear(others));
        expect(total(scores, heads)).toBe(best);
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
