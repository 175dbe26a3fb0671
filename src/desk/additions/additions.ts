/** What people add is read and filed one after the other, while they look on. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { ArticleSource } from '../../article/index.js';
import type { Input } from '../../input/index.js';
import type { Pool } from '../../reading/pool.js';
import type { Record } from '../../record/record.js';
import { RecordError } from '../../record/store/error.js';
import { fail } from '../api/problem.js';
import type { Addition } from './addition.js';
import { addFeed, addInputs, type FeedLooker, type Work } from './work.js';

export type Wanted =
  | {
      readonly kind: 'inputs';
      readonly inputs: readonly Input[];
      /** What is said of reports that don't say it themselves. */
      readonly source: Partial<ArticleSource>;
      /** The input is JSON lines, so many. */
      readonly lines?: number;
      /** Where uploads lie; removed when they are through. */
      readonly folder?: string;
    }
  | { readonly kind: 'feed'; readonly url: string };

export interface Additions {
  /** @throws ProblemError where too many wait. */
  add(what: string, wanted: Wanted): Addition;
  /** The newest first. */
  list(): readonly Addition[];
  find(id: string): Addition | undefined;
  /** After the reports in hand. */
  stop(id: string): void;
  readonly waiting: number;
  /** Those in hand end, those that wait do not begin. */
  end(): Promise<void>;
}

export interface AdditionOptions {
  readonly record: Record;
  readonly pool: Pool;
  readonly allowPrivate: boolean;
  readonly looker: FeedLooker;
  /** The record was written to. */
  readonly changed: () => Promise<unknown>;
  readonly tell: (addition: Addition) => void;
}

/** So many wait at most, and of those that are through so many are remembered. */
const WAITING = 100;
const REMEMBERED = 200;

export function createAdditions(options: AdditionOptions): Additions {
  const all = new Map<string, { readonly addition: Addition; readonly control: AbortController }>();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;

  const begin = async (addition: Addition, wanted: Wanted, { signal }: AbortController): Promise<void> => {
    if (!signal.aborted) {
      addition.state = 'running';
      options.tell(addition);
      await work(options, { addition, signal }, wanted);
    }
    addition.state = signal.aborted || addition.error !== undefined ? 'stopped' : 'done';
    if (wanted.kind === 'inputs' && wanted.folder !== undefined)
      await rm(wanted.folder, { recursive: true, force: true });
    waiting--;
    options.tell(addition);
  };

  return {
    add(what, wanted) {
      if (waiting >= WAITING)
        throw fail(
          429,
          'desk/too-many',
          'Too many additions wait to be read; try again when some are through.',
        );
      const addition = newAddition(what, wanted);
      const control = new AbortController();
      all.set(addition.id, { addition, control });
      forget(all);
      waiting++;
      last = last.then(() => begin(addition, wanted, control));
      return addition;
    },
    list: () => [...all.values()].map(({ addition }) => addition).reverse(),
    find: (id) => all.get(id)?.addition,
    stop: (id) => all.get(id)?.control.abort(),
    get waiting() {
      return waiting;
    },
    async end() {
      for (const { control } of all.values()) control.abort();
      await last;
    },
  };
}

const newAddition = (what: string, wanted: Wanted): Addition => ({
  id: randomBytes(6).toString('hex'),
  state: 'waiting',
  what: what.slice(0, 300),
  added: new Date().toISOString(),
  ...(wanted.kind === 'feed' ? {} : { total: wanted.lines ?? wanted.inputs.length }),
  done: 0,
  read: 0,
  filed: 0,
  known: 0,
  failures: 0,
  failed: [],
  reports: [],
});

/** Those that are through, the oldest first. */
function forget(all: Map<string, { readonly addition: Addition }>): void {
  for (const [id, { addition }] of all) {
    if (all.size <= REMEMBERED) return;
    if (addition.state === 'done' || addition.state === 'stopped') all.delete(id);
  }
}

/** Never rejects: what goes wrong is told in the addition. */
async function work(options: AdditionOptions, doing: Work, wanted: Wanted): Promise<void> {
  const { addition, signal } = doing;
  try {
    if (wanted.kind === 'feed') await addFeed(options, doing, wanted.url);
    else await addInputs(options, doing, wanted);
  } catch (error) {
    if (signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    addition.error =
      error instanceof RecordError ? { code: error.code, message } : { code: 'desk/fault', message };
  }
}
