/** Dossiers by name: only what stands in their folders is found, no name becomes a path. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DossierError, type DossierFile, loadDossier } from '../record/dossier/file.js';
import { saveDossier } from '../record/dossier/save.js';
import { yamlText } from '../yaml.js';

export interface Dossiers {
  /** By name; the first folder that has it counts. */
  list(): readonly { readonly name: string; readonly file: DossierFile | DossierError }[];
  /** @throws DossierError where its file cannot be read. */
  find(name: string): DossierFile | undefined;
  /** Keeps a new one in the first folder. @throws DossierError `dossier/exists`, `dossier/unwritable` */
  add(name: string, file: DossierFile): void;
}

export function createDossiers(folders: readonly string[]): Dossiers {
  const paths = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (const folder of folders)
      for (const file of filesIn(folder)) {
        const name = file.replace(/\.yaml$/u, '');
        if (!found.has(name)) found.set(name, join(folder, file));
      }
    return found;
  };
  return {
    list: () =>
      [...paths()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, path]) => ({ name, file: loaded(path) })),
    find(name) {
      const path = paths().get(name);
      return path === undefined ? undefined : loadDossier(path, []);
    },
    add(name, file) {
      // Another folder may have it: the desk would go on finding that one.
      if (paths().has(name))
        throw new DossierError('dossier/exists', `there is a dossier '${name}' already; it stays as it is.`);
      saveDossier(folders[0] ?? 'dossiers', name, yamlText(file));
    },
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('.'));
  } catch {
    return [];
  }
}

function loaded(path: string): DossierFile | DossierError {
  try {
    return loadDossier(path, []);
  } catch (error) {
    if (error instanceof DossierError) return error;
    throw error;
  }
}
