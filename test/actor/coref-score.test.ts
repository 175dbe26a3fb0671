import { describe, expect, test } from 'vitest';
import { readConllu } from '../../bench/eval/conllu-read.js';
import { type Figures, f1, scoreClusters, value } from '../../bench/eval/coref-score.js';
import { conll, goldClusters } from '../../bench/eval/gum-coref.js';
import { readEntities } from '../../bench/eval/gum-entities.js';

/** `abc de` as two clusters of one-letter mentions. */
const clusters = (shown: string): string[][] =>
  shown === '' ? [] : shown.split(' ').map((each) => [...each]);

const percent = ({ recall, precision }: Figures): string =>
  [recall, precision].map((share) => value(share).toFixed(4)).join(' ');

/** gold, ours, then recall and precision of MUC, B³, CEAF-φ4. Worked out by hand, as the comments say. */
const CASES: readonly (readonly [string, string, string, string, string, string])[] = [
  ['the same', 'abc de', 'abc de', '1.0000 1.0000', '1.0000 1.0000', '1.0000 1.0000'],
  // MUC: gold has 2+1 links, abc is cut into ab and c: (1+1)/3; ours has 1+1 links, both in gold: 2/2.
  // B³ recall: ab 2·2/3, c 1/3 → (4/3+1/3+2)/5; precision: ab 2, c 1, de 2 of 5.
  // φ4: ab-abc 2·2/5 = 0.8, de 1, c unpaired: 1.8 of 2 gold, of 3 ours.
  ['one cut in two', 'abc de', 'ab c de', '0.6667 1.0000', '0.7333 1.0000', '0.9000 0.6000'],
  // MUC: gold (3-1)+(2-1) of which all hold; ours one cluster of 5 in two parts: (5-2)/4.
  // B³ precision: (9+4)/5 of 5. φ4: the better of 2·3/8 and 2·2/7 is 0.75.
  ['two made one', 'abc de', 'abcde', '1.0000 0.7500', '1.0000 0.5200', '0.3750 0.7500'],
  // The example of Vilain et al.: A-B-C-D against A-B, C-D: 2 of 3 links; precision 2/2.
  ['a chain broken in the middle', 'abcd', 'ab cd', '0.6667 1.0000', '0.5000 1.0000', '0.6667 0.3333'],
  // b isn't found, x is too much: MUC recall (3-2)/2, precision (3-2)/2; B³ (2·2/3)/3 both; φ4 2·2/6.
  ['one missed, one too much', 'abc', 'acx', '0.5000 0.5000', '0.4444 0.4444', '0.6667 0.6667'],
  ['nothing found', 'abc', '', '0.0000 0.0000', '0.0000 0.0000', '0.0000 0.0000'],
  // φ4: abcdef and abcdgh have most in common, 2·4/12, but then nothing is left for gh and ef; the other way 4/8 and 4/8.
  [
    'the best pairing is not the closest pair first',
    'abcdef gh',
    'abcdgh ef',
    '0.8333 0.8333',
    '0.6667 0.6667',
    '0.5000 0.5000',
  ],
];

describe('MUC, B³, CEAF-φ4', () => {
  for (const [name, gold, ours, muc, b3, ceaf] of CASES)
    test(name, () => {
      const scores = scoreClusters(clusters(gold), clusters(ours));
      expect([percent(scores.muc), percent(scores.b3), percent(scores.ceaf)]).toEqual([muc, b3, ceaf]);
    });

  test('CoNLL F1 is the mean of the three', () => {
    const scores = scoreClusters(clusters('abc de'), clusters('ab c de'));
    expect(conll(scores)).toBeCloseTo((0.8 + 0.8462 + 0.72) / 3, 4);
    expect(f1(scores.muc)).toBeCloseTo(0.8, 4);
  });
});

const SAMPLE = `# newdoc id = GUM_news_sample
# text = Foreign Minister Ana Soto met her aides. Soto left Lima.
1\tForeign\tforeign\tADJ\tJJ\t_\t2\tamod\t_\tEntity=(1-person-new-nnnnn-cf1-3,4-coref-Ana_Soto
2\tMinister\tminister\tNOUN\tNN\t_\t5\tnsubj\t_\t_
3\tAna\tAna\tPROPN\tNNP\t_\t2\tappos\t_\t_
4\tSoto\tSoto\tPROPN\tNNP\t_\t3\tflat\t_\tEntity=1)
5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
6\ther\ther\tPRON\tPRP$\t_\t7\tnmod:poss\t_\tEntity=(2-person-new-nnnnn-cf2-2-coref(1-person-giv:act-nnnnn-cf1-1-ana-Ana_Soto)
7\taides\taide\tNOUN\tNNS\t_\t5\tobj\t_\tEntity=2)|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = Soto left Lima.
1\tSoto\tSoto\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:inact-nnnnn-cf1-1-coref-Ana_Soto)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\tLima\tLima\tPROPN\tNNP\t_\t2\tobj\t_\tEntity=(3-place-new-nnnnn-cf2-1-coref-Lima)|SpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
`;

describe('GUM entities', () => {
  const entities = readEntities(SAMPLE).get('GUM_news_sample') ?? [];

  test('brackets nest, span several words and close by number', () => {
    expect(entities.map(({ cluster, type, from, to }) => [cluster, type, from, to])).toEqual([
      ['1', 'person', 0, 4],
      ['1', 'person', 5, 6],
      ['2', 'person', 5, 7],
      ['1', 'person', 8, 9],
      ['3', 'place', 10, 11],
    ]);
  });

  test('clusters of persons with two mentions or more, by head word: of a title with a name the name', () => {
    const [document] = readConllu(SAMPLE);
    if (document === undefined) throw new Error('no document');
    const starts = document.gold.words.map(({ start }) => String(start));
    expect(goldClusters(document, entities).heads).toEqual([[starts[2], starts[5], starts[8]]]);
    expect(goldClusters(document, entities).spans[0]).toHaveLength(3);
  });
});
