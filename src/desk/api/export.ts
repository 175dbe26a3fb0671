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
          { schema: { type: 'string' as const } },
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
  let running = 0;
  api.openapi(route, async (c) => {
    const { question } = c.req.valid('param');
    const { format, limit, today, ...query } = c.req.valid('query');
    if (running >= AT_ONCE)
      throw fail(503, 'desk/too-many', 'Too many exports run; try again when one is through.');
    if (!anywhere.has(format) && question !== 'happenings' && question !== 'calendar')
      throw fail(400, 'desk/bad-request', `${format} is of happenings and the calendar.`, {
        field: 'format',
      });
    const most = limit ?? (format === 'atom' ? FEED : Number.POSITIVE_INFINITY);
    const chunks = chunksOf(desk, question, filterOf(desk, query), {
      format,
      most,
      today: today ?? desk.today(),
    });
    running++;
    const body = await begun(chunks, () => {
      running--;
    });
    const [type, ending] = formats[format];
    return c.body(body, 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="demarche-${question}-${desk.today()}.${ending}"`,
      'Cache-Control': 'no-store',
    });
  });
}

interface How {
  readonly format: Format;
  readonly most: number;
  readonly today: string;
}

function chunksOf(desk: Desk, question: QuestionName, filter: Filter, how: How): AsyncIterable<Chunk> {
  const { record, version } = desk;
  const { most, today } = how;
  const format = how.format as TableFormat;
  const options = { title: filter.dossier?.title ?? 'Demarche', version, skipped: () => {} };
  switch (question) {
    case 'happenings':
      return exportedHappenings(
        each((page) => happenings(record.db, filter, page), most),
        how.format,
        { table: happeningTable, columns: happeningColumns },
        options,
      );
    case 'calendar':
      return exportedHappenings(
        each((page) => calendar(record.db, { since: today, ...filter }, { ...page, today }), most),
        how.format,
        { table: calendarTable, columns: calendarColumns },
        options,
      );
    case 'statements':
      return exported(
        each((page) => statements(record.db, filter, page), most),
        format,
        { table: statementTable, columns: statementColumns },
      );
    case 'actors':
      return exported(
        each((page) => actors(record.db, filter, page), most),
        format,
        { table: actorTable, columns: actorColumns },
      );
    case 'contradictions':
      return exported(
        each((page) => contradictions(record.db, filter, page), most),
        format,
        { table: contradictionTable, columns: contradictionColumns },
      );
  }
}

/**
 * A stream that is read as fast as it is taken. Its first piece is waited for: what is wrong with the question is told as
 * such, before anything is sent.
 */
export async function begun(
  chunks: AsyncIterable<Chunk>,
  onEnd: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let over = false;
  const end = (): void => {
    if (!over) onEnd();
    over = true;
  };
  let first: IteratorResult<Chunk> | undefined;
  try {
    first = await iterator.next();
  } catch (error) {
    end();
    throw error;
  }
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = first ?? (await iterator.next());
        first = undefined;
        if (next.done) {
          end();
          controller.close();
        } else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await iterator.return?.();
    },
  });
}
