/** Dossiers: standing questions, each answered on a page. */
import { createRoute, z } from '@hono/zod-openapi';
import { dossierPage } from '../../record/dossier/dossier.js';
import { DossierError, DossierFile, looksForNothing } from '../../record/dossier/file.js';
import { toHtml } from '../../record/dossier/format/html.js';
import { toMarkdown } from '../../record/dossier/format/markdown.js';
import { suggestions } from '../../record/dossier/suggest.js';
import type { Desk } from '../desk.js';
import { type Api, asks, Form, problems } from './asking.js';
import { fail } from './problem.js';
import { DossierName, dayQuery } from './query.js';
import {
  type DossierLine,
  DossierLineSchema,
  DossierPageSchema,
  SuggestionSchema,
} from './schemas/dossier.js';

const keepRoute = createRoute({
  method: 'post',
  path: '/dossiers',
  tags: ['dossiers'],
  summary: 'Keep a new dossier, as a file that people can edit',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ name: DossierName, file: DossierFile }) },
      },
    },
  },
  responses: {
    201: {
      description: 'It is kept.',
      content: { 'application/json': { schema: z.strictObject({ name: z.string() }) } },
    },
    ...problems(409, 413, 415),
  },
});

export function dossierRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/dossiers',
    tag: 'dossiers',
    summary: 'The dossiers that there are',
    query: z.strictObject({}),
    answer: z.strictObject({ rows: z.array(DossierLineSchema) }),
    also: () => linesOf(desk),
    ask: async () => ({ rows: linesOf(desk) }),
  });
  asks(api, desk, {
    path: '/dossiers/suggestions',
    tag: 'dossiers',
    summary: 'Dossiers that the record holds enough for',
    query: z.strictObject({}),
    answer: z.strictObject({ rows: z.array(SuggestionSchema) }),
    ask: async (db) => ({ rows: await suggestions(db) }),
  });
  asks(api, desk, {
    path: '/dossiers/{name}',
    tag: 'dossiers',
    summary: 'One dossier, on a page',
    params: z.strictObject({ name: DossierName }),
    query: z.strictObject({
      today: dayQuery,
      format: z
        .enum(['json', 'html', 'markdown'])
        .optional()
        .openapi({ param: { description: 'JSON if not given; the others are to be printed.' } }),
    }),
    answer: DossierPageSchema,
    forms: ['text/html', 'text/markdown'],
    also: ({ params }) => [desk.today(), fileOf(desk, params.name)],
    ask: async (db, { params, query }) => {
      const page = await dossierPage(db, fileOf(desk, params.name), { today: query.today ?? desk.today() });
      if (query.format === 'html') return new Form({ type: 'text/html; charset=utf-8', text: toHtml(page) });
      if (query.format === 'markdown')
        return new Form({ type: 'text/markdown; charset=utf-8', text: toMarkdown(page) });
      return page;
    },
  });
  api.openapi(keepRoute, (c) => {
    const { name, file } = c.req.valid('json');
    if (looksForNothing(file))
      throw fail(400, 'dossier/damaged', 'It names no parties, object or words to look for.', {
        field: 'file',
      });
    desk.dossiers.add(name, file);
    return c.json({ name }, 201);
  });
}

function fileOf(desk: Desk, name: string): DossierFile {
  const file = desk.dossiers.find(name);
  if (file === undefined)
    throw fail(404, 'dossier/not-found', `there is no dossier '${name}'.`, { field: 'name' });
  return file;
}

const linesOf = (desk: Desk): DossierLine[] =>
  desk.dossiers.list().map(({ name, file }) =>
    file instanceof DossierError
      ? { name, title: name, parties: [], damaged: file.message }
      : {
          name,
          title: file.title,
          parties: file.parties,
          ...(file.about === undefined ? {} : { about: file.about }),
          ...(file.since === undefined ? {} : { since: file.since }),
        },
  );
