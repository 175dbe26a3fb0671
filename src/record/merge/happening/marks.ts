/** Where tellings of one happening are looked for: those that share a mark are compared. */
import { hash } from '../../filing/shingles.js';
import type { Party } from '../../store/tables.js';
import type { Merging } from '../merging.js';
import type { Telling } from './telling.js';

/** Days that a mark covers; a telling has one for each such window that it touches, its slack included. */
const WINDOW = 5;
/** Spans longer than this are looked for by year among their like. */
const LONG = 45;

export function marksOf(telling: Telling, merging: Merging): string[] {
  const { row, realis } = telling;
  const family = `${merging.familyOf.get(row.type)}:${realis}`;
  const marks = windowsOf(telling, merging.slack).flatMap((window) =>
    partyMarks(telling, merging).map((party) => `${family}:${party}:${window}`),
  );
  return [...new Set([...marks, `said:${hash(telling.said)}:${row.code}`])];
}

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

function windowsOf({ days }: Telling, slack: number): string[] {
  // Without a day there is nothing to look near: only a copy of the sentence finds it.
  if (days === undefined) return [];
  const { from, to } = days;
  if (to - from > LONG) return [`y${new Date(from * 86_400_000).getUTCFullYear()}`];
  const windows: string[] = [];
  for (let at = Math.floor((from - slack) / WINDOW); at <= Math.floor((to - 1 + slack) / WINDOW); at++) {
    windows.push(String(at));
  }
  return windows;
}
