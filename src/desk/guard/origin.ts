/**
 * Pages of other origins have no business here. A page whose name leads to this machine (DNS rebinding) is told by the Host it
 * asks for; a page that sends forms across (CSRF) by what the browser says of where it comes from.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { fail } from '../api/problem.js';
import type { DeskEnv } from '../env.js';
import type { GuardSettings } from './settings.js';

export const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host;

export const hostGuard =
  ({ hosts }: Pick<GuardSettings, 'hosts'>): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const name = nameOf(hostOf(c));
    if (name === undefined || !(isSafe(name) || hosts.some((host) => host.toLowerCase() === name)))
      throw fail(403, 'desk/unknown-host', 'This desk is not known by that name; --allow-host adds one.', {
        field: 'Host',
      });
    await next();
  };

/** Nobody can make another name lead to what is asked for by its address. */
const isSafe = (name: string): boolean =>
  name === 'localhost' || /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(name) || /^\[[0-9a-f:.]+\]$/u.test(name);

function nameOf(host: string): string | undefined {
  const [, name] = /^(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::\d{1,5})?$/iu.exec(host) ?? [];
  return name?.toLowerCase().replace(/\.$/u, '');
}

/** Does the request come from a page of another origin? */
export function isForeign(c: Context): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin !== undefined) return origin === 'null' || !isSameHost(origin, hostOf(c));
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** The scheme is left out: before the desk may stand what ends TLS. */
const isSameHost = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host.toLowerCase();

export const originGuard =
  ({ cors }: Pick<GuardSettings, 'cors'>): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const origin = c.req.header('origin');
    const isLink = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
    if (isForeign(c) && !isLink && !(origin !== undefined && cors.includes(origin)))
      throw fail(403, 'desk/cross-origin', 'Pages of other origins may not ask this desk; --cors lets one.', {
        field: 'Origin',
      });
    await next();
  };
