/** Tab-separated lines as POLECAT and GDELT write them: no quotes, so no tab or line break inside a cell. */
import type { Cell } from './column.js';

/** What a program reads as numbers must not be guarded as in CSV: these files are for scripts, not for spreadsheets. */
export const tabbed = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (cell === null ? '' : String(cell).replace(/\s+/gu, ' '))).join('\t')}\n`;
