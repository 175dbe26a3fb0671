/** The library behind the tags is made anew again and again while a long run reads: memory must not notice. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { makeTagger } from '../../src/language/tag.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapAfter(rounds: number): number {
  for (let round = 0; round < rounds; round++) {
    expect(makeTagger().tag(['They', 'met', '.'])).toHaveLength(3);
  }
  collect();
  return process.memoryUsage().heapUsed;
}

test('the library made anew does not grow (issue 2)', () => {
  const before = heapAfter(4);
  expect(heapAfter(18) - before).toBeLessThan(5_000_000);
});
