import { Command } from 'commander';
import { printError } from './io.js';
import { count } from './option-values.js';
import { type RecordOption, recordOption } from './record-option.js';

interface ServeOptions extends RecordOption {
  readonly port: number;
  readonly host: string;
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('Serve the desk: the record on a page, over HTTP and for agents.')
    .addOption(recordOption())
    .option('--port <number>', 'where it listens', count, 4242)
    .option('--host <address>', 'where it listens', '127.0.0.1')
    .action(serve);

async function serve({ record, port, host }: ServeOptions): Promise<void> {
  // Other commands need none of it.
  const { startServer } = await import('../desk/server.js');
  const server = await startServer({ record, port, host });
  printError(`demarche: the desk is at ${server.address}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
}
