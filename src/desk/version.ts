import { readFileSync } from 'node:fs';
import { packageFile } from '../package-root.js';

/** Of this program, `0.1.0`. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
