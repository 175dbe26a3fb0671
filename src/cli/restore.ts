import { Command } from 'commander';
import { restoreBackup } from '../record/backup/restore.js';
import { printError } from './io.js';
import { startShare } from './progress.js';
import { type RecordOption, recordOption } from './record-option.js';

interface RestoreOptions extends RecordOption {
  readonly progress: boolean;
}

const help = `
Goes into a folder or database that holds no record yet: nothing is ever overwritten. The file is read through and
its counts and digest are compared before anything is touched, and it goes in wholly or not at all.

Examples:
  demarche restore record-2024-03-01.jsonl.gz --record restored
  demarche restore record.jsonl.gz --record postgres://desk@db/new`;

export function restoreCommand(): Command {
  return new Command('restore')
    .description("Make a record from a file that 'demarche backup' wrote.")
    .argument('<file>', 'the backup')
    .addOption(recordOption())
    .option('--no-progress', 'no progress bar on standard error')
    .addHelpText('after', help)
    .action(restore);
}

async function restore(file: string, options: RestoreOptions): Promise<void> {
  const progress = startShare('restored', options.progress);
  const { reports, rows } = await restoreBackup(file, options.record, progress.at).finally(progress.stop);
  printError(`demarche: ${file}: ${reports} reports, ${rows} rows restored\n`);
}
