/** A dossier: a standing question as people write it, one YAML file each. docs/asking.md describes the fields. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../../yaml.js';
import { Day } from '../ask/day.js';

const Name = z.string().trim().min(1);

export const DossierFile = z.strictObject({
  title: Name,
  /** What it is about, for readers. */
  about: z.string().optional(),
  /** Country codes, countries' names, or names of actors. */
  parties: z.array(Name).default([]),
  /** The thing in question. */
  object: z
    .strictObject({
      /** Its names, rivals' names included. */
      names: z.array(Name).default([]),
      /** GeoNames ids or names. */
      places: z.array(z.union([z.int().positive(), Name])).default([]),
    })
    .default({ names: [], places: [] }),
  /** Words or phrases that tell of it. */
  words: z.array(Name).default([]),
  /** Nothing before this day belongs to it. */
  since: Day.optional(),
});
export type DossierFile = z.infer<typeof DossierFile>;

export class DossierError extends Error {
  constructor(
    readonly code:
      | 'dossier/not-found'
      | 'dossier/unreadable'
      | 'dossier/damaged'
      | 'dossier/exists'
      | 'dossier/unwritable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DossierError';
  }
}

/**
 * @param name A path, or the name of `NAME.yaml` in one of `folders`, the first that has it.
 * @throws DossierError naming the file and the entry.
 */
export function loadDossier(name: string, folders: readonly string[]): DossierFile {
  const path = pathOf(name, folders);
  return dossierOf(textOf(path), path);
}

/** Where `--dossier NAME` looks: beside an embedded record, then beside whoever asks. */
export const dossierFolders = (record: string): readonly string[] =>
  /^postgres(?:ql)?:\/\//u.test(record) ? ['dossiers'] : [join(record, 'dossiers'), 'dossiers'];

/** @param path What messages call the text. @throws DossierError `dossier/damaged` */
export function dossierOf(text: string, path: string): DossierFile {
  let content: unknown;
  try {
    content = parseYaml(text);
  } catch (error) {
    throw new DossierError('dossier/damaged', `${path}: ${messageOf(error)}`, { cause: error });
  }
  const result = DossierFile.safeParse(content);
  if (!result.success) throw new DossierError('dossier/damaged', `${path}: ${z.prettifyError(result.error)}`);
  if (looksForNothing(result.data))
    throw new DossierError('dossier/damaged', `${path}: names no parties, object or words to look for.`);
  return result.data;
}

export const looksForNothing = ({ parties, object, words }: DossierFile): boolean =>
  parties.length + object.names.length + object.places.length + words.length === 0;

function pathOf(name: string, folders: readonly string[]): string {
  if (/[/\\]|\.ya?ml$/u.test(name)) return name;
  const paths = folders.map((folder) => join(folder, `${name}.yaml`));
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new DossierError(
    'dossier/not-found',
    `there is no dossier '${name}': looked for ${paths.join(' and ')}.`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'dossier/not-found' : 'dossier/unreadable';
    throw new DossierError(code, `the dossier ${path} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
