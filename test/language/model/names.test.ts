import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf, tagsOf } from '../../../src/language/model/names.js';

const bio = tagsOf(['O', 'B-GPE', 'I-GPE', 'B-ORG', 'I-ORG']);
const bioes = tagsOf(['O', 'B-GPE', 'I-GPE', 'E-GPE', 'S-GPE']);

/** Logits in which each word's wanted tag leads by the number behind it: `B-GPE 5`. */
function logitsOf(labels: readonly string[], words: readonly string[]): Float32Array {
  const logits = new Float32Array(words.length * labels.length);
  words.forEach((wanted, word) => {
    for (const part of wanted.split(', ')) {
      const [label = '', lead = '5'] = part.split(' ');
      logits[word * labels.length + labels.indexOf(label)] = Number(lead);
    }
  });
  return logits;
}

const read = (tags: typeof bio, ...words: string[]): string[] =>
  namesOf(tags, logitsOf(tags.labels, words), words.length, 1).map(
    ({ type, from, to }) => `${type} ${from}-${to}`,
  );

describe('names', () => {
  test('stand where their tags stand', () => {
    expect(read(bio, 'O', 'B-GPE', 'I-GPE', 'O', 'B-ORG')).toEqual(['GPE 1-3', 'ORG 4-5']);
    expect(read(bioes, 'S-GPE', 'O', 'B-GPE', 'I-GPE', 'E-GPE')).toEqual(['GPE 0-1', 'GPE 2-5']);
  });
  test('side by side stay two', () => expect(read(bio, 'B-GPE', 'B-GPE')).toEqual(['GPE 0-1', 'GPE 1-2']));
  test('of no words are none', () => expect(namesOf(bio, new Float32Array(0), 0, 1)).toEqual([]));
  test('that open in the middle are opened or dropped, whichever scores more', () => {
    expect(read(bio, 'O', 'I-GPE 5, B-GPE 4')).toEqual(['GPE 1-2']);
    expect(read(bio, 'O 5', 'I-GPE 5, O 4')).toEqual([]);
  });
  test('never break off before their end', () => {
    expect(read(bioes, 'B-GPE 5, S-GPE 4')).toEqual(['GPE 0-1']);
    expect(read(bioes, 'B-GPE 5', 'O 1, E-GPE 0.5')).toEqual(['GPE 0-2']);
  });
  test('are as sure as their least sure word, and less so at a higher temperature', () => {
    const logits = logitsOf(bio.labels, ['B-ORG 9', 'I-ORG 2']);
    const [name] = namesOf(bio, logits, 2, 1);
    expect(name?.probability).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 4), 6);
    expect(namesOf(bio, logits, 2, 2)[0]?.probability).toBeLessThan(name?.probability ?? 0);
  });
  test('never overlap, whatever the scores', () => {
    const rows = fc.array(fc.float({ noNaN: true, min: -50, max: 50 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(rows, fc.constantFrom(bio, bioes), (values, tags) => {
        const words = Math.floor(values.length / 5);
        let end = 0;
        for (const { from, to, probability } of namesOf(tags, Float32Array.from(values), words, 1)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(probability).toBeGreaterThan(0);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(words);
      }),
    );
  });
});
