import { Command } from 'commander';
import { createDossiers } from '../desk/dossiers.js';
import { createPool } from '../reading/pool.js';
import { dossierFolders } from '../record/dossier/file.js';
import { askRecord } from './asking.js';
import { interruption } from './interruption.js';
import { printError } from './io.js';
import { type RecordOption, recordOption } from './record-option.js';
import { type TableOptions, tableOptions, tablesOf } from './tables.js';

interface McpOptions extends TableOptions, RecordOption {
  readonly allowPrivate: boolean;
}

const help = `
Speaks the Model Context Protocol over standard input and output; a client starts it, with an entry such as
  { "mcpServers": { "demarche": { "command": "demarche", "args": ["mcp", "--record", "/path/to/record"] } } }
Tools ask the record and read reports; none changes it. Every line of an answer carries its citation. docs/mcp.md lists the
tools. 'demarche serve' offers the same over HTTP at /mcp: take that where a desk has the record open, since a record in a
folder belongs to one process.

Examples:
  demarche mcp --record demarche-record
  demarche mcp --record postgres://desk@db/record`;

export function mcpCommand(): Command {
  const command = new Command('mcp')
    .description('The record as tools for an agent (Model Context Protocol) over standard input and output.')
    .addOption(recordOption())
    .option('--allow-private', 'let read_report read from private and loopback addresses', false)
    .addHelpText('after', help)
    .action(serve);
  for (const option of tableOptions) command.addOption(option);
  return command;
}

async function serve(options: McpOptions): Promise<void> {
  const { record, allowPrivate } = options;
  // Other commands need none of it.
  const { serveStdio } = await import('../desk/mcp/stdio.js');
  const pool = createPool(1, tablesOf(options));
  const interrupt = interruption('ending after what was asked');
  try {
    await askRecord(options, (db) =>
      serveStdio(
        {
          ask: (question) => question(db),
          pool,
          dossiers: createDossiers(dossierFolders(record)),
          allowPrivate,
          onError: tell,
        },
        interrupt.signal,
      ),
    );
  } finally {
    interrupt.end();
    await pool.close();
  }
}

/** Standard output is the client's. */
const tell = (error: unknown): void =>
  printError(`demarche: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
