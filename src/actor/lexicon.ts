/** data/actors as tables: titles, groups, bodies, seats, and the words around names. */
import { z } from 'zod';
import { checkedData, dataText } from '../data-file.js';
import { folded, foldedLower, PhraseTable, type States } from '../place/index.js';
import type { Actor } from './actor.js';
import {
  type Gender,
  GroupRow,
  Kind,
  MetonymRow,
  ModifiersFile,
  OfficeRow,
  SECTORS,
  SuffixRow,
  TitleRow,
} from './rows.js';

export {
  type Gender,
  type GroupRow,
  type OfficeRow,
  SECTORS,
  type SuffixRow,
  type TitleRow,
} from './rows.js';

export interface TitleEntry {
  readonly row: TitleRow;
  readonly plural: boolean;
}

/** A body with a name of its own. */
export interface Body {
  /** Fullest name; the same for all aliases. */
  readonly name: string;
  readonly kind: Actor['kind'];
  readonly sectors: readonly string[];
  readonly country?: string;
}

export interface Example {
  readonly id: string;
  readonly text: string;
  /** Absent where the row has none. */
  readonly sector?: string;
}

export interface Lexicon {
  /** Lower-case phrases. */
  readonly titles: PhraseTable<TitleEntry>;
  /** Phrases in the case they are written in: `FM`, `Gen.` */
  readonly shortTitles: PhraseTable<TitleEntry>;
  /** Lower-case phrases. */
  readonly groups: PhraseTable<GroupRow>;
  readonly bodies: PhraseTable<Body>;
  readonly bodyEnds: ReadonlyMap<string, SuffixRow>;
  readonly bodyStarts: ReadonlyMap<string, SuffixRow>;
  readonly former: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
  /** Lower-case phrase to sector: `air force` to MIL. */
  readonly sectorWords: PhraseTable<string>;
  /** To the pronoun of who bears it, where that is known. */
  readonly honorifics: ReadonlyMap<string, Gender | null>;
  /** First names to the pronoun of who bears them. */
  readonly genders: ReadonlyMap<string, Gender>;
  readonly particles: ReadonlySet<string>;
  /** Lemmas of verbs: who does it leads what it is done to. */
  readonly leading: ReadonlySet<string>;
  readonly speaking: ReadonlySet<string>;
  /** Lemmas of verbs whose subject is somebody, never a thing. */
  readonly minded: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  /** Names that end so are laws, buildings and events: the last word, in lower case. */
  readonly notBodies: ReadonlySet<string>;
  /** `Kurdish`, `Sunni`: of which people or faith; to the state where that people lives in one only. */
  readonly ethnic: ReadonlyMap<string, string | null>;
  /** `Kurds`, `Serbs`: peoples and faiths as nouns, beside those named after a state. */
  readonly peoples: ReadonlyMap<string, string | null>;
  /** `led`: behind a hyphen it tells whose, as `backed` doesn't. */
  readonly telling: ReadonlySet<string>;
  /** `backed`, `based`: what a hyphen ties to a name to make an adjective. */
  readonly compound: ReadonlySet<string>;
  /** Ids of the offices that one holds in a state at a time. */
  readonly heads: ReadonlySet<string>;
  /** Ids of all offices. */
  readonly titleIds: ReadonlySet<string>;
  /** `thousand`, `group`: nouns that only count what follows with `of`. Lemmas. */
  readonly partitives: ReadonlySet<string>;
  /** Lemmas of verbs and nouns beside which a capital is a place: `visit`, `road`. */
  readonly besidePlaces: ReadonlySet<string>;
  /** Lemmas of what people do in states that need not be theirs. */
  readonly awayFromHome: ReadonlySet<string>;
  /** What a capital has as a town: `Moscow's streets`. Lemmas. */
  readonly partsOfTowns: ReadonlySet<string>;
  /** Prepositions behind which a state is a place. */
  readonly where: ReadonlySet<string>;
  /** Prepositions behind which a capital is a government. */
  readonly toward: ReadonlySet<string>;
  /** Lemmas of what a town does: `see` rain. */
  readonly townVerbs: ReadonlySet<string>;
  /** Lemmas of what a government is and no town: `ready`, at `odds`. */
  readonly dealing: ReadonlySet<string>;
  /** `loyal`, `based`: behind a noun, with these prepositions, or with an object where one is empty, they tell whose or where. */
  readonly attached: ReadonlyMap<string, ReadonlySet<string>>;
  /** Offices that states don't have. */
  readonly offices: readonly OfficeRow[];
  /** Examples of all rows that have one. */
  readonly examples: readonly Example[];
}

/** @throws Error naming file and entry. */
export function loadLexicon(states: States): Lexicon {
  const titles = rows('titles.yaml', TitleRow);
  const groups = rows('groups.yaml', GroupRow);
  const metonyms = rows('metonyms.yaml', MetonymRow);
  const suffixes = rows('suffixes.yaml', SuffixRow);
  const modifiers = checked('modifiers.yaml', ModifiersFile);
  const offices = rows('offices.yaml', OfficeRow);
  for (const { id, countries } of offices) {
    for (const country of countries) checkCountry(states, country, `offices.yaml: ${id}`);
  }
  const bodies = new PhraseTable<Body>();
  addOrganisations(bodies, states);
  for (const { names, kind, country, sector, id } of metonyms) {
    checkCountry(states, country, `metonyms.yaml: ${id}`);
    const [name = ''] = names;
    const body = { name, kind, sectors: [sector], ...(country !== undefined && { country }) };
    for (const each of names) addBody(bodies, each, body, 'metonyms.yaml');
  }
  return {
    ...titleTables(titles),
    groups: groupTable(groups),
    bodies,
    bodyEnds: new Map(suffixes.flatMap((row) => row.end.map((word) => [word, row] as const))),
    bodyStarts: new Map(suffixes.flatMap((row) => (row.start ?? []).map((word) => [word, row] as const))),
    former: new Set(modifiers.former),
    standing: new Set(modifiers.standing),
    sectorWords: tableOf(Object.entries(modifiers.sectors)),
    honorifics: new Map(Object.entries(modifiers.honorifics)),
    genders: loadGenders(),
    particles: new Set(modifiers.particles),
    leading: new Set(modifiers.leading),
    speaking: new Set(modifiers.speaking),
    minded: new Set([...modifiers.speaking, ...modifiers.minded]),
    notNames: new Set(modifiers['not-names']),
    notBodies: new Set(modifiers['not-bodies']),
    ethnic: new Map(Object.entries(modifiers.ethnic)),
    peoples: new Map(Object.entries(modifiers.peoples)),
    telling: new Set(modifiers.telling),
    compound: new Set(modifiers.compound),
    heads: new Set(titles.flatMap((row) => (row.class === 'head' ? [row.id] : []))),
    titleIds: new Set(titles.map(({ id }) => id)),
    partitives: new Set(modifiers.partitives),
    besidePlaces: new Set(modifiers['beside-places']),
    awayFromHome: new Set(modifiers['away-from-home']),
    partsOfTowns: new Set(modifiers['parts-of-towns']),
    where: new Set(modifiers.where),
    toward: new Set(modifiers.toward),
    townVerbs: new Set(modifiers['town-verbs']),
    dealing: new Set(modifiers.dealing),
    attached: new Map(Object.entries(modifiers.attached).map(([word, before]) => [word, new Set(before)])),
    offices,
    examples: [...titles, ...groups, ...metonyms, ...suffixes].map(({ id, example, sector }) => ({
      id,
      text: example,
      ...(sector !== undefined && { sector }),
    })),
  };
}

function titleTables(rowsOfTitles: readonly TitleRow[]): Pick<Lexicon, 'titles' | 'shortTitles'> {
  const titles = new PhraseTable<TitleEntry>();
  const shortTitles = new PhraseTable<TitleEntry>();
  const add = (table: PhraseTable<TitleEntry>, phrase: string, row: TitleRow, plural: boolean) => {
    const other = table.get(phrase);
    if (other !== undefined && other.row !== row && !plural) {
      throw new Error(`data/actors/titles.yaml: '${phrase}' stands in ${other.row.id} and ${row.id}.`);
    }
    if (other === undefined) table.set(phrase, { row, plural });
  };
  for (const row of rowsOfTitles) {
    for (const title of row.titles) add(titles, foldedLower(title), row, false);
    for (const short of row.short ?? []) add(shortTitles, folded(short), row, false);
  }
  for (const row of rowsOfTitles) {
    for (const plural of row.plural ?? []) add(titles, foldedLower(plural), row, true);
    for (const title of row.titles) add(titles, `${foldedLower(title)}s`, row, true);
  }
  return { titles, shortTitles };
}

function groupTable(rowsOfGroups: readonly GroupRow[]): PhraseTable<GroupRow> {
  const table = new PhraseTable<GroupRow>();
  for (const row of rowsOfGroups) {
    for (const noun of row.nouns) {
      const key = foldedLower(noun);
      if (table.get(key) === undefined) table.set(key, row);
    }
  }
  return table;
}

function addOrganisations(bodies: PhraseTable<Body>, states: States): void {
  const file = 'organisations.tsv';
  for (const line of read(file).split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [name = '', kind, sectors = '', country = '', aliases = ''] = line.split('\t');
    const parsedKind = Kind.safeParse(kind);
    const codes = sectors.split(',');
    if (!parsedKind.success || codes.some((code) => !SECTORS.has(code))) {
      throw new Error(`data/actors/${file}: ${name}: unknown kind '${kind}' or sector in '${sectors}'.`);
    }
    checkCountry(states, country === '' ? undefined : country, `${file}: ${name}`);
    const body = { name, kind: parsedKind.data, sectors: codes, ...(country !== '' && { country }) };
    for (const each of [name, ...aliases.split('|')]) if (each !== '') addBody(bodies, each, body, file);
  }
}

function addBody(bodies: PhraseTable<Body>, name: string, body: Body, file: string): void {
  const key = folded(name);
  const other = bodies.get(key);
  if (other !== undefined && other.name !== body.name) {
    throw new Error(`data/actors/${file}: '${name}' names both ${other.name} and ${body.name}.`);
  }
  bodies.set(key, body);
}

/** One line a name: `Maria<TAB>she`. */
function loadGenders(): Map<string, Gender> {
  const genders = new Map<string, Gender>();
  for (const line of read('given-names.tsv').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [gender = '', names = ''] = line.split('\t');
    if (gender !== 'he' && gender !== 'she')
      throw new Error(`data/actors/given-names.tsv: unknown '${gender}'.`);
    for (const name of names.split(' ')) genders.set(name, gender);
  }
  return genders;
}

function checkCountry(states: States, code: string | undefined, where: string): void {
  if (code !== undefined && !states.codes.has(code)) {
    throw new Error(`data/actors/${where}: the code '${code}' is not in ISO 3166.`);
  }
}

function tableOf<V>(entries: Iterable<readonly [string, V]>): PhraseTable<V> {
  const table = new PhraseTable<V>();
  for (const [phrase, value] of entries) table.set(foldedLower(phrase), value);
  return table;
}

const read = (file: string): string => dataText('actors', file);

const checked = <T>(file: string, schema: z.ZodType<T>): T => checkedData('actors', file, schema);

function rows<T extends { id: string }>(file: string, schema: z.ZodType<T>): T[] {
  const all = checked(file, z.array(schema));
  const seen = new Set<string>();
  for (const { id } of all) {
    if (seen.has(id)) throw new Error(`data/actors/${file}: two rows have the id ${id}.`);
    seen.add(id);
  }
  return all;
}
