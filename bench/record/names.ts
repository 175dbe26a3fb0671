/** Towns and people of generated records: those of our own tables, and names made from parts of theirs. */
import { dataText } from '../../src/data-file.js';
import { foldedName } from '../../src/record/filing/party.js';
import type { Party } from '../../src/record/store/tables.js';
import { type Drawn, randomOf, skewed, weighted } from './random.js';

export interface Town {
  readonly name: string;
  readonly geonames: number;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
}

/** People a country that reports name, at most. */
const PEOPLE = 300;

export const lines = (folder: string, file: string): string[][] =>
  dataText(folder, file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

export function townsByCountry(): Map<string, Town[]> {
  const found = new Map<string, (Town & { readonly people: number })[]>();
  for (const [name = '', geonames, country = '', , lat, lon, people] of lines('places', 'towns.tsv')) {
    const town = {
      name,
      geonames: Number(geonames),
      country,
      lat: Number(lat),
      lon: Number(lon),
      people: Number(people),
    };
    const all = found.get(country);
    if (all === undefined) found.set(country, [town]);
    else all.push(town);
  }
  for (const all of found.values()) all.sort((a, b) => b.people - a.people || a.geonames - b.geonames);
  return found;
}

let holders: Map<string, string[][]> | undefined;

function holdersOf(country: string): string[][] {
  if (holders === undefined) {
    holders = new Map();
    for (const line of lines('actors', 'office-holders.tsv'))
      holders.set(line[0] ?? '', [...(holders.get(line[0] ?? '') ?? []), line]);
  }
  return holders.get(country) ?? [];
}

const TITLES = [
  'ambassador',
  'defence minister',
  'spokesman',
  'general',
  'senator',
  'trade minister',
  'governor',
];

export function partiesOf(country: string, name: string): Drawn<Party> {
  const state: Party = { kind: 'state', name, country, sectors: ['GOV'], form: `state|${country}` };
  const body = (kind: string, of: string, sector: string): Party => {
    const full = `${name}'s ${of}`;
    return { kind, name: full, country, sectors: [sector], form: `${kind}|${foldedName(full)}|${country}` };
  };
  const people = namesIn(country).map(
    ([full, title]): Party => ({
      kind: 'person',
      name: full,
      country,
      title,
      sectors: ['GOV'],
      form: `person|${foldedName(full)}|${country}`,
    }),
  );
  const person = skewed(people, 1.1);
  const other = weighted<Party>([
    [state, 8],
    [body('government', 'government', 'GOV'), 0],
    [body('organization', 'foreign ministry', 'GOV'), 3],
    [body('military', 'army', 'MIL'), 2],
    [body('organization', 'opposition', 'OPP'), 1],
  ]);
  return (random) => (random.chance(0.55) ? person(random) : other(random));
}

/** Office holders of the table, then people of no office, whose names are made from parts of those. */
function namesIn(country: string): [name: string, title: string][] {
  const known = [...new Map(holdersOf(country).map((line) => [line[2] ?? '', line[1] ?? '']))].map(
    ([name, title]): [string, string] => [name, title.replace('title/', '').replaceAll('-', ' ')],
  );
  const parts =
    known.length > 0
      ? known.map(([name]) => name.split(' '))
      : [
          ['Kim', 'Adan'],
          ['Sami', 'Noor'],
        ];
  const random = randomOf([...country].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const made = new Map(known);
  for (let tries = 0; made.size < PEOPLE && tries < 4 * PEOPLE; tries++) {
    const [first, last] = [random.one(parts)[0], random.one(parts).at(-1)];
    const letter = String.fromCharCode(65 + random.below(26));
    made.set(`${first} ${letter}. ${last}`, random.one(TITLES));
  }
  return [...made];
}
