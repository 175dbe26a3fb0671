import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/note/distance.js';
import { loadLayers } from '../../src/reading/layers.js';
import { textOf } from '../../src/span.js';
import { readCases } from '../support/cases.js';
import { articleOf, type DocOptions } from '../support/doc.js';

const read = loadLayers();

/** `note/sum: 12 people / 8 soldiers`, a note a line, in the order of the Reading. */
async function notesOf(text: string, options: DocOptions): Promise<string> {
  const { notes } = await read(articleOf(text, { published: '2024-03-15', ...options }));
  return notes
    .map(({ kind, spans }) => `${kind}: ${spans.map((span) => textOf(text, span)).join(' / ')}`)
    .join('\n');
}

const file = (name: string) => readCases(new URL(name, import.meta.url).pathname);

describe.each(['names.txt', 'meetings.txt', 'numbers.txt'])('%s', (name) => {
  test.each(file(name).map((one) => [one.name, one] as const))(
    '%s',
    async (_, { input, expected, config }) => {
      expect(await notesOf(input, config)).toBe(expected);
    },
  );
});

describe('editDistance', () => {
  test.each([
    ['Tbilisi', 'Tblisi', 1],
    ['Kutaisi', 'Kutiasi', 1],
    ['Kishida', 'Kishida', 0],
    ['Arequipa', 'Arekipa', 2],
  ])('%s and %s', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  test('is the same both ways, and no more than the limit allows is told', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const limit = 2;
        expect(Math.min(editDistance(a, b, limit), limit + 1)).toBe(
          Math.min(editDistance(b, a, limit), limit + 1),
        );
      }),
    );
  });
});
