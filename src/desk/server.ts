/** The desk on a port of this machine, from start to a quiet end. */
import type { Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.js';
import { createDesk, type Desk, type DeskOptions } from './desk.js';
import { LARGEST_BODY } from './guard/settings.js';
import { createKeys, KeyError, type Keys, keyFileOf } from './keys.js';
import { createLog, type LogLevel } from './log.js';

export interface ServerOptions extends DeskOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The file of keys; beside the record if not given. */
  readonly keys?: string;
  /** A key that may read and write, beside those of the file. */
  readonly key?: string;
  /** Names under which it is reached, beside loopback. */
  readonly hosts?: readonly string[];
  readonly cors?: readonly string[];
  /** Requests a second of one key or address; if not given, `RATE` where keys are needed, else as many as come. */
  readonly rate?: number;
  readonly maxBody?: number;
  readonly log?: LogLevel;
  /** Folder of the built page. */
  readonly page?: string;
}

export interface DeskServer {
  /** `http://127.0.0.1:4242` */
  readonly address: string;
  readonly desk: Desk;
  /** Requests in flight end, streams of news are closed, then the record is. */
  close(): Promise<void>;
}

const RATE = 50;

/** @throws RecordError as `openRecord` does; KeyError where the address is open to others and there is no key. */
export async function startServer(options: ServerOptions): Promise<DeskServer> {
  const { host, port, hosts = [], cors = [], maxBody = LARGEST_BODY } = options;
  const keys = createKeys(options.keys ?? keyFileOf(options.record), options.key);
  const closed = isClosed(host, keys);
  const log = createLog(options.log ?? 'info');
  const desk = await createDesk(options);
  try {
    const app = createApp(desk, {
      keys,
      closed,
      hosts: isIP(host) === 0 ? [...hosts, host] : hosts,
      cors,
      rate: options.rate ?? (closed ? RATE : 0),
      maxBody,
      log,
      ...(options.page === undefined ? {} : { page: options.page }),
    });
    const server = createAdaptorServer({ fetch: app.fetch, serverOptions: timeouts }) as Server;
    await listening(server, port, host);
    const address = addressOf(server);
    log.info({ address, record: desk.record.where, keys: closed }, 'the desk is open');
    return { address, desk, close: () => closing(server, desk) };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** Milliseconds; whoever sends slower than that holds a connection for nothing. */
const timeouts = { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };

function isClosed(host: string, keys: Keys): boolean {
  if (keys.any()) return true;
  if (host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/u.test(host)) return false;
  throw new KeyError(
    `${host} is open to others, and there is no key: 'demarche keys add NAME --scope write' makes one.`,
  );
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Milliseconds that requests in flight are given. */
const GRACE = 10_000;
/** Milliseconds in which requests on their way still come in. */
const DRAIN = 200;

async function closing(server: Server, desk: Desk): Promise<void> {
  desk.news.end();
  // A request may be under way on a connection that seems idle: it is answered, and its connection ends with the answer.
  server.prependListener('request', (_, answer) => {
    answer.shouldKeepAlive = false;
  });
  await new Promise((resolve) => setTimeout(resolve, DRAIN));
  const closed = new Promise((resolve) => server.close(resolve));
  // Connections that are kept open for more are closed as soon as they are idle.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const grace = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearInterval(idle);
  clearTimeout(grace);
  await desk.close();
}
