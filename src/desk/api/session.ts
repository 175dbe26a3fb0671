/** Signing in and out from a browser: it is given a cookie that scripts cannot read. */
import { createRoute, z } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { COOKIE, SESSION, type Sessions } from '../guard/keys.js';
import type { Keys } from '../keys.js';
import { type Api, problems } from './asking.js';
import { fail } from './problem.js';

const SignIn = z.strictObject({ key: z.string().min(1).max(500) }).openapi('SignIn');
const Who = z.strictObject({ who: z.string(), scope: z.enum(['read', 'write']) }).openapi('Who');

const inRoute = createRoute({
  method: 'post',
  path: '/session',
  tags: ['about'],
  summary: 'Sign in with a key; the answer sets a cookie',
  request: { body: { required: true, content: { 'application/json': { schema: SignIn } } } },
  responses: {
    200: { description: 'Signed in.', content: { 'application/json': { schema: Who } } },
    ...problems(413, 415),
  },
});

const outRoute = createRoute({
  method: 'delete',
  path: '/session',
  tags: ['about'],
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out.' }, ...problems() },
});

export function sessionRoutes(api: Api, keys: Keys, sessions: Sessions): void {
  api.openapi(inRoute, (c) => {
    const found = keys.find(c.req.valid('json').key);
    if (found === undefined)
      throw fail(401, 'desk/unknown-key', 'No such key is known here.', { field: 'key' });
    setCookie(c, COOKIE, sessions.open(found.name), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: SESSION / 1000,
      secure: c.req.header('x-forwarded-proto') === 'https',
    });
    return c.json({ who: found.name, scope: found.scope }, 200, { 'Cache-Control': 'no-store' });
  });
  api.openapi(outRoute, (c) => {
    const token = getCookie(c, COOKIE);
    if (token !== undefined) sessions.close(token);
    deleteCookie(c, COOKIE, { path: '/' });
    return c.body(null, 204);
  });
}
