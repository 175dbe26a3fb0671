/** A program run to its end, with its time on the CPU and the most memory that it and the processes it started had at a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

export interface Watched {
  readonly out: string;
  readonly err: string;
  /**
   * Of all its processes together, pages that they share counted once (PSS, looked at every second), or of the first
   * one by the kernel's own record (VmHWM), whichever is more. NaN where there is no /proc.
   */
  readonly peakMiB: number;
  /** Of the first process, as of its last second. NaN where there is no /proc. */
  readonly cpuSeconds: number;
}

const every = 1000;

/** Throws with the end of its standard error when it fails. */
export async function watched(
  command: string,
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string; readonly cwd?: string } = {},
): Promise<Watched> {
  const child = spawn(command, args, { cwd });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  let peakMiB = Number.NaN;
  let cpuSeconds = Number.NaN;
  const look = setInterval(() => {
    if (child.pid === undefined) return;
    peakMiB = most(peakMiB, memoryOf(child.pid));
    cpuSeconds = most(cpuSeconds, cpuSecondsOf(child.pid));
  }, every);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  try {
    await once(child, 'close');
  } finally {
    clearInterval(look);
  }
  if (child.exitCode !== 0) throw new Error(`${command} failed: ${err.slice(-2000)}`);
  return { out, err, peakMiB, cpuSeconds };
}

/** The greater of the two that are numbers. */
const most = (a: number, b: number): number => (Number.isNaN(a) ? b : Math.max(a, b || 0));

function memoryOf(pid: number): number {
  const own = kibibytes(`/proc/${pid}/status`, 'VmHWM');
  const tree = [pid, ...descendants(pid)].map((one) => kibibytes(`/proc/${one}/smaps_rollup`, 'Pss'));
  return (
    Math.max(
      own,
      tree.reduce((sum, pss) => sum + (pss || 0), 0),
    ) / 1024
  );
}

function descendants(pid: number): number[] {
  let own: number[];
  try {
    own = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
  return own.flatMap((child) => [child, ...descendants(child)]);
}

/** Clock ticks in user and system mode, of which Linux has 100 a second: fields 14 and 15 of /proc/PID/stat. */
function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** NaN when the file or the field is not there: the process may just have ended. */
function kibibytes(file: string, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(readFileSync(file, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}
