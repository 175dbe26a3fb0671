/**
 * Columns of POLECAT (Halterman and others, 2023): a header, tabs, several values of a cell apart by `; `. One row a
 * happening, not a report. docs/exports.md says column by column what is in it; what the record does not know is empty.
 */
import { checkedData } from '../../data-file.js';
import { PloverTable, splitLabel } from '../../event/plover.js';
import type { Happening } from '../ask/index.js';
import type { Party } from '../store/tables.js';
import type { Chunk } from './chunk.js';
import type { Cell } from './column.js';
import { tabbed } from './tsv.js';

const quads: Readonly<Record<number, string>> = {
  1: 'VERBAL COOPERATION',
  2: 'MATERIAL COOPERATION',
  3: 'VERBAL CONFLICT',
  4: 'MATERIAL CONFLICT',
};

interface PolecatColumn {
  readonly name: string;
  readonly of: (row: Happening) => Cell | undefined;
}

const unknown = (): null => null;
const joined = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined))].join('; ');

/** @throws Error naming file and entry when the ontology does not hold together. */
function polecatColumns(version: string): PolecatColumn[] {
  const { types } = checkedData('events', 'plover.yaml', PloverTable);
  const typeOf = ({ code }: Happening) => splitLabel(code).type as keyof typeof types;
  return [
    { name: 'Event ID', of: ({ id }) => id },
    { name: 'Event Date', of: dayOf },
    { name: 'Event Type', of: typeOf },
    { name: 'Event Mode', of: ({ code }) => splitLabel(code).mode },
    { name: 'Event Intensity', of: ({ intensity }) => intensity.plover },
    { name: 'Quad Code', of: (row) => quads[types[typeOf(row)]?.quad ?? 0] },
    { name: 'Contexts', of: ({ contexts }) => joined(contexts) },
    ...partyColumns('Actor', ({ actors }) => actors),
    ...partyColumns('Recipient', ({ recipients }) => recipients),
    { name: 'Placename', of: ({ where }) => where?.name },
    { name: 'City', of: unknown },
    { name: 'District', of: unknown },
    { name: 'Province', of: unknown },
    { name: 'Country', of: ({ where }) => where?.country },
    { name: 'Latitude', of: ({ where }) => where?.lat },
    { name: 'Longitude', of: ({ where }) => where?.lon },
    { name: 'GeoNames ID', of: ({ where }) => where?.geonames },
    { name: 'Raw Placename', of: unknown },
    { name: 'Feature Type', of: unknown },
    { name: 'Source', of: ({ first }) => first?.outlet },
    { name: 'Publication Date', of: ({ firstDay }) => firstDay },
    { name: 'Story People', of: unknown },
    { name: 'Story Organizations', of: unknown },
    { name: 'Story Locations', of: unknown },
    { name: 'Language', of: unknown },
    { name: 'Version', of: () => version },
  ];
}

function partyColumns(
  side: 'Actor' | 'Recipient',
  of: (row: Happening) => readonly Party[],
): PolecatColumn[] {
  const each = (value: (party: Party) => string | undefined) => (row: Happening) =>
    joined(of(row).map(value));
  const sectors = (row: Happening) => of(row).flatMap((party) => party.sectors);
  return [
    { name: `${side} Name`, of: each(({ name }) => name) },
    {
      name: `${side} Country`,
      of: (row) => joined(of(row).flatMap((party) => party.country ?? party.countries ?? [])),
    },
    { name: `${side} COW`, of: unknown },
    { name: `Primary ${side} Sector`, of: (row) => sectors(row)[0] },
    { name: `${side} Sectors`, of: (row) => joined(sectors(row)) },
    { name: `${side} Title`, of: each(({ title }) => title) },
    { name: `${side} Name Raw`, of: unknown },
    { name: `Wikipedia ${side} ID`, of: unknown },
  ];
}

/** A week or a month is no day. */
const dayOf = ({ when }: Happening): string | undefined =>
  when?.precision === 'day' ? when.from : undefined;

/** @param version Of the program: the last column. */
export async function* toPolecat(
  rows: AsyncIterable<Happening>,
  version: string,
): AsyncGenerator<Chunk, void, undefined> {
  const columns = polecatColumns(version);
  yield tabbed(columns.map(({ name }) => name));
  for await (const row of rows) yield tabbed(columns.map(({ of }) => of(row) ?? null));
}
