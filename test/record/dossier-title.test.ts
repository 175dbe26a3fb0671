import { expect, it } from 'vitest';
import { loadTitles, type Titled } from '../../src/record/merge/happening/title.js';
import type { Party } from '../../src/record/store/tables.js';

const titleOf = loadTitles();

const person = (name: string, country: string): Party => ({
  kind: 'person',
  name,
  country,
  sectors: [],
  form: name,
});
const solheim = person('Ingrid Solheim', 'NOR');
const karlsson = person('Jon Karlsson', 'ISL');
const iceland: Party = { kind: 'state', name: 'Iceland', country: 'ISL', sectors: [], form: 'state|ISL' };
const presidents: Party = {
  kind: 'person',
  name: 'presidents of Norway and Iceland',
  countries: ['NOR', 'ISL'],
  sectors: [],
  form: 'presidents',
};

const titled: Titled = {
  type: 'CONSULT',
  mode: null,
  realis: 'done',
  denied: false,
  actors: [solheim],
  recipients: [karlsson],
  place: 'Oslo',
};

const cases: readonly [Partial<Titled>, string][] = [
  [{}, 'Ingrid Solheim (NOR) met Jon Karlsson (ISL), Oslo'],
  [{ realis: 'planned' }, 'Ingrid Solheim (NOR) is to meet Jon Karlsson (ISL), Oslo'],
  [
    { realis: 'planned', actors: [solheim, karlsson], recipients: [] },
    'Ingrid Solheim (NOR) and Jon Karlsson (ISL) are to hold talks, Oslo',
  ],
  [
    { realis: 'planned', actors: [presidents], recipients: [] },
    'presidents of Norway and Iceland are to hold talks, Oslo',
  ],
  [{ realis: 'asked' }, 'asked for: Ingrid Solheim (NOR) to meet Jon Karlsson (ISL), Oslo'],
  [{ realis: 'off' }, 'called off: Ingrid Solheim (NOR) to meet Jon Karlsson (ISL), Oslo'],
  [{ denied: true }, 'denied: Ingrid Solheim (NOR) met Jon Karlsson (ISL), Oslo'],
  [
    { actors: [solheim, karlsson], recipients: [solheim, karlsson] },
    'Ingrid Solheim (NOR) and Jon Karlsson (ISL) held talks, Oslo',
  ],
  [{ mode: 'visit', recipients: [iceland], place: 'Iceland' }, 'Ingrid Solheim (NOR) visited Iceland'],
  [{ actors: [], recipients: [], type: 'UNHEARD', place: null }, 'somebody UNHEARD'],
];

it.each(cases)('%#: %s', (part, title) => {
  expect(titleOf({ ...titled, ...part })).toBe(title);
});
