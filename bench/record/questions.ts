/** Every question that people ask a record, with each of its filters; what is asked for differs from run to run. */
import {
  actors,
  calendar,
  contradictions,
  each,
  type Filter,
  happening,
  happenings,
  search,
  sources,
  statements,
} from '../../src/record/ask/index.js';
import { dayNumber, dayText } from '../../src/record/merge/happening/telling.js';
import type { Db } from '../../src/record/store/database.js';
import { type Drawn, type Random, skewed } from './random.js';
import { loadVocabulary } from './vocabulary.js';

export interface Question {
  readonly name: string;
  /** @returns how many rows were answered. */
  readonly ask: (random: Random) => Promise<number>;
}

type Filters = Readonly<Record<string, (random: Random) => Filter>>;

const TODAY = '2025-01-01';
const FIRST = dayNumber('2005-01-01');

/** Countries, people and words are asked for about as often as they are in the news. */
export async function questionsOf(db: Db): Promise<Question[]> {
  const draw = await drawsOf(db);
  const filters = filtersOf(draw);
  const saying: readonly string[] = [
    'actor',
    'country',
    'since',
    'days',
    'words',
    'sources',
    'oldest',
    'most',
    'actor days',
    'words country',
  ];
  const all = {
    happenings: Object.keys(filters),
    statements: saying,
    actors: ['actor', 'country'],
    calendar: [
      'country',
      'dyad',
      'type',
      'since',
      'days',
      'actor',
      'place',
      'words',
      'dossier',
      'country since',
    ],
    contradictions: [
      'country',
      'dyad',
      'type',
      'since',
      'days',
      'actor',
      'place',
      'words',
      'sources',
      'most',
      'dossier',
    ],
  };
  const asks = {
    happenings: async (filter: Filter) => (await happenings(db, filter)).rows.length,
    statements: async (filter: Filter) => (await statements(db, filter)).rows.length,
    actors: async (filter: Filter) => (await actors(db, filter)).rows.length,
    calendar: async (filter: Filter) => (await calendar(db, filter, { today: TODAY })).rows.length,
    contradictions: async (filter: Filter) => (await contradictions(db, filter)).rows.length,
  };
  const filtered = Object.entries(all).flatMap(([name, kinds]) =>
    ['', ...kinds].map((kind): Question => {
      const filterOf = filters[kind] ?? (() => ({}));
      return {
        name: `${name} ${kind}`.trim(),
        ask: (random) => asks[name as keyof typeof asks](filterOf(random)),
      };
    }),
  );
  return [...filtered, ...others(db, draw)];
}

export interface Draws {
  readonly actor: Drawn<string>;
  readonly happening: Drawn<string>;
  readonly country: Drawn<string>;
  readonly two: (random: Random) => [string, string];
  readonly town: Drawn<string>;
  readonly word: Drawn<string>;
  readonly type: Drawn<string>;
  readonly code: Drawn<string>;
  readonly status: Drawn<string>;
  readonly day: (random: Random) => string;
}

export async function drawsOf(db: Db): Promise<Draws> {
  const words = loadVocabulary();
  const names: string[] = [];
  for await (const { name } of each((page) => actors(db, {}, page), 3000)) names.push(name);
  const ids: string[] = [];
  for await (const { id } of each((page) => happenings(db, {}, page), 2000)) ids.push(id);
  const two = (random: Random): [string, string] => {
    const one = words.country(random);
    const other = words.country(random);
    return one === other ? two(random) : [one, other];
  };
  const word = (random: Random): string => {
    const found = words.word(random);
    return found.length > 4 ? found : word(random);
  };
  const town = (random: Random): string => words.town(words.country(random))?.(random).name ?? 'Geneva';
  return {
    actor: skewed(names),
    happening: (random) => random.one(ids),
    country: words.country,
    two,
    town,
    word,
    type: (random) => words.act(random).type,
    code: (random) => (random.chance(0.5) ? words.act(random).code : `${10 + random.below(10)}`),
    status: words.status,
    day: (random) => dayText(FIRST + random.below(20 * 365)),
  };
}

const later = (day: string, days: number): string => dayText(dayNumber(day) + days);

export function filtersOf({ actor, country, two, town, word, type, code, status, day }: Draws): Filters {
  const days = (random: Random): Filter => {
    const since = day(random);
    return { since, until: later(since, 1 + random.below(90)) };
  };
  const dossier = (random: Random): Filter => ({
    dossier: {
      title: 'asked',
      parties: two(random),
      object: { names: [town(random)], places: [] },
      words: [word(random)],
    },
  });
  const typed = (random: Random) => ({ type: [type(random)] }) as Filter;
  const inState = (random: Random) => ({ status: [status(random)] }) as Filter;
  return {
    actor: (random) => ({ actor: actor(random) }),
    country: (random) => ({ country: [country(random)] }),
    'two countries': (random) => ({ country: two(random) }),
    dyad: (random) => ({ dyad: two(random).join('>') }),
    'dyad either way': (random) => ({ dyad: two(random).join(',') }),
    type: typed,
    code: (random) => ({ code: [code(random)] }),
    status: inState,
    since: (random) => ({ since: day(random) }),
    until: (random) => ({ until: day(random) }),
    days,
    place: (random) => ({ place: town(random) }),
    within: (random) => ({ place: town(random), within: 50 + random.below(400) }),
    words: (random) => ({ words: word(random) }),
    'two words': (random) => ({ words: `${word(random)} ${word(random)}` }),
    sources: (random) => ({ minSources: 2 + random.below(3) }),
    background: (random) => ({ background: random.chance(0.5) }),
    dossier,
    oldest: (random) => ({ sort: 'oldest', country: [country(random)] }),
    most: (random) => ({ sort: 'sources', country: [country(random)] }),
    'most of all': () => ({ sort: 'sources' }),
    'country since': (random) => ({ country: [country(random)], since: day(random) }),
    'country type status': (random) => ({ country: [country(random)], ...typed(random), ...inState(random) }),
    'dyad days': (random) => ({ dyad: two(random).join(','), ...days(random) }),
    'actor days': (random) => ({ actor: actor(random), ...days(random) }),
    'words country': (random) => ({ words: word(random), country: [country(random)] }),
    'words days': (random) => ({ words: word(random), ...days(random) }),
    'words most': (random) => ({ words: word(random), sort: 'sources' }),
    'type place': (random) => ({ ...typed(random), place: town(random) }),
    'within days': (random) => ({ place: town(random), within: 300, ...days(random) }),
    'status sources': (random) => ({ ...inState(random), minSources: 3 }),
    'dossier since': (random) => ({ ...dossier(random), since: day(random) }),
  };
}

function others(db: Db, { word, actor, country, day, happening: id }: Draws): Question[] {
  const found = (
    name: string,
    words: (random: Random) => string,
    filter: (random: Random) => Filter = () => ({}),
  ) => ({
    name: `search ${name}`,
    ask: async (random: Random) => (await search(db, words(random), filter(random))).length,
  });
  const two = (random: Random): string => `${word(random)} ${word(random)}`;
  return [
    {
      name: 'one happening',
      ask: async (random) => Number((await happening(db, id(random))).happening.reports),
    },
    {
      name: 'happenings, all evidence',
      ask: async (random) =>
        (await happenings(db, { country: [country(random)] }, { evidence: true })).rows.length,
    },
    { name: 'happenings, next page', ask: async (random) => nextPage(db, { country: [country(random)] }) },
    { name: 'sources', ask: async () => (await sources(db)).outlets.length },
    found('word', word),
    found('two words', two),
    found('either word', (random) => two(random).replace(' ', ' or ')),
    found('not', (random) => two(random).replace(' ', ' -')),
    found('phrase', (random) => `"${two(random)}"`),
    found('country', word, (random) => ({ country: [country(random)] })),
    found('actor', word, (random) => ({ actor: actor(random) })),
    found('since', word, (random) => ({ since: day(random) })),
    found('days', word, (random) => {
      const since = day(random);
      return { since, until: later(since, 60) };
    }),
  ];
}

async function nextPage(db: Db, filter: Filter): Promise<number> {
  const first = await happenings(db, filter);
  return first.next === undefined ? 0 : (await happenings(db, filter, { after: first.next })).rows.length;
}
