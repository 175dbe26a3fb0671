/** Resident memory of `demarche read -` while it filters many JSON lines: it must not grow with their number. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { packageFile } from '../../src/package-root.js';
import { reports } from './reports.js';

export interface FilterFigure {
  /** Lines answered so far. */
  readonly at: number;
  readonly rssMiB: number;
}

const newline = 10;

export async function filterFigures(lines: number): Promise<FilterFigure[]> {
  const command = packageFile('dist', 'src', 'cli', 'main.js');
  const child = spawn(process.execPath, [command, 'read', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const figures: FilterFigure[] = [];
  const every = Math.max(1, Math.floor(lines / 10));
  let answered = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) {
      if (byte !== newline) continue;
      answered++;
      if (answered % every === 0) figures.push({ at: answered, rssMiB: residentMiB(child.pid) });
    }
  });
  await feed(child.stdin, lines);
  await once(child, 'close');
  if (answered !== lines) throw new Error(`the filter answered ${answered} of ${lines} lines.`);
  return figures;
}

async function feed(stdin: NodeJS.WritableStream, lines: number): Promise<void> {
  const decoder = new TextDecoder();
  const texts = reports(150).map((bytes) => decoder.decode(bytes));
  for (let i = 0; i < lines; i++) {
    const line = JSON.stringify({ id: `r${i}`, text: texts[i % texts.length], published: '2016-12-03' });
    if (!stdin.write(`${line}\n`)) await once(stdin, 'drain');
  }
  stdin.end();
}

/** Linux only; NaN elsewhere. */
function residentMiB(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
