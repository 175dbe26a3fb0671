import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import { loadPlaces, loadStates, placeReader } from '../../src/place/index.js';
import { Place } from '../../src/place/place.js';
import { loadHistoricStates } from '../../src/place/states.js';
import { readCases } from '../support/cases.js';
import { docOf } from '../support/doc.js';

const data = loadPlaces();
const read = placeReader(data);
const placesOf = async (text: string) => read(await docOf(text), { times: [] });

/** `Gori | city GEO 614455`, one line a place, then the log's codes. */
async function shown(text: string): Promise<string> {
  const { layer, log, notes = [] } = await placesOf(text);
  const lines = layer.map(({ name, kind, country, geonames, dateline }) =>
    [name, '|', kind, country ?? '-', geonames ?? '', dateline ? 'dateline' : '']
      .join(' ')
      .replaceAll(/ +/g, ' ')
      .trim(),
  );
  return [...lines, ...log.map(({ code }) => code), ...notes.map(({ kind }) => kind)].join('\n');
}

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    for (const { name, input, expected, at } of readCases(join(import.meta.dirname, file))) {
      test(`${name} (${at})`, async () => expect(await shown(input)).toBe(expected));
    }
  });
}

describe('examples of the data', () => {
  for (const { id, example } of data.rules.all) {
    test(id, async () => {
      const { layer } = await placesOf(example.text);
      expect(layer.map(({ name }) => name)).toContain(example.place);
    });
  }
  for (const { code, names } of loadHistoricStates()) {
    test(code, () => expect(data.states.names.get(names[0] ?? '')).toEqual([code]));
  }
});

test('every alias and abbreviation stands for something', () => {
  expect(data.gazetteer.orphans()).toEqual([]);
});

/** The program looks names up by halving: one line out of order would hide its neighbours. */
test.each(['towns.tsv', 'regions.tsv', 'spellings.tsv'])('%s is sorted and plain', (file) => {
  const text = readFileSync(packageFile('data', 'places', file), 'utf8');
  let last = '';
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue;
    const key = line.slice(0, line.indexOf('\t')).toLowerCase();
    if (key < last || !/^[ -~]+$/.test(key)) expect.unreachable(`${file}: ${line}`);
    last = key;
  }
  expect(last).not.toBe('');
});

test('a country has no point', async () => {
  const { layer } = await placesOf('Rescue teams flew to Nepal and northern Mali.');
  expect(layer.map(({ lat, lon }) => lat ?? lon)).toEqual([undefined, undefined]);
});

test('every row of the gazetteer has a country of ISO 3166', () => {
  const { codes } = loadStates();
  for (const file of ['towns.tsv', 'regions.tsv', 'country-ids.tsv']) {
    const column = file === 'country-ids.tsv' ? 0 : 2;
    for (const line of readFileSync(packageFile('data', 'places', file), 'utf8')
      .trim()
      .split('\n')) {
      if (line.startsWith('#')) continue;
      const code = line.split('\t')[column] ?? '';
      if (!codes.has(code)) expect.unreachable(`${file}: ${line}`);
    }
  }
});

const words = fc.constantFrom(
  ...[
    'in',
    'Moscow',
    'the',
    'city',
    'of',
    'Georgia',
    ',',
    'northern',
    'Mali',
    "'s",
    'St. Petersburg',
    '-',
    'İzmir',
    '\u{1f600}',
    'and',
    'said',
    '\n\n',
    'Kuril',
    'islands',
    'United',
    'States',
    '\ud800',
    'X',
    'LONDON',
    '(',
    ',',
    'of',
    'Hospital',
    'Calif.',
  ],
);

test('spans are exact, in order and valid on any text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 40 }),
      async (parts) => {
        const text = parts.join(' ');
        const { layer } = await placesOf(text);
        let last = 0;
        for (const place of layer) {
          Place.parse(place);
          const { start, end } = place.span;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).replaceAll(/\s+/g, ' ')).toBe(place.name);
          last = end;
        }
      },
    ),
  );
});

test('a long hostile text takes time in proportion to its length', async () => {
  const seconds = async (text: string) => {
    const doc = await docOf(text);
    const start = performance.now();
    read(doc, { times: [] });
    return performance.now() - start;
  };
  await seconds('New York '.repeat(1000));
  const short = await seconds('New York '.repeat(4000));
  const long = await seconds('New York '.repeat(40_000));
  expect(long).toBeLessThan(short * 60 + 200);
});
