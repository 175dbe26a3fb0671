import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gzipped, httpBlock, page, warcRecord } from '../input/archive.js';
import { demarche } from '../support/command.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const archive = gzipped([
  warcRecord({ type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: x\r\n' }),
  warcRecord({ uri: 'https://news.example/riga', block: httpBlock(page('Riga')) }),
  warcRecord({ uri: 'https://news.example/none', block: httpBlock('<html></html>') }),
  warcRecord({ uri: 'https://news.example/oslo', block: httpBlock(page('Oslo')) }),
]);

const readings = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('each page of an archive in a folder is read under its URL, in order; what fails has its place', async () => {
  const path = join(folder, 'news.warc.gz');
  writeFileSync(path, archive);
  const { code, out, err } = await demarche(['read', folder, '--format', 'jsonl']);
  expect(readings(out).map(({ article }) => [article.from, article.headline])).toEqual([
    ['https://news.example/riga', 'Envoys meet in Riga'],
    ['https://news.example/oslo', 'Envoys meet in Oslo'],
  ]);
  expect(err).toMatch(/news\.warc\.gz, record 3, byte \d+: There is no text/u);
  expect(err).toContain('news.warc.gz: 1 record passed over (1 warcinfo)');
  expect(err).toContain('2 read, 1 failed');
  expect(code).toBe(1);
});

test('an archive on standard input answers as lines do; a cut one keeps what stands before the cut', async () => {
  const { code, out } = await demarche(['read', '-'], archive.subarray(0, -40));
  const answers = readings(out);
  expect(answers[0].article.url).toBe('https://news.example/riga');
  expect(answers.at(-1)).toMatchObject({
    from: '-',
    error: { code: 'input/bad-archive', place: expect.stringMatching(/^record 4, byte/u) },
  });
  expect(code).toBe(1);
});
