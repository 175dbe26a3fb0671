/** Who held which office when: the rows of data/actors/office-holders.tsv and of tables that users hand in. */
import { dataText } from '../data-file.js';
import { foldedLower } from '../place/index.js';
import { differByOne } from '../spelling.js';
import type { NamedText } from '../table-file.js';
import type { Fault } from './dictionary/index.js';

export interface Term {
  /** ISO 3166-1 alpha-3, or that of a state that ended. */
  readonly country: string;
  /** An id of titles.yaml; `title/leader` where it isn't known which. */
  readonly office: string;
  readonly name: string;
  /** The part of the name that stands alone; empty where that's not known. */
  readonly family: string;
  /** ISO days, months or years, both included; empty where not known. */
  readonly from: string;
  readonly to: string;
  /** Where no end is known: the last day on which the source speaks. */
  readonly seen: string;
}

export interface OfficeHolders {
  /** Everyone of this full name, in office on the day or not. */
  named(name: string): readonly Term[];
  /** Everyone of this family name. */
  ofFamily(name: string): readonly Term[];
  /** Everyone who goes by this name with a title before it: the family name, or the last word of the name. */
  ofLast(name: string): readonly Term[];
  /** Everyone of this first name, as monarchs are called by it. */
  reigning(name: string): readonly Term[];
  /** Everyone of this first name whose other name is spelled with one letter more, less or else. */
  alike(name: string): readonly Term[];
}

const FILE = 'office-holders.tsv';
const COLUMNS = ['country', 'office', 'name', 'family', 'from', 'to', 'seen', 'source'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['country', 'office', 'name'];
const DATE = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/u;

/** The first line that is no comment names the columns. */
export function isHolders({ text }: NamedText): boolean {
  const head = /^(?!#)(.*\S.*)$/mu.exec(text)?.[1]?.trim().split('\t') ?? [];
  return head.includes('country') && head.includes('office');
}

interface Known {
  readonly countries: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
}

/** Ours and the user's. @throws Error naming file and entry where ours is damaged; the user's lines become faults. */
export function loadHolders(own: readonly NamedText[], known: Known, faults: Fault[]): OfficeHolders {
  const ours: Fault[] = [];
  const terms = termsOf({ name: `data/actors/${FILE}`, text: dataText('actors', FILE) }, known, ours);
  const [damaged] = ours;
  if (damaged) throw new Error(`${damaged.file}: line ${damaged.line}: ${damaged.message}`);
  return tableOf([...terms, ...own.flatMap((file) => termsOf(file, known, faults))]);
}

/** For a user's table alone. */
export function termsOf({ name: file, text }: NamedText, known: Known, faults: Fault[]): Term[] {
  let columns: readonly string[] | undefined;
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t').map((cell) => cell.trim());
    const message = columns === undefined ? faultOfHead(cells) : faultOf(cells, columns, known);
    if (message !== undefined) faults.push({ file, line: index + 1, message });
    if (columns === undefined) {
      columns = cells;
      return [];
    }
    return message === undefined ? [termOf(cells, columns)] : [];
  });
}

function faultOfHead(cells: readonly string[]): string | undefined {
  const missing = NEEDED.find((name) => !cells.includes(name));
  if (missing !== undefined) return `the column '${missing}' is missing.`;
  const stray = cells.find((name) => !COLUMNS.includes(name as Column));
  return stray === undefined ? undefined : `there is no column '${stray}'; known are ${COLUMNS.join(', ')}.`;
}

function faultOf(cells: readonly string[], columns: readonly string[], known: Known): string | undefined {
  const { country, office, name, from, to, seen } = termOf(cells, columns);
  if (!known.countries.has(country)) return `'${country}' is no code of ISO 3166-1 alpha-3.`;
  if (!known.offices.has(office)) return `'${office}' is no office of data/actors/titles.yaml.`;
  if (name === '') return 'the name is missing.';
  const wrong = [from, to, seen].find((date) => !DATE.test(date));
  if (wrong !== undefined) return `'${wrong}' is no ISO day, month or year.`;
  const end = to || seen;
  return end !== '' && from > end && !from.startsWith(end) ? `'${from}' is later than '${end}'.` : undefined;
}

function termOf(cells: readonly string[], columns: readonly string[]): Term {
  const cell = (name: Column): string => cells[columns.indexOf(name)] ?? '';
  const [country, office, name] = [cell('country'), cell('office'), cell('name')];
  return {
    country,
    office,
    name,
    family: cell('family'),
    from: cell('from'),
    to: cell('to'),
    seen: cell('seen'),
  };
}

function tableOf(terms: readonly Term[]): OfficeHolders {
  const byName = new Map<string, Term[]>();
  const byFamily = new Map<string, Term[]>();
  const byLast = new Map<string, Term[]>();
  const byFirst = new Map<string, Term[]>();
  const byReign = new Map<string, Term[]>();
  for (const term of terms) {
    for (const key of keysOf(term)) push(byName, key, term);
    const words = keyOf(term.name)
      .split(' ')
      .filter((word) => !NUMERAL.test(word));
    const [first = '', last = first] = [words[0], words.at(-1)];
    push(byFirst, first, term);
    if (term.office === 'title/monarch' || SON_OF.has(words[1] ?? '')) push(byReign, first, term);
    const family = keyOf(term.family);
    const families = new Set([family, family.replace(ARTICLE, '')]);
    for (const key of families) if (key !== '') push(byFamily, key, term);
    for (const key of new Set([...families, last])) if (key !== '') push(byLast, key, term);
  }
  const get = (map: ReadonlyMap<string, Term[]>) => (name: string) => map.get(keyOf(name)) ?? [];
  return {
    named: get(byName),
    ofFamily: get(byFamily),
    ofLast: get(byLast),
    reigning: get(byReign),
    alike: (name) => {
      const [first = '', ...rest] = keyOf(name).split(' ');
      const last = rest.join(' ');
      if (last.length < LONG || last.length > LONGEST) return [];
      return (byFirst.get(first) ?? []).filter((term) => differByOne(keyOf(term.family), last));
    },
  };
}

/** What may follow the one name of a monarch: nothing, or whose son he is. */
const SON_OF: ReadonlySet<string> = new Set(['', 'ibn', 'bin', 'al', 'el']);
/** `Hassan II` */
const NUMERAL = /^[ivx]+$/u;
/** `al-Assad` */
const ARTICLE = /^(?:al|el) (?=\S)/u;
/** Shorter names differ by a letter from too many others; longer ones are none. */
const LONG = 6;
const LONGEST = 30;

/** `Barack H. Obama` is also Barack Obama: the first name and the family's. One word is no full name. */
function keysOf({ name, family }: Term): Set<string> {
  const words = keyOf(name).split(' ');
  const last = keyOf(family);
  const keys = new Set<string>();
  if (words.length > 1) keys.add(words.join(' '));
  const [first = ''] = words;
  if (words.length > 1 && last !== '' && !last.split(' ').includes(first)) keys.add(`${first} ${last}`);
  return keys;
}

const keyOf = (name: string): string =>
  foldedLower(name)
    .replaceAll(/[-.'’]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** In office on the day, as far as a source says so. A month or year counts whole. */
export function holdsAt({ from, to, seen }: Term, day: string): boolean {
  const end = to || seen;
  return (from === '' || from <= day) && (end === '' || day <= end || day.startsWith(end));
}

/**
 * In office for sure: not around a change of hands, where a report may speak of the day before or after. Of an end that
 * is known by its month or year, or not at all, nothing is said beyond what comes before it.
 */
export function surelyHoldsAt(term: Term, day: string): boolean {
  const { from, to, seen } = term;
  const end = to || seen;
  if (from.length < 10 || end === '') return false;
  return shifted(from, MARGIN) <= day && day <= (end.length < 10 ? end : shifted(end, -MARGIN));
}

/** Not long before or after. */
export function nearlyHoldsAt({ from, to, seen }: Term, day: string): boolean {
  const [year, end] = [Number(day.slice(0, 4)), to || seen];
  return Number(from.slice(0, 4) || year) - NEAR <= year && year <= Number(end.slice(0, 4) || year) + NEAR;
}

/** Years. */
const NEAR = 5;
/** Days. */
const MARGIN = 31;

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
