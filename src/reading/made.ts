/** Versions that made a Reading: the same text and the same versions give the same Reading. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelName } from '../language/index.js';
import { packageFile } from '../package-root.js';
import type { Reading } from './reading.js';
import { type Tables, tablesVersion } from './tables.js';

/** Digest of everything below `data/`, names and contents, in the order of the paths. */
function dataVersion(): string {
  const folder = packageFile('data');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(folder, file)));
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`;
}

/** With the user's tables: other tables may give another Reading. */
export function madeBy(tables: Tables): Reading['made'] {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
  return { program: `demarche ${version}`, model: modelName(), data: dataVersion() + tablesVersion(tables) };
}
