import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actorReader, loadActors } from '../../../src/actor/index.js';
import { loadPlaces, placeReader } from '../../../src/place/index.js';
import { textsOf } from '../../../src/table-file.js';
import { readCases } from '../../support/cases.js';
import { docOf } from '../../support/doc.js';

const here = import.meta.dirname;
const readPlaces = placeReader(loadPlaces());
const withInvented = actorReader(loadActors(textsOf([join(here, 'invented.tsv')])));
const withOurs = actorReader(loadActors());

async function read(text: string, published: string | undefined, readActors: typeof withOurs) {
  const doc = await docOf(text, published === undefined ? {} : { published });
  const places = readPlaces(doc, { times: [] }).layer;
  return readActors(doc, { places });
}

async function shown(text: string, published: string | undefined, readActors = withInvented) {
  const { layer, notes = [] } = await read(text, published, readActors);
  const people = layer.filter(({ kind }) => kind === 'person');
  return [
    ...people.map(({ name, country = '-', sectors, basis = '', mentions }) =>
      [
        name,
        `${country} ${sectors.join(',')} ${basis}`.trim(),
        mentions.map(({ start, end }) => text.slice(start, end)).join('; '),
      ].join(' | '),
    ),
    ...notes.map(({ kind, message, spans }) =>
      [kind, message, spans.map(({ start, end }) => text.slice(start, end)).join('; ')].join(' | '),
    ),
  ].join('\n');
}

describe('cases.txt', () => {
  for (const { name, config, input, expected, at } of readCases(join(here, 'cases.txt')))
    test(`${name} (${at})`, async () =>
      expect(await shown(input, config.published as string | undefined)).toBe(expected));
});

describe('faults.txt', () => {
  for (const { name, input, expected, at } of readCases(join(here, 'faults.txt')))
    test(`${name} (${at})`, () => {
      const faults = loadActors([{ name: 'mine.tsv', text: `${input}\n` }]).faults;
      expect(faults.map(({ line, message }) => `${line}: ${message}`).join('\n')).toBe(expected);
    });
});

describe('the table that ships', () => {
  test.each([
    ['Barack Obama', '2015-06-09', 'USA'],
    ['Vladimir Putin', '2005-01-01', 'RUS'],
    ['Margaret Thatcher', '1990-06-01', 'GBR'],
    ['Keizo Obuchi', '1999-06-01', 'JPN'],
    ['Sergey Lavrov', '2016-12-03', 'RUS'],
    ['Annalena Baerbock', '2022-02-01', 'DEU'],
    ['Xi Jinping', '2024-02-01', 'CHN'],
    ['Keir Starmer', '2025-05-01', 'GBR'],
  ])('%s on %s is of %s', async (name, published, country) => {
    const { layer } = await read(`"It is good," said ${name}.`, published, withOurs);
    expect(layer).toMatchObject([{ kind: 'person', country, sectors: ['GOV'], basis: 'office-holders' }]);
  });

  test.each([
    ['President Reagan', 'USA'],
    ['Former President Francois Mitterrand', 'FRA'],
    ['President Francois Mitterand', 'FRA'],
    ['King Hassan', 'MAR'],
    ['President Assad', 'SYR'],
    ['President Kim', undefined],
  ])('%s long after is of %s', async (words, country) => {
    const { layer } = await read(`${words} welcomed it.`, '2024-01-01', withOurs);
    expect(layer.map((actor) => actor.country)).toEqual([country]);
  });

  test.each([
    ['Kari Vik', '2015-01-01'],
    ['Tony Vik', '2012-01-01'],
  ])('of %s on %s it says nothing', async (name, published) => {
    const { layer } = await read(`"It is good," said ${name}.`, published, withOurs);
    expect(layer.map(({ country }) => country)).toEqual([undefined]);
  });
});
