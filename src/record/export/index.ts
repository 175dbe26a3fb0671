/** Formats in which people get their answers. */
export type { Chunk } from './chunk.js';
export { calendarColumns } from './columns/calendar.js';
export { happeningColumns } from './columns/happenings.js';
export {
  actorColumns,
  contradictionColumns,
  hitColumns,
  type SourceLine,
  sourceLineColumns,
} from './columns/others.js';
export { statementColumns } from './columns/statements.js';
export {
  type ExportOptions,
  exported,
  exportedHappenings,
  type HappeningFormat,
  happeningFormats,
  type Layout,
  type TableFormat,
  tableFormats,
} from './formats.js';
export { oneHappening } from './one.js';
export {
  actorTable,
  calendarTable,
  contradictionTable,
  happeningTable,
  hitTable,
  sourceTable,
  statementTable,
} from './tables.js';
