/** Times of answers as a table. */

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

export function tableOf(timed: readonly Timed[], floor: number): string {
  const wide = Math.max(...timed.map(({ name }) => name.length), 'question'.length);
  const head = [`${'question'.padEnd(wide)}  runs  rows  p50 ms  p95 ms  most ms  floor`];
  const lines = timed.map(
    ({ name, runs, rows, p50, p95, most }) =>
      `${name.padEnd(wide)}  ${cell(runs, 4)}  ${cell(rows, 4)}  ${cell(p50, 6)}  ${cell(p95, 6)}  ${cell(most, 7)}  ${
        p95 < floor ? 'holds' : `missed (${floor})`
      }`,
  );
  const missed = timed.filter(({ p95 }) => p95 >= floor).length;
  const sum = missed === 0 ? `all under ${floor} ms` : `${missed} of ${timed.length} over ${floor} ms`;
  return [...head, ...lines, '', `p95: ${sum}`].join('\n');
}

const cell = (value: number, width: number): string => value.toFixed(0).padStart(width);
