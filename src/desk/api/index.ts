/** The API: one file a resource, and the document that describes them all. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from '../desk.js';
import type { DeskEnv } from '../env.js';
import type { Sessions } from '../guard/keys.js';
import type { Keys } from '../keys.js';
import { aboutRoutes } from './about.js';
import { actorRoutes } from './actors.js';
import { additionRoutes } from './additions.js';
import type { Api } from './asking.js';
import { calendarRoutes } from './calendar.js';
import { decisionRoutes } from './decisions.js';
import { dossierRoutes } from './dossiers.js';
import { exportRoutes } from './export.js';
import { happeningRoutes } from './happenings.js';
import { newsRoutes } from './news.js';
import { answerProblem, ofZod } from './problem.js';
import { readRoutes } from './read.js';
import { reportRoutes } from './reports.js';
import { searchRoutes } from './search.js';
import { sessionRoutes } from './session.js';
import { sourceRoutes } from './sources.js';
import { statementRoutes } from './statements.js';

/** Below /api. */
export function createApi(desk: Desk, keys: Keys, sessions: Sessions): Api {
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
    exportRoutes,
    readRoutes,
    additionRoutes,
    decisionRoutes,
    newsRoutes,
    aboutRoutes,
  ];
  for (const add of routes) add(api, desk);
  sessionRoutes(api, keys, sessions);
  // Made when it is asked for first: that takes a third of a second, which a start has not.
  let document: object | undefined;
  api.get('/openapi.json', (c) => {
    document ??= documentOf(api, desk.version);
    return c.json(document);
  });
  return api;
}

function documentOf(api: Api, version: string): object {
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
    security: [{ key: [] }, {}],
  });
  return withoutFlags({
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'Where the desk needs one: `demarche keys add`.',
        },
      },
    },
  });
}

/** The flags of a regular expression are written behind its pattern, where a pattern has none. */
const withoutFlags = (document: object): object =>
  JSON.parse(JSON.stringify(document), (name, value) =>
    name === 'pattern' && typeof value === 'string' ? value.replace(/\/[a-z]+$/u, '') : value,
  );
