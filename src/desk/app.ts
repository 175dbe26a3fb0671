/** All that the desk answers: the API below /api, and the page for everything else. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { packageFile } from '../package-root.js';
import { createApi } from './api/index.js';
import { answerProblem, ProblemError, problem, problemOf, tooLong } from './api/problem.js';
import type { Desk } from './desk.js';
import type { DeskEnv } from './env.js';
import { safeHeaders } from './guard/headers.js';
import { createSessions, keyGuard, scopeGuard } from './guard/keys.js';
import { rateGuard, sizeGuard } from './guard/limits.js';
import { hostGuard, originGuard } from './guard/origin.js';
import type { GuardSettings } from './guard/settings.js';
import { createMeters, health, ready } from './health.js';
import { requestLog } from './log.js';
import type { McpContext } from './mcp/context.js';
import { ToolError } from './mcp/fault.js';
import { mcpApp } from './mcp/http.js';
import { createDocs } from './page/docs.js';
import { createPage } from './page/page.js';

export interface AppOptions extends GuardSettings {
  readonly log: Logger;
  /** Where the page was built to. */
  readonly page?: string;
}

/** Whoever asks for these need show no key: they hold nothing of the record. */
const open = (path: string): boolean => path === '/api/session' || path === '/api/openapi.json';
/** They change nothing, whatever their method. */
const reading = (path: string): boolean =>
  ['/api/read', '/api/session', '/mcp'].includes(path) || path.startsWith('/mcp/');

export function createApp(desk: Desk, options: AppOptions): Hono<DeskEnv> {
  const { log, page = packageFile('dist', 'web') } = options;
  const app = new Hono<DeskEnv>();
  const meters = createMeters(desk);
  const sessions = createSessions();
  answerErrors(app, log);
  app.use(meters.timing, requestLog(log), safeHeaders, hostGuard(options));
  app.get('/health', health);
  app.get('/ready', (c) => ready(c, desk));
  if (options.cors.length > 0) app.use(corsOf(options.cors));
  app.use(originGuard(options));
  const guard = keyGuard(options, sessions);
  for (const path of ['/api/*', '/mcp/*', '/metrics'])
    app.use(path, (c, next) => (open(c.req.path) ? next() : guard(c, next)));
  // Files of the page come from memory, and behind a proxy all readers have one address.
  const rate = rateGuard(options);
  for (const path of ['/api/*', '/mcp/*', '/metrics']) app.use(path, rate);
  app.use('/api/*', scopeGuard(reading), sizeGuard(options));
  app.use('/mcp/*', sizeGuard(options));
  app.get('/metrics', async (c) =>
    c.body(await meters.registry.metrics(), 200, { 'Content-Type': meters.registry.contentType }),
  );
  app.route('/api', createApi(desk, options.keys, sessions));
  app.route('/mcp', mcpApp(mcpOf(desk, log)));
  app.route('/docs', createDocs());
  const pages = createPage(page);
  app.notFound((c) => pages.answer(c));
  return app;
}

/** The same record, readers and dossiers for agents. */
const mcpOf = ({ ask, pool, dossiers, today, allowPrivate }: Desk, log: Logger): McpContext => ({
  ask: (question) => ask(question).catch(tooLongForTool),
  pool,
  dossiers,
  today,
  allowPrivate,
  onError: (error) => log.error({ err: error }, 'a tool failed'),
});

function tooLongForTool(error: unknown): never {
  const found = problemOf(error);
  throw found?.type === tooLong().type ? new ToolError(found.detail) : error;
}

function answerErrors(app: Hono<DeskEnv>, log: Logger): void {
  app.onError((error, c) => {
    const found = problemOf(error);
    if (found === undefined || found.status === 500) log.error({ request: c.get('request'), err: error });
    const fault = problem(500, 'desk/fault', 'Something went wrong here; the log has it.');
    return answerProblem(c, found ?? fault, error instanceof ProblemError ? error.headers : {});
  });
}

const corsOf = (origins: readonly string[]) =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
    exposeHeaders: ['ETag', 'Retry-After', 'Location', 'X-Request-Id'],
    maxAge: 3600,
  });
