/** One stage in a process of its own, so that its peak memory is its own: `node measure.js STAGE`. */
import { reports } from './reports.js';
import { type StageName, stages } from './stages.js';

export interface Figure {
  readonly stage: StageName;
  /** Median over the rounds. */
  readonly reportsPerSecond: number;
  readonly msPerReport: number;
  /** Processor time of all threads, garbage collection included: what a busy machine leaves as it is. */
  readonly cpuMsPerReport: number;
  readonly peakMiB: number;
  readonly startMs: number;
}

const rounds = 7;

async function measure(stage: StageName): Promise<Figure> {
  const input = reports(150);
  const started = performance.now();
  const pass = await stages[stage](input);
  const startMs = performance.now() - started;
  await pass();
  const rates: number[] = [];
  const cpuFrom = process.cpuUsage();
  let all = 0;
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    const done = await pass();
    all += done;
    rates.push(done / ((performance.now() - from) / 1000));
  }
  const cpu = process.cpuUsage(cpuFrom);
  const reportsPerSecond = rates.sort((a, b) => a - b)[rounds >> 1] ?? 0;
  return {
    stage,
    reportsPerSecond,
    msPerReport: 1000 / reportsPerSecond,
    cpuMsPerReport: (cpu.user + cpu.system) / 1000 / all,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    startMs,
  };
}

process.stdout.write(JSON.stringify(await measure(process.argv[2] as StageName)));
