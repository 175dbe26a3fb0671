import type { Due, Happening } from '../../ask/index.js';
import { type Column, day, integer, text } from '../column.js';
import { happeningColumns } from './happenings.js';

const outcomeOf = ({ outcome }: Due): Happening | undefined =>
  'happening' in outcome ? outcome.happening : undefined;

/** Those of a happening, and what came of it. */
export const calendarColumns: readonly Column<Due>[] = [
  ...happeningColumns,
  text('outcome', ({ outcome }) => outcome.kind),
  text('outcome_id', (row) => outcomeOf(row)?.id),
  text('outcome_title', (row) => outcomeOf(row)?.title),
  day('outcome_from', (row) => outcomeOf(row)?.when?.from),
  integer('read_since', ({ outcome }) => ('reports' in outcome ? outcome.reports : null)),
  day('read_until', ({ outcome }) => ('until' in outcome ? outcome.until : null)),
];
