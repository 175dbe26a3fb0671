import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partition } from '../../src/record/merge/partition.js';

interface Node {
  readonly id: string;
}

const nodes = (...ids: string[]): Node[] => ids.map((id) => ({ id }));

/** Weights by `a b`, alike in both directions; other pairs speak against being one. */
const table =
  (weights: Readonly<Record<string, number>>, other = -3) =>
  (a: Node, b: Node): number =>
    weights[`${a.id} ${b.id}`] ?? weights[`${b.id} ${a.id}`] ?? other;

const ids = (groups: readonly (readonly Node[])[]): string[] =>
  groups.map((group) => group.map(({ id }) => id).join(' ')).sort();

describe('what is one', () => {
  test.each([
    ['two that speak for it', { 'a b': 1 }, ['a b', 'c']],
    ['three, two of which were never compared to advantage', { 'a b': 5, 'b c': 5, 'a c': -1 }, ['a b c']],
    ['a chain whose ends speak against it', { 'a b': 3, 'b c': 2, 'a c': -9 }, ['a b', 'c']],
    ['the stronger pair goes first', { 'a b': 1, 'b c': 4, 'a c': -6 }, ['a', 'b c']],
    ['nothing', {}, ['a', 'b', 'c']],
  ])('%s', (_, weights, expected) => {
    expect(ids(partition(nodes('a', 'b', 'c'), { weigh: table(weights) }))).toEqual(expected);
  });
});

describe("a person's word", () => {
  const weigh = table({ 'a b': 4, 'b c': 4, 'a c': 4 });
  test('two, against all that speaks for one', () => {
    const decided = (a: string, b: string): 'two' | undefined => (`${a}${b}` === 'ab' ? 'two' : undefined);
    expect(ids(partition(nodes('a', 'b', 'c'), { weigh, decided }))).toEqual(['a c', 'b']);
  });
  test('one, against all that speaks against it', () => {
    const decided = (a: string, b: string): 'one' | undefined => (`${a}${b}` === 'ad' ? 'one' : undefined);
    expect(ids(partition(nodes('a', 'd'), { weigh, decided }))).toEqual(['a d']);
  });
});

test('it is a function of the set: any order gives the same groups', () => {
  const weight = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 36, maxLength: 36 }),
      fc.infiniteStream(fc.nat()),
      (weights, random) => {
        const all = nodes('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
        const at = ({ id }: Node): number => id.charCodeAt(0) - 97;
        const weigh = (a: Node, b: Node): number => {
          const [low, high] = [Math.min(at(a), at(b)), Math.max(at(a), at(b))];
          return weights[(high * (high - 1)) / 2 + low] ?? 0;
        };
        const shuffled = [...all]
          .map((node) => ({ node, key: random.next().value }))
          .sort((x, y) => x.key - y.key)
          .map(({ node }) => node);
        expect(ids(partition(shuffled, { weigh }))).toEqual(ids(partition(all, { weigh })));
      },
    ),
  );
});

test('a thousand copies of two sentences are two, however many they are, with a paraphrase of one', () => {
  const many = nodes('c', ...Array.from({ length: 1000 }, (_, at) => `${at % 2 === 0 ? 'a' : 'b'}${at}`));
  const weigh = (a: Node, b: Node): number => {
    if (a.id[0] === b.id[0]) return 9;
    return [a.id[0], b.id[0]].includes('b') ? -2 : 1;
  };
  const edges = many.flatMap((a, at) =>
    many
      .slice(at + 1)
      .map((b) => ({ a: a.id, b: b.id, weight: weigh(a, b) }))
      .filter(({ weight }) => weight > 0),
  );
  const groups = partition(many, { weigh }, edges);
  expect(groups.map((group) => group.length).sort()).toEqual([500, 501]);
});
