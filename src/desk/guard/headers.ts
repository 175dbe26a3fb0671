/** What every answer tells the browser not to do. */
import type { MiddlewareHandler } from 'hono';
import type { DeskEnv } from '../env.js';

/** Data, not pages: nothing is loaded or run from them. */
export const CSP_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const safeHeaders: MiddlewareHandler<DeskEnv> = async (c, next) => {
  await next();
  const headers: Readonly<Record<string, string>> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Origin-Agent-Cluster': '?1',
  };
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  if (!c.res.headers.has('Content-Security-Policy'))
    c.res.headers.set('Content-Security-Policy', CSP_NOTHING);
};
