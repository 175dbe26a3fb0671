/** Questions and orders to the desk, over HTTP. */

import { noAnswer, problemOf } from './problem.js';
import { signedOut } from './session.js';

/** A list is repeated: `status=denied&status=cancelled`. What is undefined or empty is left out. */
export type Params = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

export function searchOf(params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== '') search.append(name, String(each));
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** @param path Below `/api`, segments encoded: `/happenings/abc`. */
export const addressOf = (path: string, params?: Params): string => `/api${path}${searchOf(params)}`;

/** @throws Problem */
export const ask = <Answer>(path: string, params?: Params, signal?: AbortSignal): Promise<Answer> =>
  send<Answer>(addressOf(path, params), { ...(signal ? { signal } : {}) });

/** @throws Problem */
export const tell = <Answer>(
  method: 'POST' | 'DELETE' | 'PUT',
  path: string,
  body?: unknown,
): Promise<Answer> => send<Answer>(addressOf(path), { method, ...bodyOf(body) });

function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData || body instanceof Blob) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function send<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(address, {
    ...init,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...init.headers },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw noAnswer();
  });
  if (response.status === 401) signedOut.set(true);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}
