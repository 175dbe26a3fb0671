/** A text or page in, a Reading out; nothing of it is kept. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { InputError } from '../../article/index.js';
import { reportsOf } from '../../input/index.js';
import type { Job } from '../../reading/pool.js';
import type { Reading } from '../../reading/reading.js';
import type { Desk } from '../desk.js';
import type { DeskEnv } from '../env.js';
import { type Api, problems } from './asking.js';
import { fail } from './problem.js';
import { Given, lineOf, saidOfReport } from './schemas/given.js';
import { ReadingSchema } from './schemas/record.js';

const Read = z
  .strictObject({
    readings: z.array(ReadingSchema),
    errors: z.array(
      z.strictObject({
        code: z.string(),
        message: z.string(),
        from: z.string(),
        place: z.string().optional(),
      }),
    ),
  })
  .openapi('Read');
type Read = z.infer<typeof Read>;

const text = { schema: { type: 'string' as const } };

const route = createRoute({
  method: 'post',
  path: '/read',
  tags: ['reading'],
  summary: 'A text or page in, its Reading out; nothing is kept',
  request: {
    query: z.strictObject(saidOfReport),
    body: {
      description: 'A text as it is, or JSON that says more of it. In the query what is said of a raw text.',
      content: { 'application/json': { schema: Given }, 'text/plain': text, 'text/html': text },
    },
  },
  responses: {
    200: { description: 'What it says.', content: { 'application/json': { schema: Read } } },
    ...problems(413, 415),
  },
});

/** So many wait for readers at once. */
const WAITING = 64;

export function readRoutes(api: Api, desk: Desk): void {
  let waiting = 0;
  api.openapi(route, async (c) => {
    if (waiting >= WAITING)
      throw fail(503, 'desk/too-many', 'Too many texts wait to be read; try again in a moment.');
    waiting++;
    try {
      const read = await readNow(desk, await jobOf(c, desk, c.req.valid('query')));
      return c.json(read, 200, { 'Cache-Control': 'no-store' });
    } finally {
      waiting--;
    }
  });
}

type Source = Readonly<Record<string, string | undefined>>;

async function jobOf(c: Context<DeskEnv>, desk: Desk, source: Source): Promise<Job | InputError> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\b/iu.test(type)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length === 0)
      throw fail(400, 'desk/bad-request', 'There is no text in the body.', { field: 'body' });
    return { kind: 'bytes', bytes, source: { from: 'pasted', contentType: type, ...source } };
  }
  const given = Given.parse(await c.req.json());
  if (given.text !== undefined || given.html !== undefined)
    return { kind: 'line', line: lineOf(given), source: { from: 'pasted', line: 1 } };
  return pageOf(desk, given);
}

async function pageOf(desk: Desk, { url = '', published, outlet }: Given): Promise<Job | InputError> {
  const source = { ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) };
  for await (const report of reportsOf(
    { kind: 'url', url },
    { source, allowPrivate: desk.allowPrivate, lines: false },
  )) {
    if (report.kind === 'failed') return report.error;
    if (report.kind !== 'passed') return report;
  }
  return { code: 'input/empty', from: url, message: 'There is nothing to be read at it.' };
}

async function readNow(desk: Desk, job: Job | InputError): Promise<Read> {
  if (!('kind' in job)) return { readings: [], errors: [{ ...job }] };
  const outcomes = await desk.pool.run(job);
  return {
    readings: outcomes.flatMap((each): Reading[] => (each.ok ? [each.reading] : [])),
    errors: outcomes.flatMap((each) => (each.ok ? [] : [{ ...each.error }])),
  };
}
