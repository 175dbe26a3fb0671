/** The API: one file a resource, and the document that describes them all. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from '../desk.js';
import type { DeskEnv } from '../env.js';
import { aboutRoutes } from './about.js';
import { actorRoutes } from './actors.js';
import type { Api } from './asking.js';
import { calendarRoutes } from './calendar.js';
import { dossierRoutes } from './dossiers.js';
import { happeningRoutes } from './happenings.js';
import { answerProblem, ofZod } from './problem.js';
import { reportRoutes } from './reports.js';
import { searchRoutes } from './search.js';
import { sourceRoutes } from './sources.js';
import { statementRoutes } from './statements.js';

/** Below /api. */
export function createApi(desk: Desk): Api {
  const api = new OpenAPIHono<DeskEnv>({
    defaultHook: (result, c) => {
      if (!result.success) return answerProblem(c, ofZod(result.error, result.target));
      return undefined;
    },
  });
  const routes = [
    happeningRoutes,
    reportRoutes,
    statementRoutes,
    actorRoutes,
    calendarRoutes,
    sourceRoutes,
    dossierRoutes,
    searchRoutes,
    aboutRoutes,
  ];
  for (const add of routes) add(api, desk);
  const document = documentOf(api, desk.version);
  api.get('/openapi.json', (c) => c.json(document));
  return api;
}

const documentOf = (api: Api, version: string) => {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Demarche',
      version,
      description:
        'What a record holds of reports about international affairs: who did what to whom, who said what, when, where and on whose word; every line with the sentence it stands on.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
  });
  return document;
};
