/** `demarche explain`: the real command over a table of sentences. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import type { Explanation } from '../../src/reading/explanation.js';
import { readCases } from '../support/cases.js';
import { demarche } from '../support/command.js';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** From where the tests run: the length of a whole path would tell where lines break. */
const rows = relative(process.cwd(), here('explain.yaml'));
let folder: string;
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  writeFileSync(path('report.txt'), 'Chad blackballed Libya on Friday. Sudan slept.');
  writeFileSync(path('empty.txt'), '');
  writeFileSync(
    path('french.txt'),
    'La France a expulsé deux diplomates russes vendredi, a annoncé le ministère.',
  );
  writeFileSync(path('hostile.txt'), 'Chad \u001b[31mblackballed\u202e Libya on Friday.');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Where our own rows stand and how sure an event is changes with every row. */
const steady = (out: string): string =>
  out
    .replaceAll(rows, 'explain.yaml')
    .replaceAll(/(data\/events\/[\w/-]+\.yaml):\d+/gu, '$1:N')
    .replaceAll(/\d+ %/gu, 'N %')
    .replaceAll(/calibrated \d\.\d\d/gu, 'calibrated N');

describe('what it prints', () => {
  test.each(readCases(here('explain.txt')))('$name', async ({ input, expected, config }) => {
    const { args = [] } = config as { args?: string[] };
    const { code, out, err } = await demarche(['explain', '-', '--lexicon', rows, ...args], input);
    expect(steady(out).trim()).toBe(expected);
    expect(err.replace(/demarche: -: looks like .*\n/u, '')).toBe('');
    expect(code).toBe(0);
  });
});

const explained = async (...args: string[]): Promise<Explanation> => {
  const { out } = await demarche(['explain', ...args, '--lexicon', rows, '--format', 'json']);
  return JSON.parse(out) as Explanation;
};

describe('as JSON', () => {
  test('a row of the user is named by file and line', async () => {
    const { sentences } = await explained(path('report.txt'), '--sentence', '1');
    expect(sentences).toHaveLength(1);
    expect(sentences[0]?.events[0]?.rule).toEqual({ id: 'verb/own-blackball', file: rows, line: 2 });
  });

  test('a row of ours is named by file and line', async () => {
    writeFileSync(path('ours.txt'), 'Chad met Libya on Friday.');
    const { sentences } = await explained(path('ours.txt'));
    const { id, file = '', line = 0 } = sentences[0]?.events[0]?.rule ?? { id: '' };
    expect(readFileSync(packageFile(file), 'utf8').split('\n')[line - 1]).toBe(`- id: ${id}`);
  });

  test('the event is that of the Reading', async () => {
    const { sentences } = await explained(path('report.txt'));
    const { out } = await demarche(['read', path('report.txt'), '--lexicon', rows, '--format', 'json']);
    const [event] = (JSON.parse(out) as { events: { id: string; code: string; confidence: number }[] })
      .events;
    const ours = sentences[0]?.events[0];
    expect({ id: ours?.id, code: ours?.code, confidence: ours?.confidence.value }).toEqual({
      id: event?.id,
      code: event?.code,
      confidence: event?.confidence,
    });
  });
});

test('what a report says cannot steer the terminal', async () => {
  const { out } = await demarche(['explain', path('hostile.txt'), '--lexicon', rows]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/u);
});

describe('what cannot be explained is told', () => {
  test.each([
    [['no-such.txt'], 2, "'no-such.txt' is no file"],
    [['report.txt', '--sentence', '9'], 2, 'no sentence of number 9 in'],
    [['report.txt', '--grep', 'nowhere'], 2, "no sentence with 'nowhere' in"],
    [['report.txt', '--sentence', '0'], 2, 'a whole number from 1 up'],
    [['report.txt', '--published', 'soon'], 2, '--published'],
    [['empty.txt'], 1, 'empty.txt: There is no text in it.'],
    [['report.txt', '--lexicon', 'empty.txt'], 2, 'empty.txt: is no list of rows'],
  ])('%j', async ([name = '', ...args], code, message) => {
    const named = args.map((arg) => (arg.endsWith('.txt') ? path(arg) : arg));
    const ran = await demarche(['explain', name === 'no-such.txt' ? name : path(name), ...named]);
    expect(ran.err).toContain(message);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
  });

  test('a text that may be of another language, which is explained as English', async () => {
    const { code, out, err } = await demarche(['explain', path('french.txt')]);
    expect(err).toContain("french.txt: looks like 'fr'; demarche read takes English alone.");
    expect(out).toContain('no event');
    expect(code).toBe(0);
  });

  test('and the rest is explained', async () => {
    const { code, out, err } = await demarche(['explain', path('empty.txt'), path('report.txt')]);
    expect(err).toContain('empty.txt');
    expect(out).toContain('[1] Chad blackballed Libya on Friday.');
    expect(code).toBe(1);
  });
});

test('--help shows how rules are written', async () => {
  const { code, out } = await demarche(['explain', '--help']);
  expect(out).toContain('demarche explain - --lexicon my-verbs.yaml');
  expect(code).toBe(0);
});
