/** What readers of a desk ask, as addresses; each asks for something else, so that kept answers are no answer to all. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf } from '../../src/record/ask/count.js';
import type { Filter } from '../../src/record/ask/index.js';
import type { DossierFile } from '../../src/record/dossier/file.js';
import type { Db } from '../../src/record/store/database.js';
import { yamlText } from '../../src/yaml.js';
import { type Draws, filtersOf } from '../record/questions.js';
import { type Drawn, type Random, randomOf, weighted } from '../record/random.js';

/** Kinds with a floor of their own. */
export type Kind = 'list' | 'search' | 'happening' | 'dossier';

export interface Ask {
  readonly kind: Kind;
  readonly path: string;
}

/** Milliseconds that 95 of 100 answers must stay under. */
export const FLOORS: Readonly<Record<Kind, number>> = {
  list: 150,
  search: 150,
  happening: 150,
  dossier: 300,
};

/** As often as people look: lists most, then search, then what they found. */
const kinds = weighted<Kind>([
  ['list', 45],
  ['search', 25],
  ['happening', 20],
  ['dossier', 10],
]);

const lists = weighted<string>([
  ['happenings', 50],
  ['statements', 15],
  ['reports', 10],
  ['calendar', 10],
  ['contradictions', 10],
  ['actors', 5],
]);

/** Filters of `bench/record` that each list takes; the others take those of `happenings`. */
const narrow: Readonly<Record<string, readonly string[]>> = {
  statements: ['actor', 'country', 'since', 'days', 'words', 'sources', 'oldest', 'words country'],
  reports: ['country', 'since', 'days', 'words'],
  actors: ['actor', 'country'],
};

export function asksOf(draws: Draws, dossiers: readonly string[]): Drawn<Ask> {
  const { dossier: _, 'dossier since': __, ...filters } = filtersOf(draws);
  const names = Object.keys(filters);
  const list = (random: Random): string => {
    const question = lists(random);
    const filter = filters[random.one(narrow[question] ?? names)]?.(random) ?? {};
    return `/api/${question}${queryOf(filter)}`;
  };
  const search = (random: Random): string => {
    const words = random.chance(0.5) ? draws.word(random) : `${draws.word(random)} ${draws.word(random)}`;
    const day = random.chance(0.3) ? { since: draws.day(random) } : {};
    return `/api/search${queryOf({ words, ...day })}`;
  };
  const paths: Readonly<Record<Kind, (random: Random) => string>> = {
    list,
    search,
    happening: (random) => `/api/happenings/${draws.happening(random)}`,
    // Kept apart from those before by the day that counts as today: else all but the first answers were kept ones.
    dossier: (random) => `/api/dossiers/${random.one(dossiers)}?today=${draws.day(random)}`,
  };
  return (random) => {
    const kind = kinds(random);
    return { kind, path: paths[kind](random) };
  };
}

function queryOf(filter: Filter): string {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(filter)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) query.append(field, String(each));
  }
  return query.size === 0 ? '' : `?${query}`;
}

const DOSSIERS = 40;
/** Happenings that a question has at least: nobody keeps one about nothing. */
const LEAST = 10;
/** Questions looked at; of a small record few have as many. */
const TRIES = 1000;

/**
 * Questions between two countries over a thing, two years of them: as people keep them.
 * @returns their names.
 */
export async function writeDossiers(
  folder: string,
  db: Db,
  draws: Draws,
  since: string,
  least = LEAST,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const random = randomOf(23);
  const names: string[] = [];
  for (let at = 0; at < TRIES && names.length < DOSSIERS; at++) {
    const file: DossierFile = {
      title: `Question ${at}`,
      parties: draws.two(random),
      object: { names: [draws.town(random)], places: [] },
      words: [],
      since,
    };
    if ((await countOf(db, 'happenings', { dossier: file }, least)) < least) continue;
    writeFileSync(join(folder, `question-${at}.yaml`), yamlText(file));
    names.push(`question-${at}`);
  }
  return names;
}
