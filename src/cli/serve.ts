import { Command, InvalidArgumentError, Option } from 'commander';
import { KeyError } from '../desk/keys.js';
import { printError, UsageError } from './io.js';
import { keysOption } from './keys.js';
import { count } from './option-values.js';
import { type RecordOption, recordOption } from './record-option.js';

interface ServeOptions extends RecordOption {
  readonly port: number;
  readonly host: string;
  readonly keys?: string;
  readonly key?: string;
  readonly allowHost: string[];
  readonly cors: string[];
  readonly rate?: number;
  readonly maxBody?: number;
  readonly jobs?: number;
  readonly allowPrivate: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const help = `
On this machine alone no key is needed. At any other address, and wherever there are keys, each request needs one:
'demarche keys' makes them. While an embedded record is served, other commands on it must wait: add through the desk.
Ctrl-C or SIGTERM ends it when the requests in flight are answered.

Addresses:
  /            the page              /api/openapi.json  what the API answers    /docs     to try it
  /api/...     the record as JSON    /health /ready     is it there             /metrics  how it does (Prometheus)

Examples:
  demarche serve
  demarche serve --record postgres://desk@db/record --host 0.0.0.0 --allow-host desk.example.org
  demarche keys add reader --scope read`;

const several = (value: string, before: readonly string[]): string[] => [...before, value];

function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0 to 65535.');
  return port;
}

function originOf(value: string, before: readonly string[]): string[] {
  if (!URL.canParse(value) || new URL(value).origin !== value)
    throw new InvalidArgumentError("an origin as 'https://desk.example.org', without a path.");
  return [...before, value];
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('Serve the desk: the record on a page, over HTTP and for agents.')
    .addOption(recordOption())
    .option('--port <number>', 'where it listens; 0 takes one that is free', portNumber, 4242)
    .option('--host <address>', 'where it listens', '127.0.0.1')
    .addOption(keysOption())
    .addOption(
      new Option('--key <key>', 'a key that may read and write, beside those of the file').env(
        'DEMARCHE_KEY',
      ),
    )
    .option('--allow-host <name>', 'a name under which it is reached; repeatable', several, [])
    .option('--cors <origin>', 'another origin whose pages may ask; repeatable', originOf, [])
    .option('--rate <number>', 'requests a second of one key or address (50 where keys are needed)', count)
    .option('--max-body <mib>', 'files that are added at once (64)', count)
    .option(
      '-j, --jobs <number>',
      'how many reports are read side by side (as many as there are cores)',
      count,
    )
    .option('--allow-private', 'let URLs that people give lead to private and loopback addresses', false)
    .addOption(
      new Option('--log-level <level>', 'what is logged on standard error')
        .choices(['silent', 'error', 'warn', 'info', 'debug'])
        .default('info'),
    )
    .addHelpText('after', help)
    .action(serve);

async function serve({ logLevel: log, allowHost: hosts, maxBody, ...options }: ServeOptions): Promise<void> {
  // Other commands need none of it.
  const { startServer } = await import('../desk/server.js');
  const body = maxBody === undefined ? {} : { maxBody: maxBody * 1024 * 1024 };
  const server = await startServer({ ...options, ...body, log, hosts, apart: true }).catch(
    (error: unknown) => {
      throw toldInWords(error, options);
    },
  );
  printError(`demarche: the desk is at ${server.address}\n`);
  await untilStopped();
  printError('demarche: closing when the requests in flight are answered; Ctrl-C ends at once\n');
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  await server.close();
}

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });

function toldInWords(error: unknown, { host, port }: Pick<ServeOptions, 'host' | 'port'>): unknown {
  if (error instanceof KeyError) return new UsageError(error.message);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new UsageError(`something listens at ${host}:${port} already; --port takes another.`);
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND')
    return new UsageError(`the desk cannot listen at ${host}:${port} (${code}).`);
  return error;
}
