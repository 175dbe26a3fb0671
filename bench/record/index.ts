/** `npm run bench -- record`: what people ask of a generated record of a million happenings, and how long the answer takes. */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { isServer, openDatabase } from '../../src/record/store/database.js';
import { load } from './load.js';
import { type Question, questionsOf } from './questions.js';
import { randomOf } from './random.js';
import { head, lineOf, type Timed } from './table.js';
import { withRecordAt } from './where.js';

/** Milliseconds that 95 of 100 answers must stay under. */
const FLOORS = { server: 200, embedded: 500 } as const;

/** @param args Those behind `record`. @returns the exit code: 1 where a floor is missed. */
export async function record(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      record: { type: 'string' },
      happenings: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '50' },
      only: { type: 'string', default: '' },
    },
  });
  return withRecordAt(values.record, (where) =>
    ask(where, {
      happenings: Number(values.happenings),
      runs: Number(values.runs),
      only: values.only,
    }),
  );
}

interface Options {
  readonly happenings: number;
  readonly runs: number;
  /** Only questions whose name begins so. */
  readonly only: string;
}

async function ask(where: string, { happenings, runs, only }: Options): Promise<number> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  const seconds = await load(where, { happenings }, (line) => process.stderr.write(`${line}\n`));
  if (seconds > 0) console.log(`loaded in ${seconds.toFixed(0)} s`);
  const database = await openDatabase(where);
  try {
    const floor = FLOORS[isServer(where) ? 'server' : 'embedded'];
    console.log(`${database.kind}, ${happenings} happenings, load average ${loadavg()[0]?.toFixed(1)}\n`);
    const timed: Timed[] = [];
    console.log(head);
    for (const question of await questionsOf(database.db)) {
      if (!question.name.startsWith(only)) continue;
      const figures = await time(question, runs);
      timed.push(figures);
      console.log(lineOf(figures, floor));
    }
    const missed = timed.filter(({ p95 }) => p95 >= floor).length;
    console.log(
      `\np95: ${missed === 0 ? 'all' : `${timed.length - missed} of ${timed.length}`} under ${floor} ms`,
    );
    return missed === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function time({ name, ask: answer }: Question, runs: number): Promise<Timed> {
  const random = randomOf(17);
  // The first use of a question reads our own tables of names.
  await answer(randomOf(18));
  const took: number[] = [];
  let rows = 0;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    rows += await answer(random);
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  const share = (part: number): number => took[Math.min(runs - 1, Math.ceil(part * runs) - 1)] as number;
  return { name, runs, rows: rows / runs, p50: share(0.5), p95: share(0.95), most: share(1) };
}
