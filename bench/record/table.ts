/** Times of answers as lines of a table, each printed when it is known. */

export interface Timed {
  readonly name: string;
  readonly runs: number;
  /** Answered at a time, on average. */
  readonly rows: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const WIDE = 32;

export const head = `${'question'.padEnd(WIDE)}  runs  rows  p50 ms  p95 ms  most ms  floor`;

export const lineOf = ({ name, runs, rows, p50, p95, most }: Timed, floor: number): string =>
  `${name.padEnd(WIDE)}  ${cell(runs, 4)}  ${cell(rows, 4)}  ${cell(p50, 6)}  ${cell(p95, 6)}  ${cell(most, 7)}  ${
    p95 < floor ? 'holds' : `missed (${floor})`
  }`;

const cell = (value: number, width: number): string => value.toFixed(0).padStart(width);
