import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demarche } from '../support/command.js';

const text = `Envoys meet in Tallinn

The foreign minister of Estonia met his Latvian counterpart in Tallinn on Friday. "We don't disagree," said Mari Tamm.
`;
let folder: string;
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  writeFileSync(path('report.txt'), text);
  writeFileSync(path('empty.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const fields = (line: string): string[] => line.split('\t');
const sentencesOf = (out: string): string[][] => {
  const blocks = out.trimEnd().split('\n\n');
  return blocks.map((block) => block.split('\n').filter((line) => !line.startsWith('#')));
};

describe('demarche parse', () => {
  test('prints CoNLL-U: ten columns, one root a sentence, heads within it, offsets into the text', async () => {
    const { code, out, err } = await demarche(['parse', path('report.txt')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# newdoc id = .*report\.txt\n# newpar\n/u);
    expect(out.endsWith('\n\n')).toBe(true);
    for (const lines of sentencesOf(out)) {
      const words = lines.map(fields).filter(([id = '']) => !id.includes('-'));
      expect(words.filter(([, , , , , , head]) => head === '0')).toHaveLength(1);
      words.forEach((word, at) => {
        expect(word).toHaveLength(10);
        expect(word[0]).toBe(String(at + 1));
        expect(Number(word[6])).toBeLessThanOrEqual(words.length);
        const offset = (name: string) => Number(new RegExp(`${name}=(\\d+)`, 'u').exec(word[9] ?? '')?.[1]);
        expect(text.slice(offset('start_char'), offset('end_char'))).toBe(word[1]);
      });
    }
  });

  test('words of one surface token, names and spaces stand as the format has them', async () => {
    const { out } = await demarche(['parse', path('report.txt')]);
    const lines = out.split('\n');
    const range = lines.findIndex((line) => /^\d+-\d+\tdon't\t/u.test(line));
    expect(fields(lines[range + 1] ?? '').slice(1, 4)).toEqual(['do', 'do', 'AUX']);
    expect(fields(lines[range + 2] ?? '').slice(1, 4)).toEqual(["n't", 'not', 'PART']);
    expect(lines.find((line) => fields(line)[1] === 'Estonia')).toContain('ner=B-GPE');
    expect(lines.find((line) => fields(line)[1] === 'Friday')).toContain('SpaceAfter=No');
    expect(lines.find((line) => fields(line)[1] === 'foreign')).not.toContain('SpaceAfter=No');
  });

  test('what cannot be read is told, and the rest is printed', async () => {
    const { code, out, err } = await demarche(['parse', path('empty.txt'), path('report.txt')]);
    expect(err).toContain('empty.txt');
    expect(out).toContain('# text = Envoys meet in Tallinn');
    expect(code).toBe(1);
  });
});
