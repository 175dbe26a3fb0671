/** What pages say of themselves: tables of cases in metadata/*.txt. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadMetadata, type PageMetadata, pageMetadata } from '../../src/article/html/metadata.js';
import { parsePage } from '../../src/article/html/page.js';
import { readCases } from '../support/cases.js';

const data = loadMetadata();
const folder = fileURLToPath(new URL('./metadata/', import.meta.url));
const fields = [
  'headline',
  'dek',
  'outlet',
  'byline',
  'agency',
  'language',
  'canonical',
  'published',
  'updated',
] as const;

const shown = (found: PageMetadata): string =>
  [
    ...fields.flatMap((name) =>
      found[name] ? [`${name}: ${found[name].value} < ${found[name].source}`] : [],
    ),
    ...found.notes.map(({ kind, message }) => `note: ${kind} ${message}`),
    ...found.log.map(({ code }) => `log: ${code}`),
  ].join('\n');

for (const file of readdirSync(folder))
  describe(file, () => {
    for (const { name, config, input, expected, at } of readCases(folder + file))
      it(`${name} (${at})`, () => {
        expect(shown(pageMetadata(parsePage(input), data, config))).toBe(expected);
      });
  });

describe('hostile pages', () => {
  it.each([
    ['many JSON-LD blocks', '<script type="application/ld+json">{"@type":"Article"}</script>'.repeat(2_000)],
    [
      'deep JSON-LD',
      `<script type="application/ld+json">${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}</script>`,
    ],
    ['unclosed JSON-LD', `<script type="application/ld+json">${'[{"a":"'.repeat(50_000)}</script>`],
    ['many meta elements', '<meta property="article:published_time" content="2016-12-03">'.repeat(20_000)],
    ['a title of separators', `<title>${' | '.repeat(100_000)}</title><h1>x</h1>`],
    ['many dates', '<p><time datetime="2016-12-03">3 December 2016</time></p>'.repeat(20_000)],
    ['nested small elements', `${'<div>'.repeat(3_000)}3.12.2016`],
    ['a long line of digits', `<p>${'1'.repeat(1_000_000)}</p>`],
    ['a long line of labels', `<p>${'Updated '.repeat(100_000)}</p>`],
  ])('%s', (_, html) => {
    const page = parsePage(html);
    const start = performance.now();
    pageMetadata(page, data, { url: `https://courier.example/${'2016/'.repeat(1_000)}` });
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
