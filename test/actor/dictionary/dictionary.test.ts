import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Actor } from '../../../src/actor/actor.js';
import { actorReader, loadActors, withoutIdle } from '../../../src/actor/index.js';
import { loadPlaces, placeReader } from '../../../src/place/index.js';
import { textsOf } from '../../../src/table-file.js';
import { readCases } from '../../support/cases.js';
import { docOf } from '../../support/doc.js';

const here = import.meta.dirname;
const files = textsOf(['tarsovia.actors.txt', 'tarsovia.agents.txt'].map((name) => join(here, name)));
const readPlaces = placeReader(loadPlaces());
const readActors = actorReader(loadActors(files));

async function actorsOf(text: string, published?: string, read = readActors) {
  const doc = await docOf(text, published === undefined ? {} : { published });
  const places = readPlaces(doc, { times: [] }).layer;
  // As in a Reading without events: who is only a place is nobody.
  return withoutIdle(read(doc, { places }).layer, new Set());
}

/** `Tarsovia | state TSV - | Tarsovia; Tarsovian`, one line an actor; of a group, its members' ids at the end. */
async function shown(text: string, published?: string): Promise<string> {
  const layer = await actorsOf(text, published);
  return layer
    .map(({ name, kind, code, country, sectors, mentions, members = [] }) =>
      [
        name,
        [kind, code ?? '-', country ?? '-', sectors.join(',')].join(' ').trim(),
        mentions.map(({ start, end }) => text.slice(start, end)).join('; '),
        members.join(' '),
      ]
        .filter((part) => part !== '')
        .join(' | '),
    )
    .join('\n');
}

describe('codes.txt', () => {
  for (const { name, config, input, expected, at } of readCases(join(here, 'codes.txt')))
    test(`${name} (${at})`, async () =>
      expect(await shown(input, config.published as string | undefined)).toBe(expected));
});

describe('faults.txt', () => {
  for (const { name, config, input, expected, at } of readCases(join(here, 'faults.txt')))
    test(`${name} (${at})`, () => {
      const file = String(config.file);
      const faults = loadActors([{ name: file, text: input }]).faults;
      expect(faults.every((fault) => fault.file === file)).toBe(true);
      expect(faults.map(({ line, message }) => `${line}: ${message}`).join('\n')).toBe(expected);
    });
});

test('a file in the Latin alphabet of its time is read as such, line ends of any system', async () => {
  const own = [{ name: 'own', text: 'SAO_LOURO [SLO]\r\n+LOURO_ISLES\r\n' }];
  const layer = await actorsOf('São Louro met the Louro Isles.', undefined, actorReader(loadActors(own)));
  expect(layer.map(({ code }) => code)).toEqual(['SLO']);
});

test('a later file wins over an earlier one', async () => {
  const own = ['[AAA]', '[BBB]'].map((code, nth) => ({ name: `${nth}`, text: `OSTERMARK ${code}\n` }));
  const layer = await actorsOf('Ostermark left.', undefined, actorReader(loadActors(own)));
  expect(layer.map(({ code }) => code)).toEqual(['BBB']);
});

test('a file that is not there is named', () => {
  expect(() => textsOf(['no-such.actors.txt'])).toThrow("'no-such.actors.txt' cannot be read");
});

test('a large dictionary of one head and a long sentence stay quick', async () => {
  const names = Array.from({ length: 20_000 }, (_, nth) => `TARSOVIAN_BODY_NO_${nth} [TSVBUS]`).join('\n');
  const read = actorReader(loadActors([...files, { name: 'many', text: names }]));
  const text = `${'Tarsovian body no 77 and '.repeat(2000)}Belmark left.`;
  const started = performance.now();
  expect(await actorsOf(text, undefined, read)).not.toEqual([]);
  expect(performance.now() - started).toBeLessThan(60_000);
});

test('whatever the words, every actor keeps its contract', async () => {
  const words = fc.constantFrom(
    ..."Tarsovia Belmark Tarsovian officials former soldiers of and the , . ; 's Mira Solent president India met Quendal twin isles Twin Isles".split(
      ' ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 25 }), async (list) => {
      const text = list.join(' ');
      const layer = await actorsOf(text, '2001-01-01');
      expect(layer.map(({ id }) => id)).toEqual(layer.map((_, nth) => `a${nth + 1}`));
      const ids = new Set(layer.map(({ id }) => id));
      for (const actor of layer) {
        Actor.parse(actor);
        expect(actor.mentions.length).toBeGreaterThan(0);
        for (const { start, end } of actor.mentions) expect(text.slice(start, end).trim()).not.toBe('');
        for (const member of actor.members ?? []) expect(ids.has(member)).toBe(true);
      }
    }),
    { numRuns: 60, seed: 4 },
  );
});
