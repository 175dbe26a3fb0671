import { describe, expect, test } from 'vitest';
import { type Counted, countNames, readBio } from '../../bench/eval/crossner.js';

const sentences = readBio(
  [
    ...[
      'The\tO',
      'Kestrel\tB-politicalparty',
      'Party\tI-politicalparty',
      'of\tO',
      'Odara\tB-country',
      'won\tO',
    ],
    ...[
      '',
      'Kari\tB-politician',
      'Vik\tI-politician',
      'read\tO',
      'The\tB-misc',
      'Grey\tI-misc',
      'Pact\tI-misc',
      '',
    ],
  ].join('\n'),
);

/** `PERSON 0 2` */
const name = (line: string) => {
  const [type = '', from, to] = line.split(' ');
  return { type, from: Number(from), to: Number(to) };
};

const counts = (first: readonly string[], second: readonly string[], counted?: Counted) => {
  const { gold, system, correct } = countNames(sentences, [first.map(name), second.map(name)], counted);
  return [gold, system, correct];
};

test('BIO tags are read as names', () => {
  expect(sentences.map(({ names }) => names)).toEqual([
    [
      { type: 'politicalparty', from: 1, to: 3 },
      { type: 'country', from: 4, to: 5 },
    ],
    [
      { type: 'politician', from: 0, to: 2 },
      { type: 'misc', from: 3, to: 6 },
    ],
  ]);
});

describe('found names, by types that both sides know', () => {
  test.each<[string, string[], string[], number[]]>([
    ['all right', ['ORG 1 3', 'GPE 4 5'], ['PERSON 0 2'], [3, 3, 3]],
    ['LOC and GPE are the same', ['LOC 4 5'], [], [3, 1, 1]],
    ['another type', ['EVENT 1 3'], [], [3, 1, 0]],
    ['another end', ['ORG 1 4'], [], [3, 1, 0]],
    ['NORP, FAC and LAW count as not given', ['NORP 1 3', 'FAC 4 5'], ['LAW 2 3'], [3, 0, 0]],
    ['inside misc, or all of it', [], ['ORG 3 6', 'PERSON 4 5'], [3, 0, 0]],
    ['across the edge of misc', [], ['ORG 2 6'], [3, 1, 0]],
    ['an article is part of a name', ['ORG 0 3'], [], [3, 1, 0]],
  ])('%s', (_, first, second, expected) => {
    expect(counts(first, second)).toEqual(expected);
  });

  test('an article that opens a name can be left aside', () => {
    expect(counts(['ORG 0 3', 'PERSON 0 1'], [], { bare: true })).toEqual([3, 2, 1]);
  });

  test('so can a possessive that ends it', () => {
    const [gold] = readBio("Odara\tB-country\n's\tO\nenvoy\tO\n");
    if (!gold) throw new Error('no sentence');
    expect(countNames([gold], [[name('GPE 0 2')]], { bare: true }).correct).toBe(1);
    expect(countNames([gold], [[name('GPE 0 2')]]).correct).toBe(0);
  });

  test('one type alone', () => {
    expect(counts(['ORG 1 3', 'GPE 4 5'], ['PERSON 0 1'], { type: 'PERSON' })).toEqual([1, 1, 0]);
  });
});
