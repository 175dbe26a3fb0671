/** People overrule the program: their decisions, and taking them back. */
import { userInfo } from 'node:os';
import { createRoute, z } from '@hono/zod-openapi';
import { decisionsOf } from '../../record/decide/list.js';
import { RecordError } from '../../record/store/error.js';
import type { Desk } from '../desk.js';
import { type Api, asks, problems } from './asking.js';
import { fail } from './problem.js';

const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\0]*$/u, 'text without the character 0');

const Verdict = z
  .strictObject({
    kind: z.enum(['merge', 'split', 'rename', 'reject']),
    subjects: z.array(words(400)).min(1).max(1000).openapi({
      description:
        'Ids, or beginnings of them: happenings and events; actors and names, also by name; sayings and statements. All of one kind.',
    }),
    value: words(2000).optional().openapi({ description: 'The new name, of a rename.' }),
    note: words(2000).optional().openapi({ description: 'Why.' }),
    author: words(200)
      .optional()
      .openapi({ description: 'Whose word it is; the name of the key if not given.' }),
  })
  .openapi('Verdict');

const anchor = z.union([
  z.strictObject({
    table: z.literal('event'),
    article: z.string(),
    start: z.int(),
    end: z.int(),
    type: z.string(),
    nth: z.int().optional(),
    side: z.int().optional(),
  }),
  z.strictObject({
    table: z.literal('statement'),
    article: z.string(),
    start: z.int(),
    end: z.int(),
    side: z.int().optional(),
  }),
  z.strictObject({ table: z.literal('form'), form: z.string(), side: z.int().optional() }),
]);

const moment = z.string().openapi({ format: 'date-time' });

const Decision = z
  .strictObject({
    id: z.int(),
    kind: z.enum(['merge', 'split', 'rename', 'reject']),
    subjects: z.array(anchor),
    value: z.string().nullable(),
    author: z.string(),
    at: moment,
    note: z.string().nullable(),
    undone: moment.nullable(),
    about: z
      .array(z.array(z.string()))
      .openapi({ description: 'What it is about, as it is called now; of a split the two sides.' }),
    gone: z.int(),
    places: z.int(),
  })
  .openapi('Decision');

const Made = z.strictObject({ id: z.int() });

const decideRoute = createRoute({
  method: 'post',
  path: '/decisions',
  tags: ['deciding'],
  summary: 'Merge, split, rename or reject; it is kept for ever, and can be taken back',
  request: { body: { required: true, content: { 'application/json': { schema: Verdict } } } },
  responses: {
    201: { description: 'Decided.', content: { 'application/json': { schema: Made } } },
    ...problems(409, 413, 415),
  },
});

const undoRoute = createRoute({
  method: 'post',
  path: '/decisions/{id}/undo',
  tags: ['deciding'],
  summary: 'Take a decision back; it stays on the list',
  request: {
    params: z.strictObject({
      id: z.coerce.number().pipe(
        z
          .int()
          .min(1)
          .max(2 ** 31 - 1),
      ),
    }),
  },
  responses: {
    200: { description: 'Taken back.', content: { 'application/json': { schema: Made } } },
    ...problems(404),
  },
});

export function decisionRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/decisions',
    tag: 'deciding',
    summary: "People's decisions in their order, undone ones too",
    query: z.strictObject({}),
    answer: z.strictObject({ rows: z.array(Decision) }),
    ask: async (db) => ({ rows: (await decisionsOf(db)) as z.infer<typeof Decision>[] }),
  });
  api.openapi(decideRoute, async (c) => {
    const { subjects, author, kind, value, note } = c.req.valid('json');
    const verdict = {
      kind,
      ids: subjects,
      author: author ?? authorOf(c.get('who')),
      ...(value === undefined ? {} : { value }),
      ...(note === undefined ? {} : { note }),
    };
    const id = await desk.record.decide(verdict).catch(asOfSubjects);
    await desk.look();
    return c.json({ id }, 201);
  });
  api.openapi(undoRoute, async (c) => {
    const { id } = c.req.valid('param');
    await desk.record.undo(id);
    await desk.look();
    return c.json({ id }, 200);
  });
}

/** Whose process it is; in a container that may be nobody with a name. */
function authorOf(who: string): string {
  if (who !== 'local') return who;
  try {
    return userInfo().username;
  } catch {
    return who;
  }
}

/** What is not there was named in the request, not in its address. */
function asOfSubjects(error: unknown): never {
  if (error instanceof RecordError && error.code === 'record/unknown-id')
    throw fail(400, error.code, error.message, { field: 'subjects' });
  throw error;
}
