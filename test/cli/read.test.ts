import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Reading } from '../../src/reading/reading.js';
import { demarche } from '../support/command.js';

let folder: string;
const path = (name: string) => join(folder, name);

const report = `Envoys meet in Tallinn

TALLINN, March 16 (Invented Wire) -- The foreign ministers of Estonia and Latvia met in Tallinn on Friday.

"We agree on most things," said Mari Tamm, a spokeswoman for the Invented Institute.
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  writeFileSync(path('report.txt'), report);
  mkdirSync(path('many'));
  writeFileSync(path('many/1.txt'), report);
  writeFileSync(path('many/2-broken.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3));
  writeFileSync(path('many/3.txt'), report.replaceAll('Tallinn', 'Riga'));
  writeFileSync(path('many/README.md'), '# Not a report\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('demarche read', () => {
  test('shows what a report says', async () => {
    const { code, out, err } = await demarche(['read', path('report.txt')]);
    expect(out).toContain('Envoys meet in Tallinn');
    expect(out).toContain('WHO SAID WHAT');
    expect(out).toContain('We agree on most things');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('json is one Reading by its schema', async () => {
    const { out } = await demarche(['read', path('report.txt'), '--format', 'json']);
    const reading = Reading.strict().parse(JSON.parse(out));
    expect(reading.article.from).toBe(path('report.txt'));
    expect(reading.made.program).toMatch(/^demarche \d/u);
  });

  test('--cite w3c adds annotations, and is refused where there is no place for them', async () => {
    const { out } = await demarche(['read', path('report.txt'), '--format', 'jsonl', '--cite', 'w3c']);
    expect(JSON.parse(out).annotations.length).toBeGreaterThan(0);
    const refused = await demarche(['read', path('report.txt'), '--cite', 'w3c']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--cite goes with --format json or jsonl');
  });

  test('a broken file is told with its name and does not stop the others', async () => {
    const { code, out, err } = await demarche(['read', path('many'), '--format', 'jsonl']);
    const read = out.trim().split('\n');
    expect(read.map((line) => JSON.parse(line).article.from)).toEqual([
      path('many/1.txt'),
      path('many/3.txt'),
    ]);
    expect(err).toContain(path('many/2-broken.txt'));
    expect(err).toContain('2 read, 1 failed');
    expect(err).not.toMatch(/^\s+at /mu);
    expect(code).toBe(1);
  });

  test('--out writes each Reading into a file of its own', async () => {
    const { code } = await demarche(['read', path('many/*.txt'), '--format', 'html', '--out', path('out')]);
    const files = readdirSync(path('out')).sort();
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^1\.txt-[0-9a-f]{8}\.html$/u);
    expect(readFileSync(join(path('out'), files[0] ?? ''), 'utf8')).toContain('<!doctype html>');
    expect(code).toBe(1);
  });

  test('--published dates a report that does not say when it was printed', async () => {
    const text = 'The ministers met on Friday, officials said. They will meet again next month.\n';
    writeFileSync(path('undated.txt'), text);
    const read = async (...more: string[]) =>
      JSON.parse((await demarche(['read', path('undated.txt'), '-f', 'jsonl', ...more])).out) as Reading;
    expect((await read()).article.published).toBeUndefined();
    const dated = await read('--published', '2024-03-16');
    expect(dated.article.published?.value).toBe('2024-03-16');
    expect(dated.times.find((time) => time.text.includes('Friday'))?.value).toBe('2024-03-15');
  });

  test('a URL that leads inside the network is refused unless that is asked for', async () => {
    const server = createServer((_, answer) => answer.end(`<html><body><p>${report}</p></body></html>`));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/report`;
    const refused = await demarche(['read', url, '-f', 'jsonl']);
    const allowed = await demarche(['read', url, '-f', 'jsonl', '--allow-private']);
    server.close();
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('--allow-private');
    expect(JSON.parse(allowed.out).article).toMatchObject({ from: url, url });
  });

  test.each([
    [
      ['read', 'no-such-file.txt'],
      "'no-such-file.txt' is no file, folder, pattern or http(s) URL that exists",
    ],
    [['read'], 'missing required argument'],
    [['read', '-', '--published', 'yesterday'], 'yesterday'],
    [['read', '-', '--format', 'pdf'], 'Allowed choices are terminal, json, jsonl, markdown, html'],
    [['reed', 'x'], "unknown command 'reed'"],
  ])('%j is a mistake in the call: exit code 2 and what to do', async (args, message) => {
    const { code, out, err } = await demarche(args);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /mu);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('--help shows examples', async () => {
    const { code, out } = await demarche(['read', '--help']);
    expect(out).toContain("demarche read 'mail/**/*.eml' --format html --out readings");
    expect(code).toBe(0);
  });
});

describe('demarche read -', () => {
  const line = (id: string, text: string) => JSON.stringify({ id, text, published: '2024-03-16' });

  test('answers each line with one line, in order; a broken one with its error and number', async () => {
    const input = [line('a', 'Envoys met in Oslo.'), '{"id":"b","text":', line('c', 'Envoys met in Lima.')];
    const { code, out, err } = await demarche(['read', '-'], `${input.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer));
    expect(answers).toHaveLength(3);
    expect(answers[0].article.from).toBe('a');
    expect(answers[1].error.place).toContain('line 2');
    expect(answers[2].article.from).toBe('c');
    expect(err).toContain('line 2');
    expect(code).toBe(1);
  });

  test('reads a single text from standard input', async () => {
    const { code, out } = await demarche(['read', '-'], report);
    expect(JSON.parse(out).article.headline).toBe('Envoys meet in Tallinn');
    expect(code).toBe(0);
  });

  test('the same line gives the same answer alone and among others', async () => {
    const one = line('x', 'Envoys met in Oslo on Friday.');
    const alone = await demarche(['read', '-'], `${one}\n`);
    const among = await demarche(['read', '-'], `${line('y', 'Troops seized a port in May.')}\n${one}\n`);
    expect(among.out.trim().split('\n')[1]).toBe(alone.out.trim());
  });
});
