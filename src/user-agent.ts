import { readFileSync } from 'node:fs';
import { packageFile } from './package-root.js';

/** The name by which robots.txt files speak to the program. */
export const robotName = 'demarche';

interface Manifest {
  readonly version: string;
  readonly homepage?: string;
  readonly bugs?: { readonly url?: string };
}

let made: string | undefined;

/** How the program names itself to servers: `demarche/0.1.0 (+https://…)`, with the address if the package has one. */
export function userAgent(): string {
  if (made === undefined) {
    const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as Manifest;
    const contact = manifest.homepage ?? manifest.bugs?.url;
    made = `${robotName}/${manifest.version}${contact === undefined ? '' : ` (+${contact})`}`;
  }
  return made;
}
