/** Puts a new dossier into a folder; one that is there stays as people wrote it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DossierError } from './file.js';

/**
 * @param text YAML.
 * @returns its path.
 * @throws DossierError `dossier/exists`, `dossier/unwritable`
 */
export function saveDossier(folder: string, name: string, text: string): string {
  const path = join(folder, `${name}.yaml`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return path;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new DossierError('dossier/exists', `${path} is there already and stays as it is.`);
    throw new DossierError('dossier/unwritable', `${path} cannot be written: ${message}`, { cause: error });
  }
}
