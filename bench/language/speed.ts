/** Speeds of one run on the same texts, as a table. */

/** For all texts once, one of each a round; loading left out. */
export interface Times {
  readonly seconds: readonly number[];
  /** Of all its processes and threads: on a busy machine it says more than the clock does. */
  readonly cpuSeconds: readonly number[];
}

export interface Speed extends Times {
  readonly program: string;
  readonly peakMiB: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** @param words In all texts, between white space: the same count for every program. */
export function speedTable(speeds: readonly Speed[], words: number): string {
  const width = Math.max(...speeds.map(({ program }) => program.length));
  const head = `${'program'.padEnd(width)}  words/s  words/CPU s  peak MiB`;
  const lines = speeds.map(({ program, seconds, cpuSeconds, peakMiB }) =>
    [
      program.padEnd(width),
      (words / median(seconds)).toFixed(0).padStart(8),
      (words / median(cpuSeconds)).toFixed(0).padStart(12),
      peakMiB.toFixed(0).padStart(9),
    ].join(' '),
  );
  return [head, ...lines].join('\n');
}
