import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Doc } from '../../src/language/doc.js';
import { packageFile } from '../../src/package-root.js';
import { readCases } from '../support/cases.js';
import { docOf } from '../support/doc.js';

const cases = (file: string) => readCases(join(import.meta.dirname, file));

const sentences = (doc: Doc): string =>
  doc.sentences.map(({ start, end }) => doc.text.slice(start, end)).join('\n');
const tokens = (doc: Doc): string =>
  doc.tokens.map(({ form, joined }) => (joined ? `~${form}` : form)).join(' ');
const tags = (doc: Doc): string =>
  doc.tokens.map(({ form, upos, lemma }) => `${form}/${upos}/${lemma}`).join(' ');

describe.each([
  ['sentences.txt', sentences],
  ['not-a-sentence-end.txt', sentences],
  ['tokens.txt', tokens],
  ['tags.txt', tags],
] as const)('%s', (file, show) => {
  test.each(cases(file))('$name', async ({ input, expected }) => {
    expect(show(await docOf(input))).toBe(expected);
  });
});

describe('the examples in data/language', () => {
  const read = (file: string): unknown =>
    parse(readFileSync(packageFile('data', 'language', file), 'utf8')) as unknown;

  test.each(read('abbreviations.yaml') as { use: string; example: string; words: string }[])(
    'abbreviations: $use',
    async ({ use, example, words }) => {
      const { tokens, sentences } = await docOf(example);
      const stops = tokens.filter(({ form }) => words.split(/\s+/u).includes(form.replace(/\.$/u, '')));
      expect(stops.map(({ form }) => form.endsWith('.'))).toContain(true);
      expect(sentences).toHaveLength(use === 'any' ? 2 : 1);
    },
  );

  test('every file says source, version and licence', () => {
    for (const file of readdirSync(packageFile('data', 'language')).filter((name) => !name.endsWith('.md')))
      expect(readFileSync(packageFile('data', 'language', file), 'utf8'), file).toMatch(
        /# source: .+(?:\n#.*)*\n# version: .+\n# licence: .+/u,
      );
  });
});

describe('paragraphs', () => {
  test('a headline ends its sentence without a full stop, and keeps its kind', async () => {
    const doc = await docOf('Ministers meet in Riga\n\nThey met on Friday.', { paragraphs: ['headline'] });
    expect(doc.sentences.map(({ kind, paragraph }) => [kind, paragraph])).toEqual([
      ['headline', 0],
      ['body', 1],
    ]);
  });

  test('bylines, captions and foot lines are not read', async () => {
    const doc = await docOf('By A. Osei\n\nThe talks ended.', { paragraphs: ['byline'] });
    expect(doc.paragraphs).toHaveLength(1);
    expect(doc.tokens[0]?.form).toBe('The');
  });

  test('an empty text is an empty Doc', async () => {
    expect(await docOf('')).toMatchObject({ paragraphs: [], sentences: [], tokens: [] });
  });
});
