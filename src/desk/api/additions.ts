/** Reports are added: texts, files, pages and feeds, with progress while they are read. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Addition } from '../additions/addition.js';
import { type Sent, uploaded } from '../additions/upload.js';
import type { Desk } from '../desk.js';
import type { DeskEnv } from '../env.js';
import { type Api, problems } from './asking.js';
import { fail } from './problem.js';
import { type Given, GivenToAdd, lineOf, saidOfReport } from './schemas/given.js';

const raw = { schema: { type: 'string' as const, format: 'binary' } };

/** Files that are sent as they are. */
const types = [
  'text/plain',
  'text/html',
  'text/markdown',
  'message/rfc822',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/x-ndjson',
  'application/jsonl',
  'application/warc',
  'application/gzip',
  'application/octet-stream',
] as const;

const addRoute = createRoute({
  method: 'post',
  path: '/reports',
  tags: ['adding'],
  summary: 'Texts, files, a page or a feed are read and filed',
  description:
    'Files are whatever `demarche add` reads: pages, texts, mail, feeds, JSON lines, WARC archives.',
  request: {
    query: z.strictObject({
      ...saidOfReport,
      name: z
        .string()
        .max(300)
        .optional()
        .openapi({ param: { description: 'Of a file that is sent as it is.' } }),
    }),
    body: {
      description: 'JSON, a file as it is, or several as a form with `files`.',
      content: {
        'application/json': { schema: GivenToAdd },
        'multipart/form-data': {
          schema: {
            type: 'object' as const,
            properties: {
              files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } },
            },
            required: ['files'],
          },
        },
        ...Object.fromEntries(types.map((type) => [type, raw])),
      },
    },
  },
  responses: {
    202: { description: 'It is being read.', content: { 'application/json': { schema: Addition } } },
    ...problems(413, 415),
  },
});

const idOnly = z.strictObject({ id: z.string().min(1).max(100) });
const one = {
  200: { description: 'It.', content: { 'application/json': { schema: Addition } } },
  ...problems(404),
};

const listRoute = createRoute({
  method: 'get',
  path: '/additions',
  tags: ['adding'],
  summary: 'What was added since the desk was started, the newest first',
  responses: {
    200: {
      description: 'Them.',
      content: { 'application/json': { schema: z.strictObject({ rows: z.array(Addition) }) } },
    },
    ...problems(),
  },
});
const oneRoute = createRoute({
  method: 'get',
  path: '/additions/{id}',
  tags: ['adding'],
  summary: 'How far it is, and what could not be read',
  request: { params: idOnly },
  responses: one,
});
const stopRoute = createRoute({
  method: 'delete',
  path: '/additions/{id}',
  tags: ['adding'],
  summary: 'Stop it after the reports in hand; what was filed stays',
  request: { params: idOnly },
  responses: one,
});

export function additionRoutes(api: Api, desk: Desk): void {
  const { additions } = desk;
  const found = (id: string): Addition => {
    const addition = additions.find(id);
    if (addition === undefined)
      throw fail(404, 'desk/unknown-addition', `nothing was added under '${id}'.`, { field: 'id' });
    return addition;
  };
  api.openapi(addRoute, async (c) => {
    const { name, ...source } = c.req.valid('query');
    const addition = await begun(c, desk, name, source);
    return c.json(addition, 202, { Location: `/api/additions/${addition.id}` });
  });
  api.openapi(listRoute, (c) => c.json({ rows: [...additions.list()] }, 200));
  api.openapi(oneRoute, (c) => c.json(found(c.req.valid('param').id), 200));
  api.openapi(stopRoute, (c) => {
    const addition = found(c.req.valid('param').id);
    additions.stop(addition.id);
    return c.json(addition, 200);
  });
}

type Source = { readonly url?: string; readonly published?: string; readonly outlet?: string };

async function begun(
  c: Context<DeskEnv>,
  desk: Desk,
  name: string | undefined,
  source: Source,
): Promise<Addition> {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/json\b/iu.test(type)) return ofJson(desk, GivenToAdd.parse(await c.req.json()));
  if (/^multipart\/form-data\b/iu.test(type)) return ofFiles(desk, await filesOf(c), source);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0)
    throw fail(400, 'desk/bad-request', 'There is nothing in the body.', { field: 'body' });
  return ofFiles(desk, [{ name: name ?? source.url ?? 'pasted', bytes }], source);
}

async function ofJson(desk: Desk, given: GivenToAdd): Promise<Addition> {
  if (Array.isArray(given)) return ofTexts(desk, given);
  if ('feed' in given) return desk.additions.add(given.feed, { kind: 'feed', url: given.feed });
  if (given.text !== undefined || given.html !== undefined) return ofTexts(desk, [given]);
  const { url = '', published, outlet } = given;
  const source = { ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) };
  return desk.additions.add(url, { kind: 'inputs', inputs: [{ kind: 'url', url }], source });
}

async function ofTexts(desk: Desk, texts: readonly Given[]): Promise<Addition> {
  const lines = texts.map(lineOf).join('\n');
  const upload = await uploaded([{ name: 'pasted', bytes: new TextEncoder().encode(lines) }]);
  return desk.additions.add('pasted', { kind: 'inputs', ...upload, source: {}, lines: texts.length });
}

async function ofFiles(desk: Desk, files: readonly Sent[], source: Source): Promise<Addition> {
  const upload = await uploaded(files);
  const what = files.map((file) => file.name).join(', ');
  return desk.additions.add(what, { kind: 'inputs', ...upload, source });
}

/** So many in one request. */
const MOST = 2000;

async function filesOf(c: Context<DeskEnv>): Promise<Sent[]> {
  const files = (await formOf(c)).getAll('files').filter((each) => each instanceof File);
  if (files.length === 0) throw fail(400, 'desk/bad-request', 'The form has no files.', { field: 'files' });
  if (files.length > MOST)
    throw fail(400, 'desk/bad-request', `More than ${MOST} files at once: send them in parts.`, {
      field: 'files',
    });
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

async function formOf(c: Context<DeskEnv>): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw fail(400, 'desk/bad-request', 'The body is no form as its type says.', { field: 'body' });
  }
}
