import { describe, expect, test } from 'vitest';
import { readConllu } from '../../bench/eval/conllu-read.js';
import { alignWords, type Scores, score } from '../../bench/eval/conllu-score.js';

/**
 * A document of one paragraph. Sentences are separated by `/`, words by blanks: `form:head:relation`, the head as in
 * CoNLL-U; `form+` is a surface token of the words that follow it up to `;`.
 */
function analysisOf(document: string) {
  const sentences = document.split(' / ').map((sentence) => {
    let id = 0;
    const rows: string[] = [];
    const items = sentence.split(' ');
    items.forEach((item, at) => {
      if (item === ';') return;
      if (item.endsWith('+')) {
        const length = items.indexOf(';', at) - at - 1;
        rows.push([`${id + 1}-${id + length}`, item.slice(0, -1), ...Array(8).fill('_')].join('\t'));
        return;
      }
      const [form = '', head = '0', ...deprel] = item.split(':');
      rows.push([++id, form, form, 'X', '_', '_', head, deprel.join(':'), '_', '_'].join('\t'));
    });
    return rows.join('\n');
  });
  const [read] = readConllu(sentences.join('\n\n'));
  if (!read) throw new Error(`nothing was read of ${document}`);
  return read.gold;
}

const GOLD = 'Envoys:2:nsubj met:0:root them:2:obj in:5:case Oslo:2:obl';

function counts(gold: string, system: string, measures: readonly (keyof Scores)[]) {
  const scores = score(analysisOf(gold), analysisOf(system));
  return measures.map((measure) => scores[measure].correct);
}

describe('UAS and LAS as conll18_ud_eval.py counts them', () => {
  test.each([
    ['the same tree', GOLD, GOLD, 5, 5],
    ['one wrong head', GOLD, GOLD.replace('Oslo:2', 'Oslo:3'), 4, 4],
    ['one wrong relation', GOLD, GOLD.replace('obl', 'obj'), 5, 4],
    ['subtypes do not count', GOLD, GOLD.replace('nsubj', 'nsubj:pass').replace('obl', 'obl:npmod'), 5, 5],
    [
      'another root: it, the old root and their dependents',
      GOLD,
      'Envoys:0:root met:1:x them:2:obj in:5:case Oslo:2:obl',
      3,
      3,
    ],
    [
      'a sentence cut in two: only the word that lost its head, now a root, is wrong',
      GOLD,
      'Envoys:2:nsubj met:0:root them:2:obj / in:2:case Oslo:0:root',
      4,
      4,
    ],
    [
      'two sentences run together: the second root is wrong',
      'They:2:nsubj met:0:root / He:2:nsubj left:0:root',
      'They:2:nsubj met:0:root He:4:nsubj left:2:parataxis',
      3,
      3,
    ],
    [
      'a word that is cut in two is not aligned, nor right as a head',
      'co-op:0:root members:1:dep',
      'co-:0:root op:1:dep members:2:dep',
      0,
      0,
    ],
    [
      'words of one surface token are aligned by their forms',
      "We:4:nsubj don't+ do:4:aux n't:4:advmod ; know:0:root",
      "We:4:nsubj don't+ do:4:aux n't:2:advmod ; know:0:root",
      3,
      3,
    ],
  ])('%s', (_, gold, system, uas, las) => {
    expect(counts(gold, system, ['UAS F1', 'LAS F1'])).toEqual([uas, las]);
  });

  test('words without a counterpart lower precision or recall', () => {
    const scores = score(analysisOf('ab:0:root c:1:dep'), analysisOf('a:0:root b:1:dep c:1:dep'));
    expect(scores['LAS F1']).toEqual({ gold: 2, system: 3, correct: 0 });
    expect(scores['word F1']).toEqual({ gold: 2, system: 3, correct: 1 });
  });
});

test('words are aligned by place, whatever the spacing', () => {
  const gold = analysisOf('a:0:root bc:1:dep d:1:dep');
  const system = analysisOf('a:0:root b:1:dep c:1:dep d:1:dep');
  expect(alignWords(gold.words, system.words).map(([a, b]) => [a.form, b.form])).toEqual([
    ['a', 'a'],
    ['d', 'd'],
  ]);
});

test('sentences, tokens and lemmas', () => {
  const gold = analysisOf('a:0:root b:1:dep / c:0:root');
  const system = analysisOf('a:0:root b:1:dep c:1:dep');
  const scores = score(gold, system);
  expect(scores['sentence F1']).toEqual({ gold: 2, system: 1, correct: 0 });
  expect(scores['token F1']).toEqual({ gold: 3, system: 3, correct: 3 });
  expect(scores['lemma F1']).toEqual({ gold: 3, system: 3, correct: 3 });
});
