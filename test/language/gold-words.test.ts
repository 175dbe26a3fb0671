import { expect, test } from 'vitest';
import { readConllu } from '../../bench/eval/conllu-read.js';
import { goldWordRows } from '../../bench/eval/gold-words.js';
import type { Parser } from '../../bench/eval/parser.js';
import type { ParsedWord } from '../../src/language/index.js';

const row = (id: string, form: string, upos: string, feats: string, head: number, deprel: string): string =>
  [id, form, form.toLowerCase(), upos, '_', feats, head, deprel, '_', '_'].join('\t');

const documents = readConllu(
  [
    '# newdoc id = one',
    row('1', 'Talks', 'NOUN', 'Number=Plur', 3, 'nsubj:pass'),
    row('2', 'were', 'AUX', 'Mood=Ind|Tense=Past|VerbForm=Fin', 3, 'aux:pass'),
    row('3', 'held', 'VERB', 'Tense=Past|VerbForm=Part|Voice=Pass', 0, 'root'),
    '',
    row('1', 'Nobody', 'PRON', 'Number=Sing|PronType=Neg', 2, 'nsubj'),
    row('2', 'came', 'VERB', 'Mood=Ind|Tense=Past|VerbForm=Fin', 0, 'root'),
  ].join('\n'),
);

const word = (
  upos: ParsedWord['upos'],
  feats: string,
  lemma: string,
  head: number,
  deprel: string,
): ParsedWord => ({
  ...{ upos, feats, lemma, head, deprel },
  headProbability: 1,
});

const answers = [
  [
    word('NOUN', 'Number=Plur', 'talks', 2, 'nsubj'),
    word('AUX', 'Mood=Ind|VerbForm=Fin|Tense=Past', 'be', 2, 'aux:pass'),
    word('VERB', 'Aspect=Perf|Tense=Past|VerbForm=Part|Voice=Pass', 'held', -1, 'root'),
  ],
  [word('NOUN', 'Number=Sing', 'nobody', -1, 'nsubj'), word('VERB', '', 'came', 0, 'root')],
];

const parser: Parser = async (sentences) =>
  sentences.map((_, nth) => ({ words: answers[nth] ?? [], names: [] }));

test('each measure is the share of words that are right', async () => {
  const rows = await goldWordRows('corpus', documents, parser, { LAS: { floor: 0.5, aim: 0.9 } });
  expect(Object.fromEntries(rows.map(({ measure, value }) => [measure, value]))).toEqual({
    UPOS: 4 / 5,
    features: 3 / 5,
    lemma: 4 / 5,
    UAS: 3 / 5,
    LAS: 3 / 5,
    'LAS, full relations': 2 / 5,
  });
  expect(rows.find(({ measure }) => measure === 'LAS')).toMatchObject({ n: 5, floor: 0.5, aim: 0.9 });
});

test('a parser that answers with too few words or sentences is no parser', async () => {
  await expect(goldWordRows('corpus', documents, async () => [])).rejects.toThrow(
    '2 sentences were given, 0 parsed',
  );
  const short: Parser = async (sentences) => sentences.map(() => ({ words: [], names: [] }));
  await expect(goldWordRows('corpus', documents, short)).rejects.toThrow('3 words were given, 0 parsed');
});
