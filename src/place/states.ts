/** States by name and demonym: world-countries, with what data/places adds to it. */
import { createRequire } from 'node:module';
import type { Countries } from 'world-countries';
import { z } from 'zod';
import { checkedData, dataText } from '../data-file.js';
import { folded } from './fold.js';
import { PhraseTable } from './phrases.js';

/** ISO 3166-1 alpha-3, or alpha-3 of ISO 3166-3 for a state that ended. */
export type CountryCode = string;

export interface States {
  /** Names: `Japan`, `the Soviet Union` without its article. Several codes where a name is shared. */
  readonly names: PhraseTable<readonly CountryCode[]>;
  /** Adjectives: `Japanese`, `U.S.`, `South Korean`. */
  readonly demonyms: PhraseTable<readonly CountryCode[]>;
  /** Nouns in the plural: `Russians`, `Danes`. */
  readonly people: PhraseTable<readonly CountryCode[]>;
  /** Common English name of each state. */
  readonly nameOf: ReadonlyMap<CountryCode, string>;
  /** Capital cities as world-countries names them. */
  readonly capitals: ReadonlyMap<CountryCode, readonly string[]>;
  /** Members of the UN and those few that news treats alike. */
  readonly sovereign: ReadonlySet<CountryCode>;
  /** Other names of capitals: `Kiev`, `Washington`. */
  readonly otherCapitals: ReadonlyMap<string, CountryCode>;
  readonly borders: ReadonlyMap<CountryCode, readonly CountryCode[]>;
  readonly codes: ReadonlySet<CountryCode>;
  /** GeoNames ids. */
  readonly geonames: ReadonlyMap<CountryCode, number>;
}

const Codes = z.union([z.string(), z.array(z.string())]).transform((codes) => [codes].flat());

const StatesFile = z.strictObject({
  names: z.record(z.string(), Codes),
  not: z.array(z.string()),
  demonyms: z.record(z.string(), Codes),
  people: z.record(z.string(), Codes),
  capitals: z.record(z.string(), z.string()),
  sovereign: z.array(z.string()),
});

const HistoricFile = z.array(
  z.strictObject({
    code: z.string().regex(/^[A-Z]{3}$/),
    names: z.array(z.string()).min(1),
    demonyms: z.array(z.string()),
    people: z.array(z.string()),
    example: z.strictObject({ text: z.string(), name: z.string(), country: z.string() }),
  }),
);
export type HistoricState = z.infer<typeof HistoricFile>[number];

/** world-countries has its own code for Kosovo; the user-assigned ISO code is the usual one. */
const codeOf = (cca3: string): CountryCode => (cca3 === 'UNK' ? 'XKX' : cca3);

export const loadHistoricStates = (): HistoricState[] =>
  checkedData('places', 'historic-states.yaml', HistoricFile);

let loaded: States | undefined;

/** Loaded once for place/ and actor/. @throws Error naming file and entry when a code is not of ISO 3166. */
export function loadStates(): States {
  loaded ??= readStates();
  return loaded;
}

function readStates(): States {
  // By require: its types describe an ES module, but what Node loads is CommonJS.
  const countries: Countries = createRequire(import.meta.url)('world-countries');
  const extra = checkedData('places', 'states.yaml', StatesFile);
  const historic = loadHistoricStates();
  const codes = new Set([...countries.map(({ cca3 }) => codeOf(cca3)), ...historic.map(({ code }) => code)]);
  const names = new PhraseTable<readonly CountryCode[]>();
  const demonyms = new PhraseTable<readonly CountryCode[]>();
  const people = new PhraseTable<readonly CountryCode[]>();
  const not = new Set(extra.not);

  // Dependencies first: where a name or demonym is shared, the independent state that comes later has it.
  const byStanding = [...countries].sort((a, b) => Number(a.independent) - Number(b.independent));
  for (const { cca3, name, demonyms: adjectives } of byStanding) {
    for (const each of [name.common, name.official]) if (!not.has(each)) add(names, each, [codeOf(cca3)]);
    const adjective = adjectives?.eng?.m ?? '';
    if (adjective === '' || adjective.includes(',') || adjective.includes(' or ')) continue;
    addDemonym(demonyms, people, adjective, [codeOf(cca3)]);
  }
  for (const state of historic) {
    for (const name of state.names) add(names, name, [state.code]);
    for (const adjective of state.demonyms) add(demonyms, adjective, [state.code]);
    for (const noun of state.people) add(people, noun, [state.code]);
  }
  for (const [name, of] of Object.entries(extra.names)) add(names, name, known(codes, name, of));
  for (const [name, of] of Object.entries(extra.demonyms))
    addDemonym(demonyms, people, name, known(codes, name, of));
  for (const [name, of] of Object.entries(extra.people)) add(people, name, known(codes, name, of));

  return {
    names,
    demonyms,
    people,
    codes,
    geonames: new Map(rowsOf('country-ids.tsv').map(([code = '', id]) => [code, Number(id)])),
    nameOf: new Map([
      ...countries.map(({ cca3, name }) => [codeOf(cca3), name.common] as const),
      ...historic.map(({ code, names: [name = code] }) => [code, name] as const),
    ]),
    capitals: new Map(countries.map(({ cca3, capital }) => [codeOf(cca3), capital ?? []])),
    sovereign: new Set([
      ...countries.filter(({ unMember }) => unMember).map(({ cca3 }) => codeOf(cca3)),
      ...extra.sovereign,
    ]),
    otherCapitals: new Map(Object.entries(extra.capitals)),
    borders: new Map(countries.map(({ cca3, borders }) => [codeOf(cca3), (borders ?? []).map(codeOf)])),
  };
}

const rowsOf = (file: string): string[][] =>
  dataText('places', file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

function known(codes: ReadonlySet<string>, name: string, of: readonly string[]): readonly string[] {
  const wrong = of.find((code) => !codes.has(code));
  if (wrong !== undefined)
    throw new Error(`data/places/states.yaml: '${name}' has the code ${wrong}, which ISO 3166 has not.`);
  return of;
}

function add(table: PhraseTable<readonly CountryCode[]>, name: string, codes: readonly CountryCode[]): void {
  table.set(folded(name), codes);
}

type Table = PhraseTable<readonly CountryCode[]>;

/** `Russian` gives `Russians` too; `Japanese`, `British`, `U.S.` have no plural of that kind. */
function addDemonym(demonyms: Table, people: Table, adjective: string, codes: readonly CountryCode[]): void {
  add(demonyms, adjective, codes);
  if (
    /(?:an|i|er|at|ak|ek|ch|ot|ane|ene|ois)$/u.test(adjective) &&
    !/(?:French|Dutch|Czech)$/u.test(adjective)
  )
    add(people, `${adjective}s`, codes);
  if (adjective.endsWith('Czech')) add(people, `${adjective}s`, codes);
}
