// Behind `npm start`, `npm test`, `npm run eval` and `npm run bench`: installs when the lockfile changed,
// builds when a source changed, then runs what was asked for. Needs Node alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = [20, 19];

function fail(message, status = 1) {
  process.stderr.write(`demarche: ${message}\n`);
  process.exit(status);
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) fail(`could not run ${command}: ${error.message}`);
  return status ?? 1;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    fail(`needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  }
}

/** True when the stamp holds `value`: the step that wrote it needs no repeating. */
const isStamped = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

function install() {
  const stamp = join(root, 'node_modules', '.installed');
  const value = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isStamped(stamp, value)) return;
  process.stderr.write('demarche: installing packages\n');
  // npm's own messages go to standard error: standard output is the program's.
  const npm = process.env.npm_execpath;
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const [program, script] = npm ? [process.execPath, [npm]] : ['npm', []];
  const status = run(program, [...script, 'ci', ...quiet], { stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('npm failed; its message stands above.', status);
  writeFileSync(stamp, value);
}

/** Names, sizes and times of all sources: changes whenever a file does. */
function fingerprint(folders) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const folder of folders) if (existsSync(join(root, folder))) visit(join(root, folder));
  return hash.digest('hex');
}

function build() {
  const stamp = join(root, 'dist', '.built');
  const value = fingerprint([
    'src',
    'web',
    'bench',
    'data',
    'scripts',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ]);
  if (isStamped(stamp, value)) return;
  process.stderr.write('demarche: building\n');
  const status = run(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('the build failed; its message stands above.', status);
  writeFileSync(stamp, value);
}

const node = (script, args) =>
  run(process.execPath, [join(root, ...script), ...args], { cwd: process.cwd() });
const cli = (args) => node(['dist', 'src', 'cli', 'main.js'], args);

// What is asked of the desk is no news to whoever reads the terminal.
const quietly = ['--log-level', 'warn'];

/** The examples filed in a record made anew each time, the dossier of one question on it, and the desk. */
function startExamples() {
  const record = join(root, 'examples-record');
  rmSync(record, { recursive: true, force: true });
  // As the user would name it: the path stands in the record as where a report came from.
  const examples = relative(process.cwd(), join(root, 'examples'));
  const status = cli(['add', examples, '--record', record]);
  if (status !== 0) return status;
  cpSync(join(root, 'examples', 'dossiers'), join(record, 'dossiers'), { recursive: true });
  return cli(['dossier', 'kuril', '--record', record]) || cli(['serve', '--record', record, ...quietly]);
}

/** One's own reports, added to the record of this folder. One bad file among them does not keep the desk from opening. */
const startOwn = (paths) => (cli(['add', ...paths]) > 1 ? 2 : cli(['serve', ...quietly]));

function start(args) {
  if (args.length === 0) return startExamples();
  // A command by its name, a folder of that name by its path: ./read
  return args.every((path) => existsSync(path)) ? startOwn(args) : cli(args);
}

const commands = {
  start,
  test: (args) => node(['node_modules', 'vitest', 'vitest.mjs'], ['run', '--root', root, ...args]),
  eval: (args) => cli(['eval', ...args]),
  bench: (args) => node(['dist', 'bench', 'main.js'], args),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`unknown step '${name}'; one of ${Object.keys(commands).join(', ')}.`, 2);
// Ctrl-C is for the program that runs: it closes what it has open, and this one ends with it.
process.on('SIGINT', () => {});
checkNode();
install();
build();
process.exit(command(args));
