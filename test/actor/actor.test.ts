import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Actor } from '../../src/actor/actor.js';
import { actorAt, actorReader, loadActors, withoutIdle } from '../../src/actor/index.js';
import { loadPlaces, placeReader } from '../../src/place/index.js';
import { contains, overlaps } from '../../src/span.js';
import { readCases } from '../support/cases.js';
import { docOf } from '../support/doc.js';

const data = loadActors();
const readActors = actorReader(data);
const readPlaces = placeReader(loadPlaces());

async function actorsOf(text: string) {
  const doc = await docOf(text);
  const places = readPlaces(doc, { times: [] }).layer;
  const { layer, ...rest } = readActors(doc, { places });
  // As in a Reading without events: who is only a place is nobody.
  return { ...rest, layer: withoutIdle(layer, new Set()), text };
}

/** `Ana Soto | person CHL GOV | Foreign Minister of Chilean | Ana Soto; Soto`, one line an actor. */
async function shown(input: string): Promise<string> {
  const { layer, log, text } = await actorsOf(input);
  const lines = layer.map(({ name, kind, country, sectors, roles, mentions }) =>
    [
      name,
      [kind, country ?? '-', sectors.join(',')].join(' ').trim(),
      roles.map(({ title, of }) => (of === undefined ? title : `${title} of ${of}`)).join('; '),
      mentions.map(({ start, end }) => text.slice(start, end)).join('; '),
    ]
      .filter((part) => part !== '')
      .join(' | '),
  );
  return [...lines, ...log.map(({ code }) => code)].join('\n');
}

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    for (const { name, input, expected, at } of readCases(join(import.meta.dirname, file))) {
      test(`${name} (${at})`, async () => expect(await shown(input)).toBe(expected));
    }
  });
}

describe('examples of the data', () => {
  for (const { id, example } of data.lexicon.offices) {
    test(id, async () => {
      const { layer, notes } = await actorsOf(example.text);
      expect(layer.map(({ name }) => name)).toEqual([example.name]);
      expect(layer[0]?.roles).toHaveLength(2);
      expect(notes?.map(({ kind }) => kind)).toEqual(['actor/no-such-office']);
    });
  }
  for (const { id, text, sector } of data.lexicon.examples) {
    test(`${id}: ${text}`, async () => {
      const { layer } = await actorsOf(text);
      expect(layer.length).toBeGreaterThan(0);
      if (sector !== undefined) expect(layer.flatMap(({ sectors }) => sectors)).toContain(sector);
    });
  }
});

describe('references', () => {
  for (const { id, sort, example } of data.references.rows) {
    test(id, async () => {
      const { layer, text } = await actorsOf(example.text);
      const start = text.indexOf(example.words);
      const found = layer.filter(({ mentions }) => mentions.some((mention) => mention.start === start));
      const members = sort === 'state' ? undefined : 2;
      expect(found.map((actor) => [actor.name, actor.members?.length])).toEqual([[example.names, members]]);
    });
  }
});

test('actorAt finds the actor of a span, of its part and around it', async () => {
  const text = 'Chilean Foreign Minister Ana Soto met the Kremlin spokesman.';
  const { layer } = await actorsOf(text);
  const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  expect(actorAt(layer, spanOf('Ana Soto'))?.name).toBe('Ana Soto');
  expect(actorAt(layer, spanOf('Soto'))?.name).toBe('Ana Soto');
  expect(actorAt(layer, spanOf('Chilean Foreign Minister Ana Soto'))?.name).toBe('Ana Soto');
  expect(actorAt(layer, spanOf('met'))).toBeUndefined();
});

const words = fc.constantFrom(
  ...[
    'Foreign',
    'Minister',
    'President',
    'Ana',
    'Soto',
    ',',
    'the',
    'Japanese',
    'Japan',
    "'s",
    'of',
    'and',
    'said',
    '-',
    'al',
    'Moscow',
    'troops',
    'Party',
    'Ministry',
    'Gen.',
    'his',
    'counterpart',
    '\u{1f600}',
    'İ',
    '\ud800',
    'Ä',
  ],
);

test('spans are exact, inside the text and valid on any text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 40 }),
      async (parts) => {
        const text = parts.join(' ');
        const { layer } = await actorsOf(text);
        const ids = layer.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const actor of layer) {
          Actor.parse(actor);
          expect(actor.mentions.length).toBeGreaterThan(0);
          for (const { start, end } of [...actor.mentions, ...actor.roles.map(({ span }) => span)]) {
            expect(start).toBeLessThan(end);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          }
        }
      },
    ),
  );
});

test('mentions may nest and never cross', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (parts) => {
      const { layer } = await actorsOf(parts.join(' '));
      const spans = layer.flatMap(({ mentions }) => mentions);
      for (const one of spans)
        for (const other of spans)
          if (overlaps(one, other)) expect(contains(one, other) || contains(other, one)).toBe(true);
    }),
  );
});
