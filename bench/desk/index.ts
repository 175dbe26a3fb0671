/** `npm run bench -- desk`: a desk on a generated record under fifty readers, weighed, and stopped in the middle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/record/store/database.js';
import { load } from '../record/load.js';
import { drawsOf } from '../record/questions.js';
import type { Drawn } from '../record/random.js';
import { withRecordAt } from '../record/where.js';
import { startReaders } from './readers.js';
import { type Ask, asksOf, writeDossiers } from './requests.js';
import { type Served, serve } from './serve.js';
import { isError, slowest, tableOf } from './table.js';

interface Options {
  readonly happenings: number;
  readonly minutes: number;
  readonly readers: number;
  /** First day of the dossiers. */
  readonly since: string;
}

/** @param args Those behind `desk`. @returns the exit code: 1 where a floor is missed, an answer fails or is lost. */
export async function desk(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      record: { type: 'string' },
      happenings: { type: 'string', default: '100000' },
      minutes: { type: 'string', default: '5' },
      readers: { type: 'string', default: '50' },
      since: { type: 'string', default: '2023-01-01' },
    },
  });
  const options = {
    happenings: Number(values.happenings),
    minutes: Number(values.minutes),
    readers: Number(values.readers),
    since: values.since,
  };
  const folder = mkdtempSync(join(tmpdir(), 'demarche-desk-'));
  try {
    return await withRecordAt(values.record, (where) => measure(where, folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds that are not counted: the program and the database's memory are cold. */
const WARM = 10;

async function measure(record: string, folder: string, options: Options): Promise<number> {
  const { happenings, minutes, readers, since } = options;
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  const seconds = await load(record, { happenings }, (line) => process.stderr.write(`${line}\n`));
  if (seconds > 0) console.log(`loaded in ${seconds.toFixed(0)} s`);
  const ask = await asks(record, folder, since);
  const log = join(folder, 'desk.log');
  const first = await serve(record, folder, log);
  console.log(
    `${happenings} happenings, ready after ${first.ready.toFixed(1)} s, load ${loadavg()[0]?.toFixed(1)}`,
  );
  await run(first, ask, { count: readers, think: 1000, seed: 1, seconds: WARM });
  const people = await shown('as people read: a second between answer and question', first, ask, {
    count: readers,
    think: 1000,
    seed: 2,
    seconds: minutes * 60,
  });
  await shown('without a pause: as much as the machine gives', first, ask, {
    count: readers,
    think: 0,
    seed: 3,
    seconds: Math.min(60, minutes * 60),
  });
  const stopped = await stopUnderLoad(first, ask, readers);
  const again = await serve(record, folder, log);
  console.log(`ready again ${again.ready.toFixed(2)} s after it was started (floor: 2 s)`);
  await again.stop();
  return people && stopped && again.ready < 2 ? 0 : 1;
}

async function asks(record: string, folder: string, since: string): Promise<Drawn<Ask>> {
  const database = await openDatabase(record);
  try {
    const draws = await drawsOf(database.db);
    return asksOf(draws, await writeDossiers(join(folder, 'dossiers'), database.db, draws, since));
  } finally {
    await database.close();
  }
}

interface Load {
  readonly count: number;
  readonly think: number;
  readonly seed: number;
  readonly seconds: number;
}

/** Milliseconds between two looks at the memory. */
const LOOK = 10_000;

async function run({ port, memory }: Served, ask: Drawn<Ask>, { seconds, ...readers }: Load) {
  const weights = [memory()];
  const timer = setInterval(() => weights.push(memory()), LOOK);
  const reading = startReaders({ port, ask, ...readers });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await reading.end();
  clearInterval(timer);
  return { answers: reading.answers, weights };
}

async function shown(title: string, served: Served, ask: Drawn<Ask>, work: Load): Promise<boolean> {
  const { answers, weights } = await run(served, ask, work);
  const { lines, holds } = tableOf(answers, work.seconds);
  const minute = Math.max(1, Math.min(6, Math.floor(weights.length / 2)));
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(0);
  console.log(`\n${work.count} readers, ${title}; load ${loadavg()[0]?.toFixed(1)}`);
  for (const line of lines) console.log(line);
  console.log(
    `memory: ${mean(weights.slice(0, minute))} MiB at first, ${mean(weights.slice(-minute))} MiB at last, ${Math.max(...weights).toFixed(0)} at most`,
  );
  for (const line of ['slowest:', ...slowest(answers, 5)]) console.log(line);
  return holds;
}

/** Every request that was under way when the signal came must be answered; later ones may be refused. */
async function stopUnderLoad(served: Served, ask: Drawn<Ask>, count: number): Promise<boolean> {
  const reading = startReaders({ port: served.port, ask, count, think: 0, seed: 4 });
  // Connections that the desk has not taken yet are none of its requests.
  while (reading.now() < 3000 || new Set(reading.answers.map(({ reader }) => reader)).size < count)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const at = reading.now();
  const ending = served.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await reading.end();
  const { seconds, code } = await ending;
  const before = reading.answers.filter((each) => each.at < at && each.at + each.took > at);
  const lost = before.filter(isError);
  console.log(
    `\nSIGTERM under load: ${before.length} requests in flight, ${before.length - lost.length} answered, ${lost.length} lost; gone after ${seconds.toFixed(2)} s with code ${code}`,
  );
  for (const { path, status, error } of lost.slice(0, 5)) console.log(`  ${status} ${path}: ${error}`);
  return lost.length === 0 && code === 0;
}
