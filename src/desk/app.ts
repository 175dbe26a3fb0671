/** All that the desk answers: the API below /api, and the page for everything else. */
import { Hono } from 'hono';
import { createApi } from './api/index.js';
import { answerProblem, problem, problemOf } from './api/problem.js';
import type { Desk } from './desk.js';
import type { DeskEnv } from './env.js';

export function createApp(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.onError((error, c) => {
    const found = problemOf(error);
    if (found !== undefined) return answerProblem(c, found);
    process.stderr.write(`${error.stack}\n`);
    return answerProblem(c, problem(500, 'desk/fault', 'Something went wrong here; the log has it.'));
  });
  app.use(async (c, next) => {
    c.set('who', 'local');
    c.set('scope', 'write');
    await next();
  });
  app.route('/api', createApi(desk));
  // The tools for agents are mounted here: app.route('/mcp', createMcp(desk)).
  app.notFound((c) => answerProblem(c, problem(404, 'desk/not-found', `There is nothing at ${c.req.path}.`)));
  return app;
}
