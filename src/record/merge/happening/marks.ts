/** Where tellings of one happening are looked for: those that share a mark are compared. */
import { hash, wordsOf } from '../../filing/shingles.js';
import type { Party } from '../../store/tables.js';
import type { Merging } from '../merging.js';
import { isUnnamed } from './parties.js';
import { type Days, MEMORY, type Telling } from './telling.js';

/** Days that a mark covers; a telling has one for each such window that it touches, its slack included. */
const WINDOW = 5;
/** Spans longer than this are looked for by year among their like. */
const LONG = 45;
/** Days of a coarser window, for what has no day. */
const MONTH = 30;

/** Where others find it: by its days, and by month for those that give no day. */
export const marksOf = (telling: Telling, merging: Merging): string[] => marksBy(telling, merging, true);

/** Where it looks: one with a day among its neighbours in time and those without; one without a day among all. */
export const seeksOf = (telling: Telling, merging: Merging): string[] => marksBy(telling, merging, false);

function marksBy(telling: Telling, merging: Merging, borne: boolean): string[] {
  const { days, row, realis, said } = telling;
  const marks = [`said:${hash(said)}:${row.code}`];
  if (days === undefined) return marks;
  const family = `${merging.familyOf.get(row.type)}:${realis}`;
  const { loose, firm } = placesOf(telling, merging, borne);
  const months = monthsOf(days);
  // A day seeks what has none and the other way round; two days find each other by their windows.
  const classes = borne ? [days.open ? 'open' : 'dated'] : days.open ? ['open', 'dated'] : ['open'];
  for (const month of months)
    for (const name of classes) for (const key of firm) marks.push(`${family}:${key}:${name}${month}`);
  if (days.open) return marks;
  for (const window of windowsOf(days, merging.slack)) {
    for (const key of [...firm, ...loose]) marks.push(`${family}:${key}:${window}`);
  }
  return marks;
}

/**
 * Of acts that two may do several times a day a party alone is no ground to look: the pair, or a party with the place, or a
 * party of one that names no other side. `loose` is for near days only.
 */
function placesOf(telling: Telling, merging: Merging, borne: boolean): Record<'firm' | 'loose', string[]> {
  const { keys, pairs, grounds } = partiesOf(telling);
  if (!isFrequent(telling, merging)) return { firm: [...keys, ...grounds.slice(0, 1)], loose: [] };
  const alone = pairs.length === 0;
  const one = keys.map((key) => `one-${key}`);
  const two = keys.map((key) => `two-${key}`);
  const firm = [...pairs, ...grounds, ...(alone || !borne ? one : [])];
  return { firm: [...new Set(firm)], loose: alone === borne ? [] : two };
}

const isFrequent = ({ row }: Telling, { repeatable, crowded }: Merging): boolean =>
  repeatable.has(row.type) || crowded.has(row.type);

function partiesOf({ actors, recipients, row }: Telling): Record<'keys' | 'pairs' | 'grounds', string[]> {
  const [left, right] = [actors.flatMap(keysOf), recipients.flatMap(keysOf)];
  // `Ugandan and South Sudanese soldiers clashed`: both sides in one group.
  const others = [
    ...right,
    ...actors.flatMap(({ countries = [] }) => (countries.length > 1 ? countries : [])),
  ];
  const pairs = left.flatMap((a) => others.flatMap((b) => (a === b ? [] : [[a, b].sort().join('+')])));
  const keys = [...new Set([...left, ...right])];
  const grounds = row.geonames === null ? [] : [`@${row.geonames}`];
  if (row.country !== null) grounds.push(...keys.map((key) => `${key}@${row.country}`));
  return { keys, pairs: [...new Set(pairs)], grounds };
}

/** Its countries, and the last word of a name; whoever has no name is found by having none. */
function keysOf(party: Party): string[] {
  const { form, country, countries = [], name } = party;
  const known = country === undefined ? countries : [country, ...countries];
  if (form.startsWith('state|')) return [...new Set(known)];
  return [
    ...new Set([
      ...known,
      ...(isUnnamed(party) && known.length === 0 ? ['?'] : []),
      wordsOf(name).at(-1) ?? '?',
    ]),
  ];
}

function windowsOf({ from, to }: Days, slack: number): string[] {
  if (to - from > LONG) return [`y${new Date(from * 86_400_000).getUTCFullYear()}`];
  return numbers(Math.floor((from - slack) / WINDOW), Math.floor((to - 1 + slack) / WINDOW)).map(String);
}

/** Of what is no older than the memory of news. */
const monthsOf = ({ from, to }: Days): number[] =>
  to - from > MEMORY + 1 ? [] : numbers(Math.floor(from / MONTH), Math.floor((to - 1) / MONTH));

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
