/** What this desk is: program, record, and what whoever asks may do. */
import { createRoute, z } from '@hono/zod-openapi';
import { counts } from '../../record/ask/summary.js';
import type { Desk } from '../desk.js';
import { type Api, problems } from './asking.js';

const Counts = z
  .strictObject({
    reports: z.int(),
    outlets: z.int(),
    happenings: z.int(),
    statements: z.int(),
    actors: z.int(),
    disputes: z.int(),
    failures: z.int(),
  })
  .openapi('Counts');

const About = z
  .strictObject({
    version: z.string(),
    record: z.enum(['embedded', 'server']),
    revision: z.int().openapi({ description: 'How often the record was written to.' }),
    today: z.string(),
    counts: Counts,
    who: z.string().openapi({ description: 'The name of the key; `local` where none is needed.' }),
    scopes: z.array(z.enum(['read', 'write'])),
  })
  .openapi('About');
export type About = z.infer<typeof About>;

const route = createRoute({
  method: 'get',
  path: '/about',
  tags: ['about'],
  summary: 'Program, record, and what the key of the request may do',
  responses: {
    200: { description: 'It.', content: { 'application/json': { schema: About } } },
    ...problems(),
  },
});

export function aboutRoutes(api: Api, desk: Desk): void {
  const counted = countedOf(desk);
  api.openapi(route, async (c) => {
    const scope = c.get('scope');
    const about: About = {
      version: desk.version,
      record: desk.record.kind,
      revision: desk.revision(),
      today: desk.today(),
      counts: await counted(),
      who: c.get('who'),
      scopes: scope === 'write' ? ['read', 'write'] : ['read'],
    };
    return c.json(about, 200, { 'Cache-Control': 'no-store' });
  });
}

/** Milliseconds for which counts hold where the record grows all the time: counting a million rows takes a moment. */
const HOLD = 5000;

function countedOf(desk: Desk): () => Promise<z.infer<typeof Counts>> {
  let last: { revision: number; at: number; counts: Promise<z.infer<typeof Counts>> } | undefined;
  return () => {
    const revision = desk.revision();
    const small = last !== undefined && last.revision === revision;
    if (last !== undefined && (small || Date.now() - last.at < HOLD)) return last.counts;
    const made = { revision, at: Date.now(), counts: desk.ask(counts) };
    last = made;
    made.counts.catch(() => {
      if (last === made) last = undefined;
    });
    return made.counts;
  };
}
