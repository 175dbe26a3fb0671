import { describe, expect, it } from 'vitest';
import { scoreText } from '../../bench/eval/zyte.js';

describe('shingles of four tokens, as the benchmark scores them', () => {
  it.each([
    ['equal but for punctuation', 'one two three four five', 'one two, three four: five.', 1, 1],
    ['two shingles too many', 'a b c d', 'a b c d e f', 1 / 3, 1],
    ['one of two shingles missing', 'a b c d e', 'a b c d', 1, 1 / 2],
    ['a repeated shingle counts twice', 'a b c d', 'a b c d a b c d', 1 / 5, 1],
    ['shorter than a shingle', 'a b', 'a b', 1, 1],
    ['combining marks end a token', 'e\u0301 f', 'e f', 1, 1],
    ['nothing predicted', 'a b c d', '', undefined, 0],
    ['nothing expected', '', 'a b c d', 0, undefined],
  ])('%s', (_, truth, predicted, precision, recall) => {
    expect(scoreText(truth, predicted)).toEqual({ precision, recall });
  });
});
