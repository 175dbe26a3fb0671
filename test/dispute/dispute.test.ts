import { describe, expect, test } from 'vitest';
import { loadDisputes } from '../../src/dispute/index.js';
import { readCases } from '../support/cases.js';
import { disputeLines, disputesOf } from './layers.js';

describe('examples in data/disputes/', () => {
  const { rows } = loadDisputes().words;
  test.each(rows.map((row) => [row.id, row] as const))('%s', async (_, { example, gives }) => {
    expect(disputeLines(await disputesOf(example))).toBe(gives);
  });
});
