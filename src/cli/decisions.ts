import { userInfo } from 'node:os';
import { Command } from 'commander';
import { decisionsOf } from '../record/decide/decide.js';
import type { DecisionTable } from '../record/store/tables.js';
import { print, printError, UsageError } from './io.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';

interface DecisionOptions extends RecordOption {
  readonly author: string;
  readonly note?: string;
}

const help = `
A happening is named by its id or the beginning of it, as 'demarche happenings' prints it; so is an event. Every word
is kept with who and when, is replayed after reports are read again, and can be taken back: 'demarche undo NUMBER'.`;

/** `merge`, `split`, `rename`, `reject`, and what becomes of them: `decisions`, `undo`. */
export const decisionCommands = (): Command[] => [
  verdict('merge', '<id...>', 'Say that happenings are one.'),
  verdict('split', '<event...>', 'Say that events are another happening than the rest of theirs.'),
  verdict('rename', '<id> <name>', 'Give a happening another name.'),
  verdict('reject', '<id...>', 'Throw out happenings or events that were read wrongly.'),
  list(),
  takeBack(),
];

function verdict(kind: DecisionTable['kind'], names: string, description: string): Command {
  return new Command(kind)
    .description(description)
    .arguments(names)
    .addOption(recordOption())
    .option('--author <name>', 'whose word it is', userInfo().username)
    .option('--note <text>', 'why')
    .addHelpText('after', help)
    .action(async (...args: unknown[]) => {
      const command = args.at(-1) as Command;
      const { author, note, record } = command.opts<DecisionOptions>();
      const words = command.args;
      const [ids, value] = kind === 'rename' ? [words.slice(0, 1), words[1]] : [words, undefined];
      const number = await withRecord({ record }, (opened) =>
        opened.decide({
          kind,
          ids,
          author,
          ...(value === undefined ? {} : { value }),
          ...(note === undefined ? {} : { note }),
        }),
      );
      printError(`demarche: decision ${number} by ${author}; 'demarche undo ${number}' takes it back\n`);
    });
}

const list = (): Command =>
  new Command('decisions')
    .description("List people's decisions.")
    .addOption(recordOption())
    .action((options: RecordOption) =>
      withRecord(options, async ({ db }) => {
        for (const { id, kind, subjects, value, author, at, note, undone } of await decisionsOf(db)) {
          const what = subjects.map((subject) =>
            subject.table === 'event' ? `${subject.article.slice(0, 8)}:${subject.start}` : subject.form,
          );
          const parts = [
            String(id),
            at,
            author,
            kind,
            what.join(' '),
            value ?? '',
            note ?? '',
            undone ? `undone ${undone}` : '',
          ];
          print(`${parts.join('\t').trimEnd()}\n`);
        }
      }),
    );

const takeBack = (): Command =>
  new Command('undo')
    .description('Take a decision back; it stays on the list.')
    .argument('<number>', "as 'demarche decisions' prints it")
    .addOption(recordOption())
    .action(async (text: string, options: RecordOption) => {
      const number = Number(text);
      if (!Number.isInteger(number)) throw new UsageError(`'${text}' is no number of a decision.`);
      await withRecord(options, (record) => record.undo(number));
    });
