import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, found upwards from this file: the same from `src/` and from `dist/src/`. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('demarche: its package.json is missing; install it again.');
    folder = parent;
  }
  return folder;
}

/** Path of a file of the package, e.g. `packageFile('data', 'time', 'en.yaml')`. */
export const packageFile = (...path: string[]): string => join(packageRoot(), ...path);
