import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/in-order.js';

const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe('inOrder', () => {
  test('answers in the order of the items, however long each takes, and never has more at work', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 4 }), async (items, ahead) => {
        let working = 0;
        const answers: number[] = [];
        const start = async (ms: number) => {
          expect(++working).toBeLessThanOrEqual(ahead);
          await after(ms, 0);
          working--;
          return ms;
        };
        for await (const answer of inOrder(from(items), ahead, start)) answers.push(answer);
        expect(answers).toEqual(items);
      }),
      { numRuns: 40 },
    );
  });

  test('gives an answer before the next item comes', async () => {
    let answered = (_: string): void => {};
    async function* dialogue(): AsyncGenerator<string> {
      yield 'first';
      yield `after ${await new Promise<string>((resolve) => (answered = resolve))}`;
    }
    const answers: string[] = [];
    for await (const answer of inOrder(dialogue(), 4, async (item) => item)) {
      answers.push(answer);
      answered(answer);
    }
    expect(answers).toEqual(['first', 'after first']);
  });

  test('hands on what goes wrong with the items', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('the disk is gone');
    }
    const read = async () => {
      for await (const _ of inOrder(broken(), 2, async (item) => item));
    };
    await expect(read()).rejects.toThrow('the disk is gone');
  });
});
