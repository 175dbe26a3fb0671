/** The stream of read reports goes into the record in batches; what was filed stays filed whatever happens then. */
import type { InputError } from '../../article/index.js';
import type { ReadOutcome } from '../../reading/index.js';
import type { Reading } from '../../reading/reading.js';
import type { Record } from '../record.js';

/** How far an input was read when this came. */
export interface Progressed {
  /** Path, size and time of change: another file under the same name is another input. */
  readonly input: string;
  readonly position: number;
  readonly whole: boolean;
}

export interface Taken {
  readonly outcomes: readonly ReadOutcome[];
  /** The input, or the input and the place in it, that was read: earlier failures of it are past. */
  readonly read?: string;
  readonly progressed?: Progressed;
}

/** What is filed in one transaction. */
export interface Batch {
  readonly readings: readonly Reading[];
  readonly failures: readonly InputError[];
  /** As in `Taken`. */
  readonly read: readonly string[];
  readonly progressed: readonly Progressed[];
  /** The look at a watched source that brought these. */
  readonly polled?: Polled;
}

/** What a look at a watched source gave, and what is known of it for the next. */
export interface Polled {
  readonly source: string;
  readonly outcome: 'ok' | 'unchanged' | 'failed';
  readonly message?: string;
  readonly found: number;
  readonly state: unknown;
  /** When it is to be looked at again; milliseconds since 1970. */
  readonly nextAt: number;
}

export interface IntakeSums {
  readonly filed: number;
  readonly known: number;
  readonly failed: number;
}

/** Reports filed at once: enough to share a transaction's cost, few enough to lose little work when the machine dies. */
const MOST = 24;
/** Milliseconds after which a smaller batch is filed too. */
const PATIENCE = 1000;

/** Readings alone, which come from no input. */
export const batchOf = (readings: readonly Reading[]): Batch => ({
  ...emptyBatch(),
  readings: [...readings],
});

/**
 * Files all that comes, in order. `onFiled` is told after each transaction. The last batch is filed when the stream ends,
 * also where it ends early. @throws RecordError as `Record.file` does; what came before it is filed.
 */
export async function fileStream(
  record: Pick<Record, 'file'>,
  stream: AsyncIterable<Taken>,
  onFiled: (sums: IntakeSums) => void = () => {},
): Promise<IntakeSums> {
  const sums = { filed: 0, known: 0, failed: 0 };
  let batch = emptyBatch();
  let since = performance.now();
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = emptyBatch();
    since = performance.now();
    if (full.readings.length + full.failures.length + full.progressed.length === 0) return;
    const { filed, known } = await record.file(full);
    sums.filed += filed;
    sums.known += known;
    sums.failed += full.failures.length;
    onFiled({ ...sums });
  };
  for await (const { outcomes, read, progressed } of stream) {
    for (const outcome of outcomes) {
      if (outcome.ok) batch.readings.push(outcome.reading);
      else batch.failures.push(outcome.error);
    }
    if (read !== undefined) batch.read.push(read);
    if (progressed !== undefined) batch.progressed.push(progressed);
    if (batch.readings.length >= MOST || performance.now() - since > PATIENCE) await flush();
  }
  await flush();
  return sums;
}

const emptyBatch = () => ({
  readings: [] as Reading[],
  failures: [] as InputError[],
  read: [] as string[],
  progressed: [] as Progressed[],
});
