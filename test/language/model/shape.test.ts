import { expect, test } from 'vitest';
import { shapesOf } from '../../../src/language/model/shape.js';

test.each([
  ['Envoys of the U.S. met in Peru on 3 May', [16, 2, 1, 1, 9, 1, 1, 2, 1, 6, 2]],
  ['ENVOYS MEET IN PERU', [15, 3, 3, 3, 3]],
  ['Envoys Meet in Peru', [16, 2, 2, 1, 2]],
  ['envoys meet in peru', [14, 1, 1, 1, 1]],
  ['A , € 5G iPhone O’Hara well-known ²', [13, 4, 8, 10, 7, 5, 5, 11, 10]],
])('%s', (words, rows) => expect(shapesOf(words.split(' '))).toEqual(rows));
