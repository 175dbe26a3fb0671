// Compiles to dist/, writes the JSON Schema of the Reading from its types, leaves the parsed data files, builds the page.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

function compile() {
  rmSync(dist, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', join(root, 'tsconfig.build.json')];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  chmodSync(join(dist, 'src', 'cli', 'main.js'), 0o755);
}

const built = (...path) => import(pathToFileURL(join(dist, 'src', ...path)).href);

async function writeSchema() {
  const { readingSchema } = await built('reading', 'schema.js');
  writeFileSync(join(dist, 'reading.schema.json'), `${JSON.stringify(readingSchema(), null, 2)}\n`);
}

async function parseData() {
  const { parsedFile } = await built('data-file.js');
  const data = join(root, 'data');
  for (const file of readdirSync(data, { recursive: true }).filter((name) => name.endsWith('.yaml'))) {
    const target = join(dist, 'data', `${file}.json`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(parsedFile(readFileSync(join(data, file), 'utf8'))));
  }
}

/** The page to try the API: Swagger UI, and a script of our own that starts it. */
function copyDocs() {
  const target = join(dist, 'docs');
  mkdirSync(target, { recursive: true });
  const swagger = join(root, 'node_modules', 'swagger-ui-dist');
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'])
    copyFileSync(join(swagger, file), join(target, file));
  const own = join(root, 'scripts', 'docs');
  for (const file of readdirSync(own)) copyFileSync(join(own, file), join(target, file));
}

/** dist/web: the page of the desk. */
async function buildPage() {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
}

compile();
await writeSchema();
await parseData();
copyDocs();
await buildPage();
