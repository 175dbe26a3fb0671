/** The work of an addition: inputs or what is new in a feed, through the readers into the record. */
import { fetchArticleBytes } from '../../article/index.js';
import { inOrder } from '../../in-order.js';
import { fileStream, type IntakeSums, type Taken } from '../../record/add/intake.js';
import { dueOf, pollInto } from '../../record/add/polls.js';
import { type Step, stepsOf, takerOf } from '../../record/add/taking.js';
import { articleKey } from '../../record/filing/ids.js';
import type { Record } from '../../record/record.js';
import { createWatcher, newState, systemClock, type Watcher } from '../../watch/index.js';
import { type Addition, noteFailed, noteReport } from './addition.js';
import type { AdditionOptions, Wanted } from './additions.js';

export interface Work {
  readonly addition: Addition;
  readonly signal: AbortSignal;
}

/** Looks at feeds; one for all, so that no host is asked twice at once. */
export type FeedLooker = Watcher;

/** A person waits: shorter pauses between two pages of a host than when feeds are watched by the day. */
const PAUSE = 1000;

export const createLooker = ({ db }: Record, allowPrivate: boolean): FeedLooker =>
  createWatcher({
    clock: systemClock,
    fetch: fetchArticleBytes,
    allowPrivate,
    pause: PAUSE,
    isRead: async (url) =>
      (await db.selectFrom('article').select('id').where('url', '=', url).limit(1).execute()).length > 0,
  });

/** After so many reports an embedded record is tidied up. */
const MANY = 500;

export async function addInputs(
  options: AdditionOptions,
  { addition, signal }: Work,
  { inputs, source, lines }: Extract<Wanted, { kind: 'inputs' }>,
): Promise<void> {
  const { record, pool, allowPrivate } = options;
  const steps = stepsOf(record.db, inputs, {
    source,
    allowPrivate,
    lines: lines !== undefined,
    stopped: () => signal.aborted,
  });
  const taken = notedBy(inOrder(steps, pool.ahead, takerOf(pool)), addition, lines !== undefined);
  const sums = await fileStream(record, taken, (filed) => {
    sumUp(addition, filed);
    options.tell(addition);
    void options.changed();
  });
  sumUp(addition, sums);
  await options.changed();
  if (sums.filed >= MANY) await record.tidy();
}

async function* notedBy(
  taken: AsyncIterable<Taken & { readonly step: Step }>,
  addition: Addition,
  byLines: boolean,
): AsyncGenerator<Taken> {
  for await (const each of taken) {
    note(addition, each.outcomes);
    if (byLines ? each.step.report !== undefined : each.step.ended !== undefined) addition.done++;
    yield each;
  }
}

function note(addition: Addition, outcomes: Taken['outcomes']): void {
  for (const outcome of outcomes) {
    if (outcome.ok) {
      const { id, headline } = outcome.reading.article;
      noteReport(addition, { id: articleKey(id), headline });
    } else {
      const { from, place, code, message } = outcome.error;
      noteFailed(addition, { origin: from, ...(place === undefined ? {} : { place }), code, message });
    }
  }
}

const sumUp = (addition: Addition, { filed, known }: IntakeSums): void => {
  addition.filed = filed;
  addition.known = known;
};

/** What is new in it since the last look, from wherever that was. */
export async function addFeed(
  options: AdditionOptions,
  { addition, signal }: Work,
  url: string,
): Promise<void> {
  const { record, pool, looker } = options;
  const source = { url };
  const [due] = await dueOf(record.db, [source]);
  // A person asks now: that it was looked at a minute ago is no reason to wait.
  const state = { ...(due?.state ?? newState), dueAt: 0 };
  const noting: Record = {
    ...record,
    file: (batch) => {
      note(
        addition,
        batch.readings.map((reading) => ({ ok: true, reading })),
      );
      note(
        addition,
        batch.failures.map((error) => ({ ok: false, error })),
      );
      return record.file(batch);
    },
  };
  const { polled, ...sums } = await pollInto(noting, pool, looker, { source, state }, signal);
  if (polled.outcome === 'failed')
    noteFailed(addition, { origin: url, code: 'desk/feed', message: polled.message ?? 'It gave no reason.' });
  sumUp(addition, sums);
  addition.done = 1;
  await options.changed();
}
