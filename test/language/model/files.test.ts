/** The model that ships is the one that its card and its labels speak of, and small enough to ship. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelFile } from '../../../src/language/model/config.js';
import { modelName } from '../../../src/language/model/index.js';

const config = JSON.parse(readFileSync(modelFile('config.json'), 'utf8')) as {
  sha256: Record<string, string>;
};

test('every file has the digest that labels and card name', () => {
  const card = readFileSync(modelFile('README.md'), 'utf8');
  expect(Object.keys(config.sha256)).toContain('reader.onnx');
  for (const [name, wanted] of Object.entries(config.sha256)) {
    expect(
      createHash('sha256')
        .update(readFileSync(modelFile(name)))
        .digest('hex'),
      name,
    ).toBe(wanted);
    expect(card).toContain(wanted);
  }
});

test('all of it is at most 25 MB', () => {
  const folder = modelFile('.');
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(modelFile(name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(25_000_000);
});

test('a Reading names it', () => expect(modelName()).toMatch(/^reader \d+ sha256:[0-9a-f]{16}$/u));
