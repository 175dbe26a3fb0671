/** `virtual:countries`: common English names by ISO 3166-1 alpha-3, and of the states that ended. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Countries } from 'world-countries';
import { parse } from 'yaml';

const id = 'virtual:countries';

function names(): Record<string, string> {
  const all = createRequire(import.meta.url)('world-countries') as Countries;
  const file = fileURLToPath(new URL('../data/places/historic-states.yaml', import.meta.url));
  const ended = parse(readFileSync(file, 'utf8')) as { code: string; names: string[] }[];
  return Object.fromEntries([
    ...all.map(({ cca3, name }) => [cca3 === 'UNK' ? 'XKX' : cca3, name.common]),
    ...ended.map(({ code, names: [name = code] }) => [code, name]),
  ]);
}

export const countries = (): Plugin => ({
  name: 'demarche-countries',
  resolveId: (source) => (source === id ? `\0${id}` : null),
  load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(names())}` : null),
});
