/** `npm run bench -- spark DATA`: the recipe of docs/scale.md as it stands there, its output beside that of one process. */
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { packageFile } from '../../src/package-root.js';
import { reportPaths } from './corpus.js';

/** @param args Those behind DATA. @returns the exit code: 1 where Spark's output is another. */
export async function spark(data: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reports: { type: 'string', default: '5000' },
      python: { type: 'string', default: 'python3' },
      master: { type: 'string', default: 'local-cluster[2,1,1024]' },
      parts: { type: 'string', default: '8' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'demarche-spark-'));
  try {
    const source = join(folder, 'reports.jsonl');
    await writeReports(source, data, Number(values.reports));
    const demarche = `${process.execPath} ${packageFile('dist', 'src', 'cli', 'main.js')}`;
    const alone = join(folder, 'alone.jsonl');
    const one = seconds(() => readAlone(source, alone));
    console.log(`one process  ${one.toFixed(1)} s, load average ${loadavg()[0]?.toFixed(1)}`);
    const program = join(folder, 'pipe.py');
    writeFileSync(program, recipe());
    const target = join(folder, 'readings');
    const many = seconds(() =>
      execFileSync(values.python, [program, source, target, demarche, values.master, values.parts], {
        stdio: ['ignore', 'ignore', 'pipe'],
        maxBuffer: 2 ** 28,
      }),
    );
    console.log(
      `Spark        ${many.toFixed(1)} s, load average ${loadavg()[0]?.toFixed(1)}; ${values.master}, ${values.parts} parts`,
    );
    console.log(`speed-up     ${(one / many).toFixed(2)}`);
    const differ = await compare(alone, parts(target));
    console.log(`${differ.lines} lines, ${differ.errors} of them errors; ${differ.count} differ`);
    return differ.count === 0 && differ.lines === Number(values.reports) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Python program of docs/scale.md. */
export function recipe(): string {
  const [, program] =
    /```python\n(.+?)```/su.exec(readFileSync(packageFile('docs', 'scale.md'), 'utf8')) ?? [];
  if (program === undefined) throw new Error('docs/scale.md has no program in Python.');
  return program;
}

/** One line in a hundred cannot be read. */
const BROKEN = 100;

async function writeReports(path: string, data: string, count: number): Promise<void> {
  const reports = reportPaths(data).map(({ path: file, published, outlet }) => ({
    text: readFileSync(file, 'utf8'),
    published,
    outlet,
  }));
  const out = createWriteStream(path);
  for (let nth = 0; nth < count; nth++) {
    const line = JSON.stringify({ id: `report-${nth}`, ...reports[nth % reports.length] });
    out.write(`${nth % BROKEN === BROKEN - 1 ? line.slice(0, 40) : line}\n`);
  }
  await new Promise<void>((resolve) => out.end(resolve));
}

function readAlone(source: string, target: string): void {
  const command = packageFile('dist', 'src', 'cli', 'main.js');
  try {
    execFileSync(process.execPath, [command, 'read', '-', '--lines', '--jobs', '1', '--no-progress'], {
      stdio: [openSync(source, 'r'), openSync(target, 'w'), 'ignore'],
    });
  } catch (error) {
    // Lines that cannot be read are told by the exit code too.
    if ((error as { status?: number }).status !== 1) throw error;
  }
}

const parts = (target: string): string[] =>
  readdirSync(target)
    .filter((name) => name.startsWith('part-'))
    .sort()
    .map((name) => join(target, name));

interface Differ {
  readonly lines: number;
  readonly errors: number;
  readonly count: number;
}

/** Line by line in order; an error's place counts from the beginning of its part. */
async function compare(alone: string, others: readonly string[]): Promise<Differ> {
  const theirs = linesOf(others);
  let [lines, errors, count] = [0, 0, 0];
  for await (const line of linesOf([alone])) {
    const other = await theirs.next();
    lines++;
    if (isError(line)) errors++;
    if (other.done === true || placeless(line) !== placeless(other.value)) count++;
  }
  for await (const _ of theirs) count++;
  return { lines, errors, count };
}

async function* linesOf(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) yield* createInterface({ input: createReadStream(path) });
}

const isError = (line: string): boolean => line.startsWith('{"from":') && line.includes('"error":');
const placeless = (line: string): string =>
  isError(line) ? line.replace(/"place":"line \d+/u, '"place":"line') : line;

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
