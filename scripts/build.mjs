// Compiles to dist/ and writes the JSON Schema of the Reading from its types.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const { readingSchema } = await import(pathToFileURL(join(dist, 'src', 'reading', 'schema.js')).href);
writeFileSync(join(dist, 'reading.schema.json'), `${JSON.stringify(readingSchema(), null, 2)}\n`);
chmodSync(join(dist, 'src', 'cli', 'main.js'), 0o755);
