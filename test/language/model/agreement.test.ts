/**
 * The program reads the model as its training code does: the same pieces, shapes and answers for sentences of our
 * own. training/export.py writes the fixture together with the model.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/language/model/config.js';
import { loadModel } from '../../../src/language/model/index.js';
import { piecesOf } from '../../../src/language/model/pieces.js';
import { shapesOf } from '../../../src/language/model/shape.js';

interface Answer {
  readonly forms: readonly string[];
  /** With [CLS] and [SEP]. */
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  readonly upos: readonly string[];
  readonly feats: readonly string[];
  readonly lemmas: readonly string[];
  /** 0 for the root, else the number of the word from 1. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly names: readonly (readonly [from: number, to: number, type: string])[];
}

const answers = JSON.parse(readFileSync(join(import.meta.dirname, 'fixture.json'), 'utf8')) as Answer[];
const { vocabulary } = loadConfig();
const model = await loadModel();

describe.each(answers.map((answer) => [answer.forms.join(' ').slice(0, 60), answer] as const))(
  '%s',
  (_, answer) => {
    const { forms } = answer;

    test('pieces', () => {
      const ids = forms.flatMap((form) => piecesOf(vocabulary, form));
      expect([vocabulary.first, ...ids, vocabulary.last]).toEqual(answer.pieces);
    });

    test('shapes', () => {
      const [sentence, ...words] = shapesOf(forms);
      const spread = forms.flatMap((form, at) => piecesOf(vocabulary, form).map(() => words[at]));
      expect([sentence, ...spread, 0]).toEqual(answer.shapes);
    });

    test('tags, features, lemmas and tree', async () => {
      const { words } = await model.parse(forms);
      expect(words.map(({ upos }) => upos)).toEqual(answer.upos);
      expect(words.map(({ feats }) => feats || '_')).toEqual(answer.feats);
      expect(words.map(({ lemma }) => lemma)).toEqual(answer.lemmas);
      expect(words.map(({ head }) => head + 1)).toEqual(answer.heads);
      expect(words.map(({ deprel }) => deprel)).toEqual(answer.deprels);
    });

    test('names', async () => {
      const { names } = await model.parse(forms);
      expect(names.map(({ from, to, type }) => [from, to, type])).toEqual(answer.names);
    });
  },
);
