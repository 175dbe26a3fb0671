/** `demarche serve` as its own process: started, weighed and stopped as an operator does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { packageFile } from '../../src/package-root.js';

export interface Served {
  readonly port: number;
  /** Seconds from starting the process until `/ready` answered. */
  readonly ready: number;
  /** Resident set, in MiB. */
  memory(): number;
  /** SIGTERM. @returns seconds until it was gone, and its exit code. */
  stop(): Promise<{ readonly seconds: number; readonly code: number | null }>;
}

/** @param folder Where it runs: its dossiers are there. @param log A file for what it writes on standard error. */
export async function serve(record: string, folder: string, log: string): Promise<Served> {
  const port = await freePort();
  const started = performance.now();
  const main = packageFile('dist', 'src', 'cli', 'main.js');
  const output = openSync(log, 'a');
  const child = spawn(
    process.execPath,
    [main, 'serve', '--record', record, '--port', String(port), '--log-level', 'warn'],
    { cwd: folder, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  await untilReady(child, port, log);
  return {
    port,
    ready: (performance.now() - started) / 1000,
    memory: () => residentOf(child.pid ?? 0),
    async stop() {
      const asked = performance.now();
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      return { seconds: (performance.now() - asked) / 1000, code: child.exitCode };
    },
  };
}

async function untilReady(child: ChildProcess, port: number, log: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the desk did not start: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** 0 where there is no /proc. */
function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
