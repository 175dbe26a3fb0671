import { z } from 'zod';
import { calendarFields, type Outcome } from '../../../record/ask/calendar.js';
import { countOf } from '../../../record/ask/count.js';
import { Day } from '../../../record/ask/day.js';
import { given } from '../../../record/ask/happening.js';
import { type Due, calendar as due } from '../../../record/ask/index.js';
import { citationText } from '../citation.js';
import { todayOf } from '../context.js';
import { filterInput, filterOf } from '../filter.js';
import { HappeningRow, happeningHead, happeningLine, happeningRow } from '../happening.js';
import { leftText, MANY, pageInput, pageOutput, shownPage } from '../page.js';
import { tool } from '../tool.js';

const USUAL = 10;

const DueRow = HappeningRow.extend({
  outcome: z
    .enum([
      'held',
      'kept',
      'postponed',
      'called-off',
      'broken',
      'due',
      'undated',
      'no-further-word',
      'not-read-since',
    ])
    .describe(
      'held to broken: what came of it, in `came`. due: its time has not passed. no-further-word: its outlets were read afterwards and none tells what came of it. not-read-since: they were not, so that silence says nothing.',
    ),
  came: HappeningRow.optional(),
  readUntil: z.string().optional().describe('Of no-further-word: up to which day its outlets were read.'),
});
type DueRow = z.infer<typeof DueRow>;

export const calendar = tool({
  name: 'calendar',
  title: 'What is due',
  description:
    'What was announced or planned, by the day for which it was planned, the earliest first, and what came of it. Use it for "what is coming up", and with `since` in the past for "did the visit take place". From today on if `since` is not given.',
  input: z.strictObject({
    ...filterInput(calendarFields),
    today: Day.optional().describe('What counts as today; the day it is if not given.'),
    ...pageInput(USUAL, 50),
  }),
  output: pageOutput(DueRow),
  async run(context, input) {
    const { today = todayOf(context) } = input;
    const asked = filterOf(context, { ...input, since: input.since ?? today }, calendarFields);
    const statuses = { status: ['scheduled' as const, 'intended' as const], ...asked };
    const data = await shownPage(
      { limit: USUAL, ...input },
      {
        ask: (page) => context.ask((db) => due(db, asked, { ...page, today })),
        show: dueRow,
        count: () => context.ask((db) => countOf(db, 'happenings', { sort: 'oldest', ...statuses }, MANY)),
      },
    );
    const none = `Nothing that the record knows of is planned from ${asked.since} on: an earlier \`since\` shows what was planned before.`;
    return { data, lines: [...data.rows.map(lineOf), data.rows.length === 0 ? none : leftText(data)] };
  },
});

function dueRow({ outcome, ...happening }: Due): DueRow {
  return {
    ...happeningRow(happening),
    outcome: outcome.kind,
    ...given('came', 'happening' in outcome ? happeningRow(outcome.happening) : undefined),
    ...given('readUntil', untilOf(outcome)),
  };
}

const untilOf = (outcome: Outcome): string | undefined =>
  outcome.kind === 'no-further-word' ? outcome.until : undefined;

function lineOf(row: DueRow): string {
  const { came, outcome, readUntil } = row;
  const line = happeningLine(row);
  if (came !== undefined)
    return `${line}\n  ${outcome}: ${happeningHead(came).slice(2)} ${citationText(came.citation)}`;
  return line.replace('- ', `- [${outcome}${readUntil === undefined ? '' : ` up to ${readUntil}`}] `);
}
