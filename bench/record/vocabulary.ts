/** What generated records are made from: states, office holders, towns, acts and words of our own data files. */
import { z } from 'zod';
import { checkedData, dataFiles, dataText } from '../../src/data-file.js';
import { loadStates } from '../../src/place/index.js';
import type { Party } from '../../src/record/store/tables.js';
import { lines, partiesOf, type Town, townsByCountry } from './names.js';
import { type Drawn, randomOf, skewed, weighted } from './random.js';

export interface Act {
  readonly type: string;
  readonly mode: string | null;
  readonly code: string;
  readonly cameo: string | null;
  readonly plover: number;
  readonly goldstein: number | null;
}

export interface Vocabulary {
  /** A few are in the news every day, most seldom. */
  readonly country: Drawn<string>;
  /** People, the state itself, bodies of it; a few are named most. */
  readonly party: (country: string) => Drawn<Party>;
  readonly town: (country: string) => Drawn<Town> | undefined;
  readonly act: Drawn<Act>;
  readonly status: Drawn<string>;
  readonly outlet: Drawn<string>;
  /** A word as often as our examples have it. */
  readonly word: Drawn<string>;
}

export const COUNTRIES = 195;
const OUTLETS = 120;

const PloverFile = z.object({
  types: z.record(z.string(), z.object({ score: z.number(), modes: z.record(z.string(), z.unknown()) })),
});

/** In the news: talks first, aid and riots seldom. Judgement; the shape matters, not the figure. */
const OFTEN: readonly (readonly [string, number])[] = [
  ['CONSULT', 26],
  ['ASSAULT', 12],
  ['ACCUSE', 11],
  ['REQUEST', 10],
  ['SUPPORT', 7],
  ['COERCE', 6],
  ['REJECT', 6],
  ['AGREE', 5],
  ['SANCTION', 4],
  ['THREATEN', 4],
  ['PROTEST', 3],
  ['AID', 2],
  ['MOBILIZE', 2],
  ['COOPERATE', 1],
  ['RETREAT', 1],
  ['CONCEDE', 0.5],
];

const STATUS: readonly (readonly [string, number])[] = [
  ['occurred', 62],
  ['scheduled', 8],
  ['reported', 7],
  ['intended', 6],
  ['ongoing', 5],
  ['requested', 5],
  ['conditional', 3],
  ['denied', 2],
  ['cancelled', 2],
];

export function loadVocabulary(): Vocabulary {
  const { nameOf, sovereign } = loadStates();
  const towns = townsByCountry();
  const size = (code: string): number => towns.get(code)?.length ?? 0;
  const codes = [...sovereign].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)).slice(0, COUNTRIES);
  const parties = new Map(codes.map((code) => [code, partiesOf(code, nameOf.get(code) ?? code)]));
  const drawnTowns = new Map(codes.map((code) => [code, skewed(towns.get(code) ?? [], 0.8)]));
  return {
    country: skewed(codes),
    party: (code) => parties.get(code) as Drawn<Party>,
    town: (code) => (size(code) === 0 ? undefined : drawnTowns.get(code)),
    act: acts(),
    status: weighted(STATUS),
    outlet: skewed(outletNames()),
    word: words(),
  };
}

function acts(): Drawn<Act> {
  const { types } = checkedData('events', 'plover.yaml', PloverFile);
  const cameo = lines('events', 'cameo.tsv').slice(1);
  const often = new Map(OFTEN);
  return weighted(
    Object.entries(types).flatMap(([type, { score, modes }]) => {
      const all = [null, ...Object.keys(modes)];
      return all.map((mode): [Act, number] => {
        const [code, , , , goldstein] =
          cameo.find((line) => line[1] === type && (line[2] ?? '') === (mode ?? '')) ?? [];
        const act: Act = {
          type,
          mode,
          code: mode === null ? type : `${type}-${mode}`,
          cameo: code ?? null,
          plover: score,
          goldstein: goldstein === undefined ? null : Number(goldstein),
        };
        return [act, (often.get(type) ?? 0.5) * (mode === null ? 1 : 0.7 / all.length)];
      });
    }),
  );
}

const outletNames = (): string[] => {
  const random = randomOf(41);
  const first = [
    'Northern',
    'Coastal',
    'Harbour',
    'Capital',
    'Evening',
    'Mountain',
    'River',
    'Island',
    'Morning',
    'Valley',
  ];
  const last = [
    'Courier',
    'Observer',
    'Dispatch',
    'Post',
    'Wire',
    'Gazette',
    'Tribune',
    'Herald',
    'Record',
    'Echo',
    'Star',
    'Times',
  ];
  const names = first.flatMap((one) => last.map((other) => `${one} ${other}`));
  return names
    .map((name) => ({ name, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
    .slice(0, OUTLETS);
};

const WORDS = [
  ...dataFiles('events', 'verbs').map((file) => ['events', file] as const),
  ['events', 'nominals.yaml'],
  ['speech', 'cues.yaml'],
  ['actors', 'titles.yaml'],
  ['disputes', 'words.yaml'],
] as const;

/** Those of the examples in our data, in lower case. */
function words(): Drawn<string> {
  const all = WORDS.flatMap(([folder, file]) =>
    [...dataText(folder, file).matchAll(/example: "([^"]+)"/gu)].flatMap(
      ([, example = '']) => example.toLowerCase().match(/[\p{L}-]+/gu) ?? [],
    ),
  );
  return (random) => random.one(all);
}
