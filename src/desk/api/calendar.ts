/** What is or was due; also as a calendar to subscribe to. */
import { createRoute, z } from '@hono/zod-openapi';
import { calendarFields } from '../../record/ask/calendar.js';
import { calendar, type Due, each, type Filter } from '../../record/ask/index.js';
import { type Chunk, calendarColumns, calendarTable, exportedHappenings } from '../../record/export/index.js';
import type { Db } from '../../record/store/database.js';
import type { Desk } from '../desk.js';
import { type Api, asks, Form, kept, problems } from './asking.js';
import { dayQuery, filterOf, filterQuery, pageOptions, pageQuery } from './query.js';
import { pageOf } from './schemas/common.js';
import { DueSchema } from './schemas/happening.js';

const filters = { ...filterQuery(calendarFields), today: dayQuery };

export function calendarRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/calendar',
    tag: 'calendar',
    summary: 'What is or was due, by day, and what came of it',
    description: 'From today on, if `since` does not say otherwise.',
    query: z.strictObject({ ...filters, ...pageQuery }),
    answer: pageOf(DueSchema),
    also: ({ query }) => [desk.today(), filterOf(desk, query).dossier],
    ask: (db, { query }) => {
      const today = query.today ?? desk.today();
      return calendar(db, { since: today, ...filterOf(desk, query) }, { ...pageOptions(query), today });
    },
  });
  subscription(api, desk);
}

/** What a subscription holds at most: programs of calendars take it whole. */
const MOST = 2000;
/** Days back from today that a subscription shows, so that what came of it is seen. */
const BACK = 31;

const route = createRoute({
  method: 'get',
  path: '/calendar.ics',
  tags: ['calendar'],
  summary: 'The calendar to subscribe to (RFC 5545)',
  description: `From ${BACK} days before today on, if \`since\` does not say otherwise; the first ${MOST}.`,
  request: { query: z.strictObject(filters) },
  responses: {
    200: { description: 'The calendar.', content: { 'text/calendar': { schema: z.string() } } },
    304: { description: 'As it was, by `If-None-Match`.' },
    ...problems(),
  },
});

function subscription(api: Api, desk: Desk): void {
  api.openapi(route, (c) => {
    const { today = desk.today(), ...query } = c.req.valid('query');
    const filter = { since: daysBefore(today, BACK), ...filterOf(desk, query) };
    return kept(c, desk, ['/calendar.ics', today, filter], async (db) => {
      const text = await textOf(icalendar(db, filter, today));
      return new Form({ type: 'text/calendar; charset=utf-8', text });
    });
  });
}

export const daysBefore = (day: string, days: number): string => {
  const before = Date.parse(`${day}T00:00:00Z`) - days * 86_400_000;
  return before < FIRST ? '0001-01-01' : new Date(before).toISOString().slice(0, 10);
};

const FIRST = Date.parse('0001-01-01T00:00:00Z');

const icalendar = (db: Db, filter: Filter, today: string): AsyncIterable<Chunk> =>
  exportedHappenings<Due>(
    each((page) => calendar(db, filter, { ...page, today }), MOST),
    'icalendar',
    { table: calendarTable, columns: calendarColumns },
    {
      title: filter.dossier === undefined ? 'Calendar' : `Calendar: ${filter.dossier.title}`,
      version: '',
      skipped: () => {},
    },
  );

async function textOf(chunks: AsyncIterable<Chunk>): Promise<string> {
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(String(chunk));
  return parts.join('');
}
