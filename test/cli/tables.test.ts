/** `--actors` and `--lexicon`: the user's own tables on the command line, in the pool and in the library. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import { Reading } from '../../src/reading/reading.js';
import { all } from '../support/all.js';
import { demarche } from '../support/command.js';

let folder: string;
const path = (name: string) => join(folder, name);
const sentence = 'Fenmark officials ostracised Gorland on Friday.';

const verb = (id: string) => `- id: ${id}
  lemma: ostracise
  code: ACCUSE-disapprove
  cameo: "111"
  recipient: object
  example: "France ostracised Germany."
  gives: "ACCUSE-disapprove FRA > DEU"
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  writeFileSync(path('report.txt'), sentence);
  writeFileSync(path('actors.txt'), 'FENMARK [FNM]\nGORLAND [GRL]\nHALVIA [HAL 20x]\n');
  writeFileSync(path('agents.txt'), 'OFFICIAL [~GOV]\n');
  writeFileSync(path('verbs.yaml'), verb('verb/own-ostracise'));
  writeFileSync(path('damaged.yaml'), verb('verb/own-ostracise').replace('ACCUSE', 'ACUSE'));
  writeFileSync(path('unnamed.yaml'), '- lemma: ostracise\n');
  writeFileSync(path('ours.yaml'), verb('verb/meet'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const own = () => [
  '--actors',
  path('actors.txt'),
  '--actors',
  path('agents.txt'),
  '--lexicon',
  path('verbs.yaml'),
];

const readingOf = (out: string): Reading => Reading.parse(JSON.parse(out));

describe("tables of one's own", () => {
  test('are read with the report, and a line that cannot be taken is told', async () => {
    const { code, out, err } = await demarche(['read', path('report.txt'), '--format', 'json', ...own()]);
    const { events, actors } = readingOf(out);
    expect(actors.map((actor) => actor.code)).toEqual(['FNMGOV', 'GRL']);
    expect(events).toMatchObject([
      { rule: 'verb/own-ostracise', code: 'ACCUSE-disapprove', actors: ['a1'], recipients: ['a2'] },
    ]);
    expect(err).toBe(
      `demarche: ${path('actors.txt')}:3: '[HAL 20x]' is no code with a date. The line is skipped.\n`,
    );
    expect(code).toBe(0);
  });

  test('are told in made.data, by their content', async () => {
    const made = async (...args: string[]) =>
      readingOf((await demarche(['read', path('report.txt'), '--format', 'json', ...args])).out).made.data;
    const [plain, one, same, other] = [
      await made(),
      await made('--actors', path('actors.txt')),
      await made('--actors', path('actors.txt')),
      await made('--actors', path('agents.txt')),
    ];
    expect(one).toMatch(new RegExp(`^${plain}\\+[0-9a-f]{16}$`, 'u'));
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  test('serve the filter and its threads', async () => {
    const line = JSON.stringify({ text: sentence, published: '2024-03-16' });
    const { code, out } = await demarche(['read', '-', '-j', '2', ...own()], `${line}\n${line}\n`);
    const readings = out.trim().split('\n').map(readingOf);
    expect(readings.map(({ events }) => events.map(({ rule }) => rule))).toEqual([
      ['verb/own-ostracise'],
      ['verb/own-ostracise'],
    ]);
    expect(code).toBe(0);
  });

  test.each([
    ['--actors', 'no-such.txt', "no-such.txt' cannot be read"],
    ['--lexicon', 'damaged.yaml', "damaged.yaml: verb/own-ostracise: 'ACUSE' is no PLOVER type."],
    ['--lexicon', 'unnamed.yaml', 'unnamed.yaml: row 1: '],
    ['--lexicon', 'ours.yaml', 'verb/meet: this id stands twice.'],
    ['--lexicon', 'report.txt', 'report.txt: is no list of rows'],
  ])('%s %s is refused', async (option, file, message) => {
    const { code, out, err } = await demarche(['read', path('report.txt'), option, path(file)]);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

test('the library takes paths or texts, and tells what it could not take', async () => {
  const { createReader } = (await import(
    packageFile('dist', 'src', 'index.js')
  )) as typeof import('../../src/index.js');
  const text = 'FENMARK [FNM]\nGORLAND [GRL]\nODD [\n';
  const reader = createReader({
    actors: [path('agents.txt'), { name: 'mine', text }],
    lexicon: [path('verbs.yaml')],
  });
  expect(reader.faults.map(({ file, line }) => ({ file, line }))).toEqual([{ file: 'mine', line: 3 }]);
  const [outcome] = await all(reader.read(sentence));
  expect(outcome?.ok && outcome.reading.events).toMatchObject([{ rule: 'verb/own-ostracise' }]);
});

test("a row of one's own comes before ours for the same word", async () => {
  const { createReader } = (await import(
    packageFile('dist', 'src', 'index.js')
  )) as typeof import('../../src/index.js');
  const text = verb('verb/own-condemn')
    .replace('lemma: ostracise', 'lemma: condemn')
    .replace('disapprove', 'investigate');
  const reader = createReader({ lexicon: [{ name: 'mine', text }] });
  const [outcome] = await all(
    reader.read('The government of France condemned the government of Germany on Friday.'),
  );
  expect(outcome?.ok && outcome.reading.events).toMatchObject([{ rule: 'verb/own-condemn' }]);
});

test('--help names them', async () => {
  const { out } = await demarche(['read', '--help']);
  expect(out).toContain('--actors <file>');
  expect(out).toContain('--lexicon <file>');
});
