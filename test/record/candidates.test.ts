import { describe, expect, it } from 'vitest';
import { candidates, type Window } from '../../src/record/ask/candidates.js';

const windows: readonly Window[] = [
  { newest: 100, enough: 10 },
  { newest: 1000, enough: 1 },
  { newest: 10_000, enough: 1 },
];

/** Rows 0, 1, 2, … from the newest on; every `each`th matches. */
async function asked(each: number, limit = 5) {
  const widths: (number | undefined)[] = [];
  const rows = await candidates(limit, windows, async (newest = 50_000) => {
    widths.push(newest === 50_000 ? undefined : newest);
    return Array.from({ length: Math.floor(newest / each) }, (_, at) => at);
  });
  return { widths, rows: rows.length };
}

describe('what is ranked', () => {
  it('is looked for among the newest alone where they have enough', async () => {
    expect(await asked(5)).toEqual({ widths: [100], rows: 20 });
  });

  it('is looked for further back until there is as much as is wanted', async () => {
    expect(await asked(50)).toEqual({ widths: [100, 1000], rows: 20 });
    expect(await asked(50, 30)).toEqual({ widths: [100, 1000, 10_000], rows: 200 });
  });

  it('is asked of the whole at once where further back would not do either', async () => {
    expect(await asked(2000)).toEqual({ widths: [100, undefined], rows: 25 });
    expect(await asked(900, 100)).toEqual({ widths: [100, undefined], rows: 55 });
  });
});
