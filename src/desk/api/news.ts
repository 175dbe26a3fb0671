/** Server-sent events: what is new in the record, and how additions get on. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.js';
import type { NewsEvent } from '../news.js';
import { type Api, problems } from './asking.js';
import { fail } from './problem.js';

const route = createRoute({
  method: 'get',
  path: '/news',
  tags: ['news'],
  summary: 'What is new, as server-sent events',
  description:
    '`event: revision` whenever the record was written to, with what was filed; `event: addition` with the progress of what is added. The first `revision` says how the record stands.',
  responses: {
    200: {
      description: 'Events, until either side ends it.',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problems(),
  },
});

/** So many listen at most. */
const LISTENERS = 500;
/** A line of comment keeps the connection open; milliseconds. */
const BEAT = 15_000;
/** Who reads so slowly that so much waits for him is sent away; he comes again and is told how it stands. */
const BEHIND = 1024 * 1024;

export function newsRoutes(api: Api, desk: Desk): void {
  api.openapi(route, (c) => {
    if (desk.news.listeners >= LISTENERS) throw fail(503, 'desk/too-many', 'Too many wait for news.');
    const headers = {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    };
    // Nobody reads the body of an answer to HEAD: it would never end.
    return c.req.method === 'HEAD' ? c.body(null, 200, headers) : c.body(streamOf(desk), 200, headers);
  });
}

const lineOf = ({ event, data }: NewsEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

function streamOf(desk: Desk): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = (): void => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const close = (): void => {
          leave();
          controller.close();
        };
        const write = (text: string): void => {
          if ((controller.desiredSize ?? 0) < -BEHIND) close();
          else controller.enqueue(encoder.encode(text));
        };
        const beat = setInterval(write, BEAT, ': still here\n\n');
        beat.unref();
        write('retry: 3000\n\n');
        write(lineOf({ event: 'revision', data: desk.standing() }));
        const quit = desk.news.listen((news) => write(lineOf(news)), close);
        leave = () => {
          clearInterval(beat);
          quit();
        };
      },
      cancel: () => leave(),
    },
    { highWaterMark: 0, size: (chunk) => chunk?.length ?? 0 },
  );
}
