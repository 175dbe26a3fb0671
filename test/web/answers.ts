/** What a desk would answer, of things that never were. */
import type { Happening } from '../../src/record/ask/happening.js';
import type { OneActor } from '../../src/record/ask/one-actor.js';
import type { PlaceCount } from '../../src/record/ask/places.js';

export const about = {
  version: '0.1.0',
  record: 'embedded',
  revision: 1,
  today: '2021-06-01',
  counts: { reports: 9, outlets: 1, happenings: 9, statements: 0, actors: 2, disputes: 0, failures: 0 },
  who: 'local',
  scopes: ['read', 'write'],
};

const DAY = 86_400_000;
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** One a day from 2021 on. */
export function happening(at: number): Happening {
  const from = Date.UTC(2021, 0, 1) + (at % 300) * DAY;
  return {
    id: `h${at}`,
    title: `Minister ${at} met minister ${at + 1}`,
    type: 'CONSULT',
    code: at % 3 === 0 ? 'PROTEST' : 'CONSULT-meet',
    contexts: [],
    intensity: { plover: 1 },
    status: at % 5 === 4 ? 'scheduled' : 'occurred',
    background: at % 11 === 10,
    when: { from: dayOf(from), to: dayOf(from + DAY), precision: 'day' },
    actors: [],
    recipients: [],
    counts: [],
    countries: [],
    dyads: [],
    reports: 2,
    sources: 1,
    contradictions: 0,
    confidence: 0.8,
    claimed: { places: [] },
    sentence: `Minister ${at} met minister ${at + 1}.`,
  };
}

export const happenings = (count: number): { rows: Happening[] } => ({
  rows: Array.from({ length: count }, (_, at) => happening(at)),
});

export const places: { rows: PlaceCount[] } = {
  rows: [
    { geonames: 1, name: 'Port Vell', country: 'ESP', lat: 41.4, lon: 2.2, happenings: 9 },
    { geonames: 2, name: 'Mirandela', country: 'PRT', lat: 41.5, lon: -7.2, happenings: 4 },
    { name: 'The strait', lat: 36, lon: -5.6, happenings: 1 },
  ],
};

export const months = {
  rows: ['2021-01', '2021-02', '2021-04', '2021-06'].map((month) => ({
    month,
    cooperation: 2,
    conflict: 1,
    neutral: 0,
    happenings: 3,
  })),
  undated: 1,
};

export const actor: OneActor = {
  actor: {
    id: 'person|ana torres|CHL',
    kind: 'person',
    name: 'Ana Torres',
    country: 'CHL',
    sectors: ['GOV'],
    aliases: [],
    reports: 9,
    roles: [{ title: 'foreign minister', firstDay: '2021-01-01', lastDay: '2021-05-01', reports: 9 }],
  },
  happenings: 9,
  partners: [
    {
      actor: 'person|lars vik|NOR',
      name: 'Lars Vik',
      country: 'NOR',
      happenings: 5,
      met: 4,
      spoke: 1,
      conflict: 0,
    },
  ],
};
