/** Every example in data/time is a test. */
import { describe, expect, test } from 'vitest';
import { loadTime, timeReader } from '../../src/time/index.js';
import { docOf } from '../support/doc.js';

const data = loadTime();
const read = timeReader(data);

describe('examples of the rules in data/time', () => {
  test.each(data.examples)('$rule: $text', async ({ rule, text, published, value, mod }) => {
    const times = read(await docOf(text, { published }), {}).layer;
    expect(times.map((time) => time.value)).toEqual(value);
    expect(times.at(-1)?.rule).toBe(rule);
    expect(times.at(-1)?.mod).toBe(mod);
  });

  test('rule ids are not used twice', () => {
    const ids = data.rules.map(({ id }) => id);
    expect(ids.filter((id, nth) => ids.indexOf(id) !== nth)).toEqual([]);
  });
});

describe('what is no time', () => {
  test.each(data.counterexamples)('$rule: $text', async ({ text }) => {
    expect(read(await docOf(text, { published: '2016-12-03' }), {}).layer).toEqual([]);
  });
});
