import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchOf } from '../../src/record/add/intake.js';
import { openRecord } from '../../src/record/record.js';
import { demarche, type Ran } from '../support/command.js';
import { more } from './decide-reports.js';
import { kinds, type Place, readingsOf } from './kinds.js';

let place: Place | undefined;
beforeAll(async () => {
  place = await kinds[0]?.place();
  const record = await openRecord(place?.where ?? '', { create: true });
  await record.file(batchOf(await readingsOf(more)));
  await record.close();
}, 120_000);
afterAll(async () => place?.remove());

const run = (...args: string[]): Promise<Ran> => demarche([...args, '--record', place?.where ?? '']);
const decide = (...args: string[]): Promise<Ran> => run(...args, '--author', 'A. Reader');

test('decisions are made, listed in words and taken back', { timeout: 180_000 }, async () => {
  const merged = await decide('merge', 'Kari Dahl', 'person|karen', '--note', 'a slip of the pen');
  expect(merged).toMatchObject({
    code: 0,
    err: "demarche: decision 1 by A. Reader; 'demarche undo 1' takes it back\n",
  });
  expect((await decide('rename', 'Karen Dahl', 'K. Dahl')).code).toBe(0);
  expect((await decide('split', 'Kari Dahl')).code).toBe(0);
  const unknown = await decide('reject', 'Nobody');
  expect(unknown.code).not.toBe(0);
  expect(unknown.err).toContain('no actor of that name');
  expect((await run('undo', '2')).code).toBe(0);
  const lines = (await run('decisions')).out.trimEnd().split('\n');
  // The moments differ.
  const cells = lines.map((line) => line.split('\t').filter((_, at) => at !== 1));
  expect(cells).toEqual([
    ['1', 'A. Reader', 'merge', 'Karen Dahl; Kari Dahl', '', 'a slip of the pen'],
    [
      '2',
      'A. Reader',
      'rename',
      'Karen Dahl; Kari Dahl',
      'K. Dahl',
      '',
      expect.stringMatching(/^undone \d{4}-/u),
    ],
    ['3', 'A. Reader', 'split', 'Kari Dahl | Karen Dahl'],
  ]);
});
