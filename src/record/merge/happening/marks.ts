/** Where tellings of one happening are looked for: those that share a mark are compared. */
import { hash } from '../../filing/shingles.js';
import type { Party } from '../../store/tables.js';
import type { Merging } from '../merging.js';
import { type Days, MEMORY, type Telling } from './telling.js';

/** Days that a mark covers; a telling has one for each such window that it touches, its slack included. */
const WINDOW = 5;
/** Spans longer than this are looked for by year among their like. */
const LONG = 45;
/** Days of a coarser window, for what has no day. */
const MONTH = 30;

/** Where others find it: by its days, and by month for those that give no day. */
export function marksOf(telling: Telling, merging: Merging): string[] {
  const { days } = telling;
  const windows =
    days === undefined
      ? []
      : days.open
        ? monthsOf(days, 'open')
        : [...windowsOf(days, merging.slack), ...monthsOf(days, 'dated')];
  return [...new Set([...placed(telling, merging, windows), saidMark(telling)])];
}

/** Where it looks: one with a day among its neighbours in time and those without; one without a day among all. */
export function seeksOf(telling: Telling, merging: Merging): string[] {
  const { days } = telling;
  const windows =
    days === undefined
      ? []
      : days.open
        ? [...monthsOf(days, 'open'), ...monthsOf(days, 'dated')]
        : [...windowsOf(days, merging.slack), ...monthsOf(days, 'open')];
  return [...new Set([...placed(telling, merging, windows), saidMark(telling)])];
}

function placed(telling: Telling, merging: Merging, windows: readonly string[]): string[] {
  const family = `${merging.familyOf.get(telling.row.type)}:${telling.realis}`;
  const parties = partyMarks(telling, merging);
  return windows.flatMap((window) => parties.map((party) => `${family}:${party}:${window}`));
}

const saidMark = ({ said, row }: Telling): string => `said:${hash(said)}:${row.code}`;

/** Of acts that two may do several times a day a party alone is too little: the pair, or one with the place. */
function partyMarks({ actors, recipients, row }: Telling, { repeatable }: Merging): string[] {
  const [left, right] = [actors.flatMap(keysOf), recipients.flatMap(keysOf)];
  if (!repeatable.has(row.type) && row.type !== 'PROTEST') return [...new Set([...left, ...right])];
  const pairs = left.flatMap((a) => right.map((b) => [a, b].sort().join('+')));
  const ground = row.geonames ?? row.country;
  const placed = ground === null ? [] : [...left, ...right].map((party) => `${party}@${ground}`);
  const grounds = row.geonames === null ? [] : [`@${row.geonames}`];
  return [...new Set([...pairs, ...placed, ...grounds, ...(pairs.length === 0 ? [...left, ...right] : [])])];
}

function keysOf({ country, countries, name }: Party): readonly string[] {
  if (countries !== undefined && countries.length > 0) return countries;
  if (country !== undefined) return [country];
  return [name.toLowerCase().split(/\s+/u).at(-1) ?? ''];
}

function windowsOf({ from, to }: Days, slack: number): string[] {
  if (to - from > LONG) return [`y${new Date(from * 86_400_000).getUTCFullYear()}`];
  return numbers(Math.floor((from - slack) / WINDOW), Math.floor((to - 1 + slack) / WINDOW)).map(String);
}

/** Of what is no older than the memory of news. */
function monthsOf({ from, to }: Days, letter: 'open' | 'dated'): string[] {
  if (to - from > MEMORY + 1) return [];
  return numbers(Math.floor(from / MONTH), Math.floor((to - 1) / MONTH)).map((month) => `${letter}${month}`);
}

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
