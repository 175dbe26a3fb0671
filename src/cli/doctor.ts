import { Command, Option } from 'commander';
import { checkRecord, type Finding } from '../record/check/check.js';
import { print, printError } from './io.js';
import { startShare } from './progress.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';

interface DoctorOptions extends RecordOption {
  readonly format: 'text' | 'json';
  readonly progress: boolean;
}

const help = `
Every rule that a record must keep is one line; one that is broken says how often, and gives an example.
Nothing is changed. On a server others may go on writing meanwhile: one moment of the record is checked.

What to do when a rule is broken: 'demarche restore' puts the last backup into a new record, and
'demarche add' takes in again what came after it. Please report it: the program should not let it happen.

Exit codes:
  0  all is as it must be
  1  something is wrong`;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check that a record is whole: every rule that its rows must keep.')
    .addOption(recordOption())
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--no-progress', 'no progress bar on standard error')
    .addHelpText('after', help)
    .action(doctor);
}

async function doctor(options: DoctorOptions): Promise<void> {
  const progress = startShare('checked', options.progress);
  const findings = await withRecord(options, (record) => checkRecord(record, progress.at)).finally(
    progress.stop,
  );
  const wrong = findings.filter(({ ok }) => !ok);
  print(options.format === 'json' ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(lineOf).join(''));
  printError(
    wrong.length === 0
      ? `demarche: ${findings.length} rules checked, all kept\n`
      : `demarche: ${findings.length} rules checked, ${wrong.length} broken\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

const lineOf = ({ ok, check, what, found, example }: Finding): string =>
  ok
    ? `ok     ${check.padEnd(24)} ${what}\n`
    : `WRONG  ${check.padEnd(24)} ${what}\n       ${found === 1 ? 'broken once' : `broken ${found} times`}: ${example}\n`;
