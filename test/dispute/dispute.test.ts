import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dispute } from '../../src/dispute/dispute.js';
import { loadDisputes } from '../../src/dispute/index.js';
import { textOf } from '../../src/span.js';
import { readCases } from '../support/cases.js';
import { disputeLines, disputesOf } from './layers.js';

describe('examples in data/disputes/', () => {
  const { rows } = loadDisputes().words;
  test.each(rows.map((row) => [row.id, row] as const))('%s', async (_, { example, gives }) => {
    expect(disputeLines(await disputesOf(example))).toBe(gives);
  });
});

const file = (name: string) => readCases(new URL(name, import.meta.url).pathname);

describe.each(['not-a-dispute.txt', 'together.txt', 'pieces.txt'])('%s', (name) => {
  test.each(file(name).map((one) => [one.name, one] as const))('%s', async (_, { input, expected }) => {
    expect(disputeLines(await disputesOf(input))).toBe(expected);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'Peru',
    'Chile',
    'the dispute',
    'a row',
    'between',
    'over',
    'the bay',
    'of',
    'sovereignty',
    'claims',
    'which',
    'Peru calls',
    'the Lobos islands',
    'known as',
    'in',
    'Lima',
    'has kept',
    'from',
    'hindered trade',
    'and',
    'It',
    ',',
    '.',
    '(',
    ')',
    '😀',
    '\n\n',
  );
  const text = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));

  test('gives valid disputes whose pieces stand in it, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const { disputes, actors, times, places } = await disputesOf(input);
        const ids = new Set([...actors, ...times, ...places].map(({ id }) => id));
        for (const { object, parties, since, effects, mentions, cite, ...rest } of disputes) {
          expect(
            Dispute.safeParse({ object, parties, since, effects, mentions, cite, ...rest }).success,
          ).toBe(true);
          for (const { name, span } of object.names)
            expect(textOf(input, span).replace(/\s+/gu, ' ')).toBe(name);
          for (const id of [...parties, ...object.places, since ?? parties[0] ?? ''])
            expect(ids).toContain(id);
          for (const span of [...effects, ...mentions, cite]) expect(textOf(input, span)).not.toBe('');
        }
        expect((await disputesOf(input)).disputes).toEqual(disputes);
      }),
      { numRuns: 100 },
    );
  });

  test('that repeats a dispute many times is read in bounded time', async () => {
    const long =
      'The row between Peru and Chile over the Lobos islands has kept them from trade, which Peru calls bad. ';
    const started = performance.now();
    const { disputes } = await disputesOf(long.repeat(600));
    expect(disputes).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 90_000);
});

describe('the log', () => {
  test('names a dispute whose parties are not told', async () => {
    const { log } = await disputesOf('The dispute over the Lobos islands goes on.');
    expect(log.map(({ code }) => code)).toContain('dispute/no-parties');
  });
});
