/** Whose request it is, and whether he may write. */
import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { LRUCache } from 'lru-cache';
import { ProblemError, problem } from '../api/problem.js';
import type { DeskEnv, Scope } from '../env.js';
import type { Keys } from '../keys.js';
import { isForeign } from './origin.js';
import type { GuardSettings } from './settings.js';

export const COOKIE = 'demarche';

/** Sign-ins of browsers: they hold a token of their own, never the key. */
export interface Sessions {
  open(name: string): string;
  nameOf(token: string): string | undefined;
  close(token: string): void;
}

const DAY = 86_400_000;
/** A sign-in holds so long without being used. */
export const SESSION = 30 * DAY;
const MOST_SESSIONS = 10_000;

export function createSessions(): Sessions {
  const names = new LRUCache<string, string>({ max: MOST_SESSIONS, ttl: SESSION, updateAgeOnGet: true });
  return {
    open(name) {
      const token = randomBytes(32).toString('base64url');
      names.set(token, name);
      return token;
    },
    nameOf: (token) => names.get(token),
    close: (token) => names.delete(token),
  };
}

interface Who {
  readonly name: string;
  readonly scope: Scope;
}

const local: Who = { name: 'local', scope: 'write' };

/** Looked at by all that need a key; routes that write ask for the scope themselves. */
export function keyGuard(
  { keys, closed }: Pick<GuardSettings, 'keys' | 'closed'>,
  sessions: Sessions,
): MiddlewareHandler<DeskEnv> {
  let isClosed = closed;
  return async (c, next) => {
    isClosed ||= keys.any();
    const who = isClosed ? whoIs(c, keys, sessions) : local;
    if (who === undefined) throw unknown(c);
    c.set('who', who.name);
    c.set('scope', who.scope);
    await next();
  };
}

function whoIs(c: Context<DeskEnv>, keys: Keys, sessions: Sessions): Who | undefined {
  const key = keyIn(c.req.header('authorization'));
  if (key !== undefined) return keys.find(key);
  // A cookie comes by itself, from whatever page: it counts for this desk's own alone.
  const token = isForeign(c) ? undefined : getCookie(c, COOKIE);
  const name = token === undefined ? undefined : sessions.nameOf(token);
  return name === undefined ? undefined : keys.named(name);
}

/** Bearer; or Basic with the key as password, which is all that programs of calendars can send. */
function keyIn(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/iu.exec(header ?? '') ?? [];
  if (/^bearer$/iu.test(scheme)) return value;
  if (!/^basic$/iu.test(scheme)) return undefined;
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/u, '');
}

function unknown(c: Context): ProblemError {
  const given = c.req.header('authorization') !== undefined;
  const detail = given ? 'No such key is known here.' : 'Sign in, or send a key: Authorization: Bearer KEY.';
  return new ProblemError(problem(401, given ? 'desk/unknown-key' : 'desk/no-key', detail), {
    'WWW-Authenticate': 'Bearer realm="demarche"',
  });
}

/** Methods that change nothing; `POST /read` and the tools of agents change nothing either. */
export const scopeGuard =
  (reading: (path: string) => boolean): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const harmless = /^(?:GET|HEAD|OPTIONS)$/u.test(c.req.method) || reading(c.req.path);
    if (!harmless && c.get('scope') !== 'write')
      throw new ProblemError(
        problem(403, 'desk/read-only', `The key '${c.get('who')}' may read, not write.`),
      );
    await next();
  };
