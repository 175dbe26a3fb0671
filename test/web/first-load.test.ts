import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const read = (path: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../dist/web/${path}`, import.meta.url)));

it('is small at first: no chart, no map', () => {
  const page = read('index.html').toString('utf8');
  const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/gu)].map(([, path]) => path ?? '');
  expect(files.length).toBeGreaterThan(1);
  const bytes = files.reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
  expect(bytes).toBeLessThan(200_000);
  const code = files.map((path) => read(path).toString('utf8')).join('');
  // Plot's own words, and those of the atlas.
  for (const word of ['--plot-background', 'equal-earth', '"Topology"']) expect(code).not.toContain(word);
});
