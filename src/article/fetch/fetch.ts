/** Reads the bytes of one http(s) URL, within limits of time and size, from public addresses. */
import { setMaxListeners } from 'node:events';
import type * as Undici from 'undici';
import type { Agent, Dispatcher } from 'undici';
import { onDemand } from '../../on-demand.js';
import { userAgent } from '../../user-agent.js';
import { grouped, largestInput } from '../limits.js';
import { failed, type InputError } from '../outcome.js';
import { isPublicAddress, literalAddress } from './address.js';
import { readBody } from './body.js';
import { PrivateAddressError, publicLookup } from './lookup.js';

const undici = onDemand<typeof Undici>('undici');

export interface FetchOptions {
  /** Read from private, loopback and link-local addresses, too. */
  readonly allowPrivate?: boolean;
  /** Milliseconds until a connection stands; 10 seconds if not given. */
  readonly connectTimeout?: number;
  /** Milliseconds for everything, redirects included; 60 seconds if not given. */
  readonly timeout?: number;
  /** Bytes after decompression; `largestInput` if not given. */
  readonly maxBytes?: number;
  /** How many are followed; 10 if not given. With 0 a redirect is an answer like others, of its status. */
  readonly redirects?: number;
  /** Beside those that are always sent; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Breaks off: the outcome is then an error like others. */
  readonly signal?: AbortSignal;
}

/** What the server said beside the body; absent where none answered. */
export interface Answered {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export type FetchOutcome =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly contentType: string;
      /** After redirects. */
      readonly url: string;
      readonly answer: Answered;
    }
  | { readonly ok: false; readonly error: InputError; readonly answer?: Answered };

const mostRedirects = 10;

/** Never throws; each redirect is checked like the first address. */
export async function fetchArticleBytes(url: string, options: FetchOptions = {}): Promise<FetchOutcome> {
  const { allowPrivate = false, connectTimeout = 10_000, timeout = 60_000 } = options;
  const agent = new (undici().Agent)({
    connect: { timeout: connectTimeout, ...(allowPrivate ? {} : { lookup: publicLookup() }) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  const limit = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
  // Each hop listens to it once.
  setMaxListeners(2 * mostRedirects, signal);
  try {
    return await follow(url, { ...options, agent, signal, timeout });
  } catch (error) {
    return limit.aborted ? timedOut(url, timeout) : unreachable(url, error);
  } finally {
    await agent.destroy();
  }
}

interface Way extends FetchOptions {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly timeout: number;
}

async function follow(from: string, way: Way): Promise<FetchOutcome> {
  const { redirects = mostRedirects } = way;
  let next = from;
  for (let hop = 0; hop <= redirects; hop++) {
    const refused = refusal(next, from, way.allowPrivate ?? false);
    if (refused) return refused;
    const answer = await undici().request(next, {
      dispatcher: way.agent,
      signal: way.signal,
      headers: {
        'accept-encoding': 'gzip, br',
        accept: 'text/html, application/xhtml+xml, */*;q=0.8',
        'user-agent': userAgent(),
        ...way.headers,
      },
    });
    // A body that is given up reports that as an error; nobody else listens for it.
    answer.body.on('error', () => undefined);
    const location = redirectOf(answer);
    if (location === undefined || redirects === 0) return await answered(answer, next, from, way);
    answer.body.destroy();
    if (!URL.canParse(location, next))
      return failed('input/bad-url', from, `It redirects to '${shown(location)}', which is no URL.`);
    next = new URL(location, next).href;
  }
  return failed('input/redirects', from, `It redirects more than ${redirects} times.`);
}

/** What is known to be wrong before anything is connected; names are checked when they are resolved. */
function refusal(url: string, from: string, allowPrivate: boolean): FetchOutcome | undefined {
  if (!URL.canParse(url)) return failed('input/bad-url', from, `'${shown(url)}' is no URL.`);
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:')
    return failed('input/bad-url', from, `Only http and https are read, not '${shown(protocol)}'.`);
  const address = literalAddress(hostname);
  return address === undefined || allowPrivate || isPublicAddress(address)
    ? undefined
    : privateAddress(from, address);
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | undefined {
  const { location } = headers;
  return [301, 302, 303, 307, 308].includes(statusCode) && typeof location === 'string'
    ? location
    : undefined;
}

async function answered(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: string,
  from: string,
  { maxBytes = largestInput }: Way,
): Promise<FetchOutcome> {
  const answer = { status: statusCode, headers: joined(headers) };
  if (statusCode < 200 || statusCode > 299) {
    body.destroy();
    return { ...failed('input/http-status', from, `The server answered with status ${statusCode}.`), answer };
  }
  const read = await readBody(body, headerOf(headers['content-encoding']), maxBytes);
  if (read.ok)
    return { ok: true, bytes: read.bytes, contentType: headerOf(headers['content-type']), url, answer };
  return read.why === 'too-large'
    ? failed(
        'input/too-large',
        from,
        `The page has more than ${grouped(maxBytes)} bytes; it was not read further.`,
      )
    : failed('input/unreachable', from, 'The server compressed the page in a way that is not known.');
}

const headerOf = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '');

const joined = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerOf(value)]));

const privateAddress = (from: string, address: string): FetchOutcome =>
  failed(
    'input/private-address',
    from,
    `${address} is no public address; give --allow-private to read from inside your network.`,
  );

const timedOut = (from: string, timeout: number): FetchOutcome =>
  failed('input/timeout', from, `The page did not come within ${timeout / 1000} seconds.`);

function unreachable(from: string, error: unknown): FetchOutcome {
  const refused = privateIn(error);
  if (refused) return privateAddress(from, refused.address);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/TIMEOUT/u.test(code)) return failed('input/timeout', from, 'The server did not answer in time.');
  const reason = error instanceof Error && error.message !== '' ? error.message : code;
  return failed('input/unreachable', from, `The page could not be read: ${shown(reason)}.`);
}

/** Where several addresses were tried, the errors stand in a list. */
function privateIn(error: unknown): PrivateAddressError | undefined {
  if (error instanceof PrivateAddressError) return error;
  if (error instanceof AggregateError) return error.errors.map(privateIn).find((each) => each !== undefined);
  return error instanceof Error && error.cause !== undefined ? privateIn(error.cause) : undefined;
}

const shown = (words: string): string => words.slice(0, 200).toWellFormed();
