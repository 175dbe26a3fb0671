/**
 * Columns of GDELT's event tables: 61 of version 2.0, 58 of version 1.0, no header, tabs. One row a happening and pair of
 * parties. docs/exports.md says column by column what is in it; what the record does not know is empty.
 */
import { createHash } from 'node:crypto';
import type { Happening } from '../ask/index.js';
import type { Party } from '../store/tables.js';
import type { Chunk } from './chunk.js';
import type { Cell } from './column.js';
import { type GdeltCodes, loadGdeltCodes } from './gdelt-codes.js';
import { tabbed } from './tsv.js';

export type GdeltVersion = 1 | 2;

export async function* toGdelt(
  rows: AsyncIterable<Happening>,
  version: GdeltVersion,
): AsyncGenerator<Chunk, void, undefined> {
  const codes = loadGdeltCodes();
  for await (const row of rows) {
    for (const [actor, recipient] of pairsOf(row))
      yield tabbed(cellsOf(row, actor, recipient, codes, version));
  }
}

type Pair = readonly [Party | undefined, Party | undefined];

/** Everyone who did it with everyone it was done to; of a mutual act told with one side alone, those of that side. */
function pairsOf({ actors, recipients }: Happening): Pair[] {
  if (actors.length === 0 || recipients.length === 0) {
    const [first, second, ...rest] = actors.length === 0 ? [] : actors;
    if (first !== undefined && second !== undefined && rest.length === 0) return [[first, second]];
    if (actors.length > 0) return actors.map((actor) => [actor, undefined]);
    return recipients.length > 0
      ? recipients.map((recipient) => [undefined, recipient])
      : [[undefined, undefined]];
  }
  return actors.flatMap((actor) => recipients.map((recipient): Pair => [actor, recipient]));
}

function cellsOf(
  row: Happening,
  actor: Party | undefined,
  recipient: Party | undefined,
  codes: GdeltCodes,
  version: GdeltVersion,
): Cell[] {
  const { cameo, intensity, reports, sources, first } = row;
  const root = cameo?.slice(0, 2);
  return [
    numberOf(`${row.id} ${actor?.form} ${recipient?.form}`),
    ...dateCells(row.when),
    ...partyCells(actor, codes),
    ...partyCells(recipient, codes),
    // IsRootEvent: whether a lead paragraph told it is not kept.
    null,
    cameo ?? null,
    cameo?.slice(0, 3) ?? null,
    root ?? null,
    root === undefined ? null : codes.quadOf(root),
    intensity.goldstein ?? null,
    reports,
    sources,
    reports,
    // AvgTone: no tone is measured.
    null,
    ...geoCells(undefined, codes, version),
    ...geoCells(undefined, codes, version),
    ...geoCells(row.where, codes, version),
    first === undefined ? null : addedOf(first.filed, version),
    first?.url ?? null,
  ];
}

/** Ids of GDELT are whole numbers: 48 bits of a digest, which every language reads exactly. */
const numberOf = (id: string): number =>
  Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 12), 16);

/** SQLDATE, MonthYear, Year, FractionDate: each only as far as the time is known. */
function dateCells(when: Happening['when']): Cell[] {
  if (when === undefined) return [null, null, null, null];
  const last = new Date(Date.parse(`${when.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const [year = 0, month = 0, day = 0] = when.from.split('-').map(Number);
  const isDay = when.from === last;
  return [
    isDay ? Number(when.from.replaceAll('-', '')) : null,
    when.from.slice(0, 7) === last.slice(0, 7) ? Number(when.from.slice(0, 7).replace('-', '')) : null,
    when.from.slice(0, 4) === last.slice(0, 4) ? year : null,
    // As the codebook has it: months of 30 days.
    isDay ? (year + Math.min(0.9999, (month * 30 + day) / 365)).toFixed(4) : null,
  ];
}

/** Code, name, country, known group, ethnic group, two religions, three types. */
function partyCells(party: Party | undefined, { actorCode, countryOf, typesOf }: GdeltCodes): Cell[] {
  if (party === undefined) return Array(10).fill(null);
  const [first = null, second = null, third = null] = typesOf(party);
  const name = party.name.toUpperCase();
  return [actorCode(party), name, countryOf(party) ?? null, null, null, null, null, first, second, third];
}

/** Type, full name, country, ADM1, (2.0: ADM2,) latitude, longitude, feature id. */
function geoCells(where: Happening['where'], { fipsOf }: GdeltCodes, version: GdeltVersion): Cell[] {
  const { name = null, country, lat = null, lon = null } = where ?? {};
  const fips = country === undefined ? null : (fipsOf(country) ?? null);
  return [null, name, fips, null, ...(version === 2 ? [null] : []), lat, lon, null];
}

/** 2.0: to the second; 1.0: to the day. */
const addedOf = (filed: string, version: GdeltVersion): number =>
  Number(filed.replace(/\D/gu, '').slice(0, version === 2 ? 14 : 8));
