/** What the README shows is what the commands print. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../src/package-root.js';
import { demarche } from './support/command.js';

const readme = readFileSync(packageFile('README.md'), 'utf8');

const inPackage = (arg: string): string => (arg.startsWith('examples/') ? packageFile(arg) : arg);

interface Shown {
  readonly commands: readonly (readonly string[])[];
  readonly lines: readonly string[];
}

/** Blocks of commands, each with `$`, and what the last of them prints. */
const blocks = [...readme.matchAll(/```\n(\$ [\s\S]*?)```/gu)].map(([, block = '']): Shown => {
  const lines = block.trimEnd().split('\n');
  const isCommand = (line: string): boolean => line.startsWith('$ demarche ');
  return {
    commands: lines.filter(isCommand).map((line) => line.split(' ').slice(2).map(inPackage)),
    lines: lines.filter((line) => !isCommand(line)),
  };
});

test('the Reading that the README opens with', async () => {
  const [{ commands, lines } = { commands: [], lines: [] }] = blocks;
  const { out } = await demarche(commands[0] ?? []);
  expect(lines.length).toBeGreaterThan(10);
  expect(out.slice(0, lines.join('\n').length)).toBe(lines.join('\n'));
});

/** A terminal wraps Markdown and leaves its marks of weight out. */
const asWords = (text: string): string =>
  text
    .replaceAll('**', '')
    .replace(/\s+(?:> )?/gu, ' ')
    .trim();

test('the dossier that follows', async () => {
  const { commands, lines } = blocks[1] ?? { commands: [], lines: [] };
  const folder = mkdtempSync(join(tmpdir(), 'demarche-readme-'));
  try {
    let out = '';
    for (const command of commands)
      ({ out } = await demarche([...command, '--record', join(folder, 'record')]));
    const parts = lines
      .join('\n')
      .split('…')
      .map(asWords)
      .filter((part) => part !== '');
    expect(parts.length).toBeGreaterThan(2);
    const printed = asWords(out);
    for (const part of parts) expect(printed).toContain(part);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
