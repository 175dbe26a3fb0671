/** `npm run bench -- filing DATA`: what filing and merging reports costs beside reading them, in a record of any size. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createReader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { openRecord } from '../../src/record/record.js';
import { reportPaths } from './corpus.js';
import { load } from './load.js';
import { withRecordAt } from './where.js';

interface FilingOptions {
  /** The corpora; reports are those of quotes/polnear, with the day in their names. */
  readonly data: string;
  /** A folder, `memory://` or a server; empty, or generated alike and nothing filed in it yet. */
  readonly where: string;
  /** In the record before; 0: an empty record. */
  readonly happenings: number;
  readonly reports: number;
  /** Reports filed at once: 24 as `demarche add` does, 1 as they come in. */
  readonly batch: number;
}

/** Filing takes at most this share of reading; one report at most so many milliseconds in the median. */
const SHARE = 0.2;
const ONE = 50;

/** @param args Those behind DATA. @returns the exit code: 1 where the floor is missed. */
export async function filing(data: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      record: { type: 'string' },
      happenings: { type: 'string', default: '0' },
      reports: { type: 'string', default: '200' },
      batch: { type: 'string', default: '24' },
    },
  });
  const [happenings, reports, batch] = [values.happenings, values.reports, values.batch].map(Number) as [
    number,
    number,
    number,
  ];
  return withRecordAt(values.record, (where) => measure({ data, where, happenings, reports, batch }));
}

async function measure(options: FilingOptions): Promise<number> {
  const { where, happenings, batch } = options;
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  // Two years around the reports: as many neighbours in time as a record of the daily news has.
  if (happenings > 0)
    await load(where, { happenings, years: 2, until: '2017-01-01', marks: true }, (line) =>
      process.stderr.write(`${line}\n`),
    );
  const read = await readReports(options);
  const record = await openRecord(where, { create: true });
  try {
    const took: number[] = [];
    let events = 0;
    for (let at = 0; at < read.readings.length; at += batch) {
      const readings = read.readings.slice(at, at + batch);
      const started = performance.now();
      const { filed } = await record.file(batchOf(readings));
      took.push(performance.now() - started);
      if (filed < readings.length) throw new Error(`${where} holds these reports: name another record.`);
      events += readings.reduce((sum, reading) => sum + reading.events.length, 0);
    }
    const sum = took.reduce((all, each) => all + each, 0);
    const filingMs = sum / read.readings.length;
    const readingMs = read.ms / read.readings.length;
    const median = [...took].sort((a, b) => a - b)[took.length >> 1] as number;
    const kept = batch === 1 ? median < ONE : filingMs <= SHARE * readingMs;
    console.log(`${record.kind}, ${happenings} happenings before, batches of ${batch}, load average ${loadavg()[0]?.toFixed(1)}
${read.readings.length} reports, ${events} events
reading a report   ${readingMs.toFixed(1)} ms
filing a report    ${filingMs.toFixed(1)} ms, ${((100 * filingMs) / readingMs).toFixed(1)} % of reading (at most ${100 * SHARE} %)
median of a batch  ${median.toFixed(1)} ms${batch === 1 ? ` (under ${ONE} ms)` : ''}
${kept ? 'holds' : 'missed'}`);
    return kept ? 0 : 1;
  } finally {
    await record.close();
  }
}

interface Read {
  readonly readings: readonly Reading[];
  readonly ms: number;
}

async function readReports({ data, reports }: FilingOptions): Promise<Read> {
  const reader = createReader();
  const readings: Reading[] = [];
  let ms = 0;
  // The first loads the model.
  for await (const _ of reader.read('Japan protested on Friday.'));
  for (const { path, published, outlet } of reportPaths(data).slice(0, reports)) {
    const source = { from: path, published, outlet };
    const started = performance.now();
    for await (const outcome of reader.read(readFileSync(path), source))
      if (outcome.ok) readings.push(outcome.reading);
    ms += performance.now() - started;
  }
  return { readings, ms };
}
