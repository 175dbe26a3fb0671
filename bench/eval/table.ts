import type { Row } from './row.js';

const heads = ['corpus', 'measure', 'n', 'value', 'floor', 'aim', ''] as const;

/** True when every figure that has a floor reaches it. */
export const holds = (row: Row): boolean => row.floor === undefined || row.value >= row.floor;

/** The accuracy table as aligned columns; the last one says whether floor and aim are reached. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return `${lines.map((line) => lineOf(line, widths)).join('\n')}\n`;
}

const isNumber = (column: number): boolean => column >= 2 && column <= 5;

const lineOf = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
    .join('  ')
    .trimEnd();

const cells = (row: Row): string[] => [
  row.corpus,
  row.measure,
  String(row.n),
  row.value.toFixed(4),
  row.floor?.toFixed(3) ?? '',
  row.aim?.toFixed(3) ?? '',
  verdict(row),
];

function verdict(row: Row): string {
  if (!holds(row)) return 'BELOW FLOOR';
  if (row.aim !== undefined && row.value >= row.aim) return 'aim reached';
  return row.floor === undefined ? '' : 'holds';
}
