/** Columns that several answers have. */
import type { Span } from '../../../span.js';
import type { Source } from '../../ask/index.js';
import { countriesOf as countries } from '../../filing/party.js';
import type { Party } from '../../store/tables.js';
import { type Column, day, integer, text } from '../column.js';

export const namesOf = (parties: readonly Party[]): string[] => parties.map(({ name }) => name);
export const countriesOf = (parties: readonly Party[]): string[] => countries(parties);

/** The report that a row cites. */
export const sourceColumns = <Row>(of: (row: Row) => Source | undefined): Column<Row>[] => [
  text('outlet', (row) => of(row)?.outlet),
  day('day', (row) => of(row)?.day),
  text('url', (row) => of(row)?.url),
  text('headline', (row) => of(row)?.headline),
  text('article', (row) => of(row)?.article),
  text('lineage', (row) => of(row)?.lineage),
];

/** Where the sentence stands: UTF-16 code units into the article's text. */
export const spanColumns = <Row>(of: (row: Row) => Span | undefined): Column<Row>[] => [
  integer('cite_start', (row) => of(row)?.start),
  integer('cite_end', (row) => of(row)?.end),
];
