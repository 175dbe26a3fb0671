import { userInfo } from 'node:os';
import { Command } from 'commander';
import { type DecisionOfRecord, decisionsOf } from '../record/decide/list.js';
import type { DecisionTable } from '../record/store/tables.js';
import { print, printError, UsageError } from './io.js';
import { type RecordOption, recordOption, withRecord } from './record-option.js';

interface DecisionOptions extends RecordOption {
  readonly author: string;
  readonly note?: string;
}

const help = `
Happenings and events, sayings and statements are named by their id or the beginning of it, as 'demarche happenings' and
'demarche statements' print it; an actor or a name by its id in quotes ('person|sergei lavrov|RUS', as 'demarche actors'
prints it) or by the name itself where only one has it. Every word is kept with who and when, is replayed after reports
are read again, and can be taken back: 'demarche undo NUMBER'.`;

/** `merge`, `split`, `rename`, `reject`, and what becomes of them: `decisions`, `undo`. */
export const decisionCommands = (): Command[] => [
  verdict('merge', '<id...>', 'Say that happenings, actors or sayings are one.'),
  verdict(
    'split',
    '<part...>',
    'Take events out of their happening, names out of their actor or statements out of their saying, to be another together.',
  ),
  verdict('rename', '<id> <name>', 'Give a happening or an actor another name.'),
  verdict(
    'reject',
    '<id...>',
    'Throw out happenings, events, sayings or statements that were read wrongly, or names that are of no actor.',
  ),
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
    .description("List people's decisions, with what they are about as it is called now.")
    .addOption(recordOption())
    .action((options: RecordOption) =>
      withRecord(options, async ({ db }) => {
        for (const decision of await decisionsOf(db)) print(`${lineOf(decision)}\n`);
      }),
    );

/** Number, moment, author, kind, what it is about, new name, note, what became of it; tabs between. */
function lineOf(decision: DecisionOfRecord): string {
  const { id, at, author, kind, value, note, undone } = decision;
  const parts = [id, at, author, kind, aboutOf(decision), value ?? '', note ?? ''];
  return [...parts, undone === null ? '' : `undone ${undone}`].map(inOneCell).join('\t').trimEnd();
}

function aboutOf({ kind, about, gone, places }: DecisionOfRecord): string {
  if (about.length === 0) return '(nothing of it is in the record now)';
  const sides = about.map((side) => side.join('; ')).join(kind === 'split' ? ' | ' : '; ');
  return gone === 0 ? sides : `${sides} (${gone} of ${places} not in the record now)`;
}

const inOneCell = (part: string | number): string => String(part).replace(/\s+/gu, ' ');

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
