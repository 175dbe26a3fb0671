/** Keys of the desk: kept as digests in a small file, so that who reads it learns none. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isServer } from '../record/store/database.js';
import type { Scope } from './env.js';

const Key = z.strictObject({
  name: z.string().min(1).max(100),
  scope: z.enum(['read', 'write']),
  /** SHA-256 of the key, hex: keys are long and random, nothing slower is needed. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  added: z.string(),
});
export type Key = z.infer<typeof Key>;

const KeyFile = z.strictObject({ keys: z.array(Key) });

export class KeyError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyError';
  }
}

/** Where the keys of a record lie if nobody says otherwise. */
export const keyFileOf = (record: string): string =>
  isServer(record) ? 'desk-keys.json' : join(record, 'desk-keys.json');

/** @throws KeyError where the file is damaged: better no desk than an open one. */
export function loadKeys(file: string): readonly Key[] {
  if (!existsSync(file)) return [];
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new KeyError(`the keys in ${file} cannot be read: ${why}`, { cause: error });
  }
}

function saveKeys(file: string, keys: readonly Key[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.part`;
  writeFileSync(half, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
}

export const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** 256 random bits. */
const newKey = (): string => `dk_${randomBytes(32).toString('base64url')}`;

/** @returns the key, which is shown this once. @throws KeyError where the name is taken. */
export function addKey(file: string, name: string, scope: Scope): string {
  const keys = loadKeys(file);
  if (keys.some((each) => each.name === name))
    throw new KeyError(`there is a key '${name}' already; 'demarche keys remove ${name}' makes room.`);
  const key = newKey();
  const added = new Date().toISOString();
  saveKeys(file, [...keys, Key.parse({ name, scope, hash: digestOf(key), added })]);
  return key;
}

/** @throws KeyError where there is none of the name. */
export function removeKey(file: string, name: string): void {
  const keys = loadKeys(file);
  const left = keys.filter((each) => each.name !== name);
  if (left.length === keys.length) throw new KeyError(`there is no key '${name}' in ${file}.`);
  saveKeys(file, left);
}

export interface Keys {
  any(): boolean;
  /** By the key itself. */
  find(key: string): Pick<Key, 'name' | 'scope'> | undefined;
  /** Does a key of this name still stand, and what may it do? */
  named(name: string): Pick<Key, 'name' | 'scope'> | undefined;
}

/** The name under which `--key` works. */
const GIVEN = 'given';
/** Shorter ones could be guessed. */
const SHORTEST = 20;

/**
 * Keys of a file, which is read again when it has changed, and one that is given at the start.
 * @throws KeyError
 */
export function createKeys(file: string, given?: string): Keys {
  if (given !== undefined && given.length < SHORTEST)
    throw new KeyError(
      `a key of ${given.length} characters can be guessed: give one of ${SHORTEST} and more.`,
    );
  const own: readonly Key[] =
    given === undefined ? [] : [{ name: GIVEN, scope: 'write', hash: digestOf(given), added: '' }];
  let known = [...own, ...loadKeys(file)];
  let stamp = stampOf(file);
  const all = (): readonly Key[] => {
    const now = stampOf(file);
    if (now === stamp) return known;
    stamp = now;
    try {
      known = [...own, ...loadKeys(file)];
    } catch {
      // Half written or damaged: those that were known hold on.
    }
    return known;
  };
  return {
    any: () => all().length > 0,
    find(key) {
      const digest = Buffer.from(digestOf(key), 'hex');
      return all().find(({ hash }) => timingSafeEqual(Buffer.from(hash, 'hex'), digest));
    },
    named: (name) => all().find((each) => each.name === name),
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
