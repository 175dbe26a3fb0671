/** A row as cells: what table-like formats are made from. */

export type Cell = string | number | boolean | null;

export interface Column<Row> {
  readonly name: string;
  /** `day` is ISO 8601. */
  readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'day';
  /** Null where it is not known. */
  readonly of: (row: Row) => Cell;
}

type Of<Row, Value extends Cell> = (row: Row) => Value | null | undefined;

const column =
  <Value extends Cell>(kind: Column<never>['kind']) =>
  <Row>(name: string, of: Of<Row, Value>): Column<Row> => ({ name, kind, of: (row) => of(row) ?? null });

export const text = column<string>('text');
export const integer = column<number>('integer');
export const number = column<number>('number');
export const boolean = column<boolean>('boolean');
export const day = column<string>('day');

/** Several values in one cell. */
export const list = <Row>(name: string, of: (row: Row) => readonly string[]): Column<Row> =>
  text(name, (row) => of(row).join('; '));
