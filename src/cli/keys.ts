import { Command, Option } from 'commander';
import { addKey, KeyError, keyFileOf, loadKeys, removeKey } from '../desk/keys.js';
import { print, printError, UsageError } from './io.js';
import { type RecordOption, recordOption } from './record-option.js';

interface KeysOptions extends RecordOption {
  readonly keys?: string;
  readonly scope?: 'read' | 'write';
}

const help = `
Where there is a key, every request to the desk needs one: 'Authorization: Bearer KEY', or the sign-in of the page. The file
holds digests: a key is shown once, when it is made. A desk that runs takes up changes by itself.

Examples:
  demarche keys add analysts --scope read
  demarche keys add intake --scope write --record postgres://desk@db/record --keys /etc/demarche/desk-keys.json
  demarche keys list
  demarche keys remove analysts`;

/** `keys add`, `list`, `remove`. */
export const keysCommand = (): Command =>
  new Command('keys')
    .description('Keys of the desk: who may read the record over HTTP, and who may write.')
    .addHelpText('after', help)
    .addCommand(
      own('add', 'Make a key and show it, this once.')
        .argument('<name>', 'whose it is')
        .addOption(new Option('--scope <scope>', 'what it may do').choices(['read', 'write']).default('read'))
        .action((name: string, options: KeysOptions) =>
          told(() => {
            const file = fileOf(options);
            print(`${addKey(file, name, options.scope ?? 'read')}\n`);
            printError(`demarche: '${name}' may ${options.scope ?? 'read'}; its digest is in ${file}\n`);
          }),
        ),
    )
    .addCommand(
      own('list', 'List the keys: name, scope, day.').action((options: KeysOptions) =>
        told(() => {
          for (const { name, scope, added } of loadKeys(fileOf(options)))
            print(`${name}\t${scope}\t${added.slice(0, 10)}\n`);
        }),
      ),
    )
    .addCommand(
      own('remove', 'Remove a key: it works no more.')
        .argument('<name>', 'whose it was')
        .action((name: string, options: KeysOptions) => told(() => removeKey(fileOf(options), name))),
    );

const own = (name: string, description: string): Command =>
  new Command(name).description(description).addOption(recordOption()).addOption(keysOption());

export const keysOption = (): Option =>
  new Option('--keys <file>', "the file of keys (desk-keys.json in the record's folder, or here)").env(
    'DEMARCHE_KEYS',
  );

export const fileOf = ({ keys, record }: Pick<KeysOptions, 'keys' | 'record'>): string =>
  keys ?? keyFileOf(record);

function told(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof KeyError ? new UsageError(error.message) : error;
  }
}
