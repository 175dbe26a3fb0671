import { Command } from 'commander';
import { writeBackup } from '../record/backup/backup.js';
import { printError } from './io.js';
import { startShare } from './progress.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';

interface BackupOptions extends RecordOption {
  readonly progress: boolean;
}

const help = `
All of the record as it is at one moment, decisions and failures with it, in one file of compressed JSON lines.
'demarche restore' makes a record of it in a folder or on a server, whichever it came from. A file of that name is
replaced when the new one is whole. On a server others may go on writing; jobs that wait there are no part of it.

Examples:
  demarche backup record-2024-03-01.jsonl.gz
  demarche backup /backups/record.jsonl.gz --record postgres://desk@db/record`;

export function backupCommand(): Command {
  return new Command('backup')
    .description('Write all of a record into one file.')
    .argument('<file>', 'the file to be written')
    .addOption(recordOption())
    .option('--no-progress', 'no progress bar on standard error')
    .addHelpText('after', help)
    .action(backup);
}

async function backup(file: string, options: BackupOptions): Promise<void> {
  const progress = startShare('written', options.progress);
  const { reports, rows } = await withRecord(options, (record) =>
    writeBackup(record, file, progress.at),
  ).finally(progress.stop);
  printError(`demarche: ${file}: ${reports} reports, ${rows} rows\n`);
}
