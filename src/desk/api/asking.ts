/** A question over HTTP: its schema, its answer from the record, ETag, and what is kept of earlier answers. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Db } from '../../record/store/database.js';
import { packed } from '../answers.js';
import type { Desk } from '../desk.js';
import type { DeskEnv } from '../env.js';
import { Problem } from './problem.js';

export type Api = OpenAPIHono<DeskEnv>;

/** Answers that are no pages of lists may be asked for in other forms than JSON. */
export interface Made {
  readonly type: string;
  readonly text: string;
}

export interface Question<Params extends z.ZodObject, Query extends z.ZodObject, Answer> {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: Params;
  readonly query: Query;
  readonly answer: z.ZodType<Answer>;
  /** Other forms of it, by type. */
  readonly forms?: readonly string[];
  /** What the answer depends on beside the query and the record. */
  readonly also?: (asked: Asked<Params, Query>) => unknown;
  ask(db: Db, asked: Asked<Params, Query>): Promise<Answer | Form>;
}

export interface Asked<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
}

/** A text instead of JSON. */
export class Form {
  constructor(readonly made: Made) {}
}

const problemContent = { 'application/problem+json': { schema: Problem } };

/** What any route may answer that went wrong. */
export const problems = (...statuses: readonly number[]) => ({
  ...Object.fromEntries(
    [400, 401, 403, 429, 503, ...statuses].map((status) => [
      status,
      { description: 'It went wrong.', content: problemContent },
    ]),
  ),
  431: { description: 'Address and headers are longer than 16 KiB.' },
});

export const idParams = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(400)
    .regex(/^[^\0]*$/u, 'an id')
    .openapi({ param: { description: 'Whole, or the beginning of one.' } }),
});

export function asks<Params extends z.ZodObject, Query extends z.ZodObject, Answer>(
  api: Api,
  desk: Desk,
  question: Question<Params, Query, Answer>,
): void {
  const { path, tag, summary, description, params, query, answer, forms = [] } = question;
  const route = createRoute({
    method: 'get',
    path,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    request: { ...(params === undefined ? {} : { params }), query },
    responses: {
      200: {
        description: 'The answer.',
        content: {
          'application/json': { schema: answer },
          ...Object.fromEntries(forms.map((form) => [form, { schema: z.string() }])),
        },
      },
      304: { description: 'As it was, by `If-None-Match`.' },
      ...problems(...(params === undefined ? [] : [404])),
    },
  });
  api.openapi(route, async (c: Context<DeskEnv>): Promise<Response> => {
    const asked = {
      params: (params === undefined ? {} : c.req.valid('param' as never)) as z.output<Params>,
      query: c.req.valid('query' as never) as z.output<Query>,
    };
    return kept(c, desk, [path, asked, question.also?.(asked)], (db) => question.ask(db, asked));
  });
}

/** From what is kept, or asked of the record within its time. */
export async function kept(
  c: Context,
  desk: Desk,
  asked: unknown,
  ask: (db: Db) => Promise<unknown>,
): Promise<Response> {
  const etag = desk.answers.etagOf(desk.revision(), asked);
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' };
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  const answer = await desk.answers.get(etag, async () => {
    const found = await desk.ask(ask);
    return found instanceof Form ? found.made : { type: 'application/json', text: JSON.stringify(found) };
  });
  const pack = answer.body.length > 1000 && /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '');
  const body = pack ? await packed(answer) : answer.body;
  return c.body(body as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    'Content-Type': answer.type,
    ...(pack ? { 'Content-Encoding': 'gzip' } : {}),
  });
}

const matches = (given: string | undefined, etag: string): boolean =>
  (given ?? '')
    .split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//u, '') === etag.slice(2));
