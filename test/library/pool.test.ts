/** Several readers side by side say what one says. The build is tested: a worker thread needs a file to run. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import type { Job, Pool } from '../../src/reading/pool.js';

type Module = typeof import('../../src/reading/pool.js');
let module: Module;
let pool: Pool;

const texts = [
  'Kenyan Foreign Minister Ali Odhiambo met Ethiopian President Abebe Kora in Nairobi on Friday.',
  '"We will not sign," said Mari Tamm, a spokeswoman for the group.',
  '',
  'Troops of Odara seized the port in May 1999.',
];
const jobs = texts.map(
  (text, at): Job => ({
    kind: 'line',
    line: JSON.stringify({ text, published: '2024-03-16' }),
    source: { from: 'test', line: at + 1 },
  }),
);

beforeAll(async () => {
  module = (await import(packageFile('dist', 'src', 'reading', 'pool.js'))) as Module;
  pool = module.createPool(2);
});
afterAll(() => pool.close());

describe('the pool', () => {
  test('says what a reader alone says', async () => {
    const single = module.createSingle();
    const alone = [];
    for (const job of jobs) alone.push(await single.run(job));
    expect(await Promise.all(jobs.map((job) => pool.run(job)))).toEqual(alone);
    expect(alone.flat().map(({ ok }) => ok)).toEqual([true, true, false, true]);
  });

  test('gives each report of a feed', async () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: texts.slice(0, 2).map((text, at) => ({ id: `${at}`, content_text: text })),
    });
    const bytes = new TextEncoder().encode(feed);
    expect(await pool.run({ kind: 'bytes', bytes, source: { from: 'feed' } })).toHaveLength(2);
  });

  test('a worker that dies fails its job alone', async () => {
    // A line that is no string breaks the reader itself, which no input can.
    const broken = { ...jobs[0], line: 7 } as unknown as Job;
    const [first, second] = await Promise.all([pool.run(broken), pool.run(jobs[1] as Job)]);
    expect(first).toMatchObject([{ ok: false, error: { code: 'input/unread', place: 'line 1' } }]);
    expect(second?.[0]?.ok).toBe(true);
    expect((await pool.run(jobs[0] as Job))[0]?.ok).toBe(true);
  });
});
