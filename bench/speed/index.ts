/** `npm run bench`: reports a second and peak memory of each stage, and of the filter of JSON lines. */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filterFigures } from './filter.js';
import type { Figure } from './measure.js';
import { type StageName, stages } from './stages.js';

const here = dirname(fileURLToPath(import.meta.url));

export async function speed(lines: number): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.log('Reports of 500 words, one core; median of 7 rounds; each stage in its own process.\n');
  console.log('stage      reports/s  ms/report    cpu ms  peak MiB');
  for (const stage of Object.keys(stages) as StageName[]) console.log(lineOf(measured(stage)));
  console.log(`\ndemarche read - over ${lines} JSON lines`);
  for (const { at, rssMiB } of await filterFigures(lines)) {
    console.log(`after ${String(at).padStart(7)} lines  ${rssMiB.toFixed(0).padStart(5)} MiB resident`);
  }
}

const measured = (stage: StageName): Figure =>
  JSON.parse(
    execFileSync(process.execPath, [join(here, 'measure.js'), stage], { encoding: 'utf8' }),
  ) as Figure;

const lineOf = ({ stage, reportsPerSecond, msPerReport, cpuMsPerReport, peakMiB }: Figure): string =>
  [
    stage.padEnd(9),
    reportsPerSecond.toFixed(0).padStart(10),
    msPerReport.toFixed(2).padStart(10),
    cpuMsPerReport.toFixed(2).padStart(9),
    peakMiB.toFixed(0).padStart(9),
  ].join(' ');
