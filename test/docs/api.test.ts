/** docs/api.md names every route of the API, and no other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createApi } from '../../src/desk/api/index.js';
import type { Desk } from '../../src/desk/desk.js';
import { createSessions } from '../../src/desk/guard/keys.js';
import { createKeys } from '../../src/desk/keys.js';
import { packageFile } from '../../src/package-root.js';

const page = readFileSync(packageFile('docs', 'api.md'), 'utf8');

/** Paths in code marks, but for those that stand outside the API. */
function described(): Set<string> {
  const outside = new Set(['/api', '/api/openapi.json', '/docs', '/health', '/ready']);
  const marked = page.matchAll(/`(?:(?:GET|POST|DELETE) )?(\/[a-z][^`?… ]*)[^`]*`/gu);
  return new Set([...marked].flatMap(([, path = '']) => (outside.has(path) ? [] : [path])));
}

test('the page and the document have the same routes', async () => {
  const desk = { version: '0', additions: {}, answers: {}, news: {} } as unknown as Desk;
  const api = createApi(desk, createKeys('/nowhere/keys.json'), createSessions());
  const { paths } = (await (await api.request('/openapi.json')).json()) as { paths: object };
  expect([...described()].sort()).toEqual(Object.keys(paths).sort());
});
