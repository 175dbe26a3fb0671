/** What the README shows is what the command prints. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFile } from '../src/package-root.js';
import { demarche } from './support/command.js';

test('the Reading that the README opens with', async () => {
  const readme = readFileSync(packageFile('README.md'), 'utf8');
  const [command = '', ...shown] = (/```\n\$ ([\s\S]*?)```/u.exec(readme)?.[1] ?? '').trimEnd().split('\n');
  const args = command.split(' ').slice(1);
  const { out } = await demarche(args.map((arg) => (arg.startsWith('examples/') ? packageFile(arg) : arg)));
  expect(shown.length).toBeGreaterThan(10);
  expect(out.slice(0, shown.join('\n').length)).toBe(shown.join('\n'));
});
