/** The desk on a port of this machine. */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.js';
import { createDesk, type DeskOptions } from './desk.js';

export interface ServerOptions extends DeskOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

export interface DeskServer {
  /** `http://127.0.0.1:4242` */
  readonly address: string;
  /** Requests in flight end; then the record is closed. */
  close(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<DeskServer> {
  const desk = await createDesk(options);
  const app = createApp(desk);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await desk.close();
    },
  };
}
