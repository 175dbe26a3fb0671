/** What the name of a body tells: its sort by a word such as `Ministry` or `Party`, its country by one inside it. */

import { foldedLower } from '../../place/index.js';
import type { Body, SuffixRow } from '../lexicon.js';
import { type Around, wordsOf } from './around.js';
import type { Of } from './mention.js';
import type { Unit, UnitOf, Units } from './unit.js';

/** Of names that the table doesn't have, or has without the word for what it is: `Fatah Party`. */
export function bodyOfName(
  setting: Around,
  from: number,
  to: number,
): Omit<Body, 'name'> & { name?: string } {
  const { scan, tables } = setting;
  const known = tables.lexicon.bodies.longestAt(scan.plain, from, to);
  if (known !== undefined && known.to < to && saysWhat(setting, known.to, to)) return known.value;
  const row = rowOf(setting, from, to);
  const country = countryWithin(setting, from, to);
  return {
    kind: row?.kind ?? 'organization',
    sectors: row?.sector === undefined ? [] : [row.sector],
    ...(country !== undefined && { country }),
  };
}

/** All the words are one for a sort of body: `Party`, `movement`. */
function saysWhat(setting: Around, from: number, to: number): boolean {
  const { lexicon } = setting.tables;
  const words = wordsOf(setting, from, to);
  return lexicon.bodyEnds.has(words) || lexicon.groups.get(foldedLower(words)) !== undefined;
}

function rowOf(setting: Around, from: number, to: number): SuffixRow | undefined {
  const { scan, tables } = setting;
  const { bodyEnds, bodyStarts } = tables.lexicon;
  const form = (at: number): string => scan.tokens[at]?.form ?? '';
  // `Bank of the Sandrel Valley` is what it begins with, `Sandrel Workers Party` what it ends with.
  const of = scan.tokens.slice(from, to).findIndex(({ upos }) => upos === 'ADP');
  const stop = of > 0 ? from + of : to;
  for (let at = Math.max(from, stop - 3); at < stop; at++) {
    const row = bodyEnds.get(wordsOf(setting, at, stop));
    if (row !== undefined) return row;
  }
  return bodyStarts.get(form(from)) ?? (to - from > 1 ? bodyEnds.get(form(to - 1)) : undefined);
}

/** The one state that is named inside. */
function countryWithin(
  { scan, tables: { states, capitals } }: Around,
  from: number,
  to: number,
): string | undefined {
  for (let at = from; at < to; at++) {
    const found = states.demonyms.longestAt(scan.plain, at, to) ?? states.names.longestAt(scan.plain, at, to);
    const [country, second] = found?.value ?? [];
    if (country !== undefined) return second === undefined ? country : undefined;
    const seat = capitals.longestAt(scan.plain, at, to);
    if (seat !== undefined) return seat.value;
  }
  return undefined;
}

/** What is short for the name, in parentheses behind it: `the Sandrel Rights Council (SRC)`. */
export function shortOf(
  { scan }: Around,
  units: Units,
  { to }: Unit,
): { readonly head: number; readonly name: string } | undefined {
  const short = units[to + 1];
  if (short?.sort !== 'body' || scan.forms[to] !== '(' || scan.forms[short.to] !== ')') return undefined;
  const name = scan.doc.text.slice(scan.tokens[short.from]?.start, scan.tokens[short.to - 1]?.end);
  return { head: short.head, name };
}

/** `words`: of the whole group where only its members are named, `Hamas fighters`. */
export function bodyMention(
  setting: Around,
  unit: UnitOf<'body'>,
  words: Pick<Of<'body'>, 'from' | 'to' | 'head' | 'sentence'>,
  short?: string,
): Of<'body'> {
  const { name, kind, sectors, country } = unit.body;
  return {
    ...words,
    is: 'body',
    key: name ?? foldedLower(wordsOf(setting, unit.from, unit.to)),
    kind,
    sectors,
    ...(name !== undefined && { name }),
    ...(country !== undefined && { country }),
    ...(short !== undefined && { short }),
  };
}
