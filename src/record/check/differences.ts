/** Two rows compared, one as the database holds it and one as it would be written. */
import { isDeepStrictEqual } from 'node:util';

export type Row = Readonly<Record<string, unknown>>;

export interface Difference {
  readonly field: string;
  readonly is: string;
  readonly should: string;
}

/** @param is As `to_jsonb` gives it. @param should Ready for inserting: JSON columns are text. */
export function differences(is: Row, should: Row): Difference[] {
  return Object.keys(should)
    .filter((field) => !isEqual(is[field], should[field]))
    .map((field) => ({ field, is: shown(is[field]), should: shown(should[field]) }));
}

function isEqual(is: unknown, should: unknown): boolean {
  if (typeof is === 'number' && typeof should === 'number') return isNear(is, should);
  if (typeof is === 'object' && is !== null && typeof should === 'string') {
    return isDeepStrictEqual(is, JSON.parse(should));
  }
  return isDeepStrictEqual(is ?? null, should ?? null);
}

/** `real` columns keep 24 bits. */
const isNear = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 2e-7 * Math.max(Math.abs(a), Math.abs(b));

const LONGEST = 60;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
