/** Answers as files, in the formats of the command line; written as they are asked for, however long they are. */
import { createRoute, z } from '@hono/zod-openapi';
import { happeningFields } from '../../record/ask/happenings.js';
import {
  actors,
  calendar,
  contradictions,
  each,
  type Filter,
  happenings,
  statements,
} from '../../record/ask/index.js';
import {
  actorColumns,
  actorTable,
  type Chunk,
  calendarColumns,
  calendarTable,
  contradictionColumns,
  contradictionTable,
  exported,
  exportedHappenings,
  type HappeningFormat,
  happeningColumns,
  happeningTable,
  statementColumns,
  statementTable,
  type TableFormat,
} from '../../record/export/index.js';
import type { Desk } from '../desk.js';
import { begun, primed } from '../stream.js';
import { type Api, problems } from './asking.js';
import { fail } from './problem.js';
import { dayQuery, filterOf, filterQuery } from './query.js';

const questions = ['happenings', 'calendar', 'statements', 'actors', 'contradictions'] as const;
type QuestionName = (typeof questions)[number];

/** Media type and ending of each format. */
const formats: Readonly<Record<Exclude<HappeningFormat, 'table'>, readonly [type: string, ending: string]>> =
  {
    json: ['application/json', 'json'],
    jsonl: ['application/x-ndjson', 'jsonl'],
    csv: ['text/csv; charset=utf-8', 'csv'],
    parquet: ['application/vnd.apache.parquet', 'parquet'],
    geojson: ['application/geo+json', 'geojson'],
    icalendar: ['text/calendar; charset=utf-8', 'ics'],
    atom: ['application/atom+xml', 'atom'],
    timelinejs: ['application/json', 'json'],
    polecat: ['text/tab-separated-values; charset=utf-8', 'tsv'],
    gdelt: ['text/tab-separated-values; charset=utf-8', 'tsv'],
    gdelt1: ['text/tab-separated-values; charset=utf-8', 'tsv'],
  };
type Format = keyof typeof formats;
const names = Object.keys(formats) as [Format, ...Format[]];

/** Those that any answer has; the others are of happenings. */
const anywhere: ReadonlySet<Format> = new Set(['json', 'jsonl', 'csv', 'parquet']);

const route = createRoute({
  method: 'get',
  path: '/export/{question}',
  tags: ['export'],
  summary: 'An answer as a file, of any length',
  description:
    'All formats for happenings and the calendar; json, jsonl, csv and parquet for the others. docs/exports.md describes them.',
  request: {
    params: z.strictObject({ question: z.enum(questions) }),
    query: z.strictObject({
      ...filterQuery(happeningFields),
      format: z.enum(names),
      limit: z.coerce.number().pipe(z.int().min(1).max(100_000_000)).optional(),
      today: dayQuery,
    }),
  },
  responses: {
    200: {
      description: 'The file.',
      content: Object.fromEntries(
        [...new Set(Object.values(formats).map(([type]) => type.replace(/;.*/u, '')))].map((type) => [
          type,
          { schema: type.endsWith('json') ? {} : { type: 'string' as const } },
        ]),
      ),
    },
    ...problems(404),
  },
});

/** So many at once: each asks the record for page after page. */
const AT_ONCE = 4;
/** A feed's reader is given the newest. */
const FEED = 50;

export function exportRoutes(api: Api, desk: Desk): void {
  const inPlace = placesFor(AT_ONCE);
  api.openapi(route, async (c) => {
    const { question } = c.req.valid('param');
    const { format, limit, today, ...query } = c.req.valid('query');
    if (!anywhere.has(format) && question !== 'happenings' && question !== 'calendar')
      throw fail(400, 'desk/bad-request', `${format} is of happenings and the calendar.`, {
        field: 'format',
      });
    const [type, ending] = formats[format];
    const headers = {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="demarche-${question}-${desk.today()}.${ending}"`,
      'Cache-Control': 'no-store',
    };
    const filter = filterOf(desk, query);
    // Nobody reads the body of an answer to HEAD: it would never end.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    const most = limit ?? (format === 'atom' ? FEED : Number.POSITIVE_INFINITY);
    const how = { format, most, today: today ?? desk.today() };
    return c.body(await inPlace(() => chunksOf(desk, question, filter, how)), 200, headers);
  });
}

/** Gives a stream one of the few places, until it ends. */
function placesFor(
  most: number,
): (make: () => Promise<AsyncIterable<Chunk>>) => Promise<ReadableStream<Uint8Array>> {
  let taken = 0;
  return async (make) => {
    if (taken >= most)
      throw fail(503, 'desk/too-many', 'Too many exports run; try again when one is through.');
    taken++;
    const leave = (): void => {
      taken--;
    };
    return begun(
      await make().catch((error: unknown) => {
        leave();
        throw error;
      }),
      leave,
    );
  };
}

interface How {
  readonly format: Format;
  readonly most: number;
  readonly today: string;
}

async function chunksOf(
  desk: Desk,
  question: QuestionName,
  filter: Filter,
  how: How,
): Promise<AsyncIterable<Chunk>> {
  const { record, version } = desk;
  const { most, today } = how;
  const format = how.format as TableFormat;
  const options = { title: filter.dossier?.title ?? 'Demarche', version, skipped: () => {} };
  switch (question) {
    case 'happenings':
      return exportedHappenings(
        await primed(each((page) => happenings(record.db, filter, page), most)),
        how.format,
        { table: happeningTable, columns: happeningColumns },
        options,
      );
    case 'calendar':
      return exportedHappenings(
        await primed(
          each((page) => calendar(record.db, { since: today, ...filter }, { ...page, today }), most),
        ),
        how.format,
        { table: calendarTable, columns: calendarColumns },
        options,
      );
    case 'statements':
      return exported(await primed(each((page) => statements(record.db, filter, page), most)), format, {
        table: statementTable,
        columns: statementColumns,
      });
    case 'actors':
      return exported(await primed(each((page) => actors(record.db, filter, page), most)), format, {
        table: actorTable,
        columns: actorColumns,
      });
    case 'contradictions':
      return exported(await primed(each((page) => contradictions(record.db, filter, page), most)), format, {
        table: contradictionTable,
        columns: contradictionColumns,
      });
  }
}
