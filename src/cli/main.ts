#!/usr/bin/env node
/** The `demarche` command: one file a subcommand, no logic of its own. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { packageFile } from '../package-root.js';
import { actorsCommand } from './actors.js';
import { addCommand } from './add.js';
import { backupCommand } from './backup.js';
import { calendarCommand } from './calendar.js';
import { contradictionsCommand } from './contradictions.js';
import { decisionCommands } from './decisions.js';
import { doctorCommand } from './doctor.js';
import { dossierCommand } from './dossier.js';
import { evalCommand } from './eval.js';
import { explainCommand } from './explain.js';
import { happeningsCommand } from './happenings.js';
import { exitCode, print, printError, quietOnClosedPipe } from './io.js';
import { keysCommand } from './keys.js';
import { mcpCommand } from './mcp.js';
import { parseCommand } from './parse.js';
import { readCommand } from './read.js';
import { restoreCommand } from './restore.js';
import { schemaCommand } from './schema.js';
import { searchCommand } from './search.js';
import { serveCommand } from './serve.js';
import { sourcesCommand } from './sources.js';
import { statementsCommand } from './statements.js';
import { watchCommand } from './watch.js';
import { workCommand } from './work.js';

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };

const program = new Command('demarche')
  .description('Reads news reports about international affairs and keeps the record, sentence by sentence.')
  .version(version)
  .showHelpAfterError('(demarche --help shows the commands)')
  .addHelpText(
    'after',
    `
Examples:
  demarche read report.html                     one page, read and shown
  demarche read examples                        every report in a folder
  demarche read 'mail/*.eml' --format markdown  files by a pattern
  demarche read https://example.org/report      a page from the web
  demarche read report.html --format html > report.reading.html
  demarche read - < reports.jsonl > readings.jsonl
                                                a filter of JSON lines, for any engine that pipes
  demarche parse report.html                    its sentences as CoNLL-U, for any tool that takes it
  demarche explain report.html --sentence 3     why that sentence gave its events, or gave none
  demarche happenings --country Japan           what the record holds of it, with the reports that tell it
  demarche search peace treaty                  words in its reports and in what was said

Exit codes:
  0  everything was read
  1  something could not be read; each such input has its line on standard error
  2  the command was not understood, or names nothing that exists`,
  )
  .addCommand(readCommand())
  .addCommand(addCommand())
  .addCommand(watchCommand())
  .addCommand(doctorCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(workCommand())
  .addCommand(dossierCommand())
  .addCommand(parseCommand())
  .addCommand(explainCommand())
  .addCommand(happeningsCommand())
  .addCommand(statementsCommand())
  .addCommand(actorsCommand())
  .addCommand(calendarCommand())
  .addCommand(contradictionsCommand())
  .addCommand(sourcesCommand())
  .addCommand(searchCommand())
  .addCommand(serveCommand())
  .addCommand(keysCommand())
  .addCommand(mcpCommand())
  .addCommand(schemaCommand())
  .addCommand(evalCommand())
  .configureOutput({ writeOut: print, writeErr: printError })
  .exitOverride();
for (const command of decisionCommands()) program.addCommand(command);
const settle = (command: Command): void => {
  command.configureOutput({ writeOut: print, writeErr: printError }).exitOverride();
  command.commands.forEach(settle);
};
program.commands.forEach(settle);

quietOnClosedPipe();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}
