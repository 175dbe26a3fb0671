/**
 * @module
 * Reports in, Readings out. `createReader` loads everything once; reading itself touches no file, no clock
 * and no network.
 */

import type { Fault } from '../actor/index.js';
import type { Article } from '../article/article.js';
import {
  type ArticleOutcome,
  type ArticleSource,
  articleFromJsonLine,
  type InputError,
  loadArticles,
  readArticles,
} from '../article/index.js';
import type { LogEntry, Note } from '../log.js';
import { type Layers, loadLayers, noLayers } from './layers.js';
import { madeBy } from './made.js';
import type { Reading } from './reading.js';
import { faultsOf, type ReaderOptions, readTables } from './tables.js';

export type { Fault } from '../actor/index.js';
export type { ReaderOptions } from './tables.js';

/** One report: its Reading, or why it could not be read. Bad input is a value, never thrown. */
export type ReadOutcome =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly error: InputError };

export interface Reader {
  /** Lines of the user's actor tables that could not be taken, each with its file, and why. */
  readonly faults: readonly Fault[];
  /**
   * Reads a file's bytes, or text as such. A feed or JSON lines hold several reports: one outcome each,
   * made as they are asked for.
   */
  read(input: Uint8Array | string, source?: Partial<ArticleSource>): AsyncIterable<ReadOutcome>;
  /** Reads one line of JSON lines: `{ id?, text | html, url?, published?, outlet? }`. */
  readJsonLine(line: string, source: ArticleSource & { readonly line: number }): Promise<ReadOutcome>;
  /** Reads an Article again that another version of the program read; what was told of its page is kept. */
  readAgain(before: Reading): Promise<Reading>;
}

/**
 * Loads lexicons, gazetteers and the model. Throws an Error naming file and entry when data or one of the user's
 * tables is damaged; a line of an actor table that cannot be taken is skipped and told in `faults`.
 */
export function createReader(options: ReaderOptions = {}): Reader {
  const articles = loadArticles();
  const tables = readTables(options);
  const faults = faultsOf(tables);
  const made = madeBy(tables);
  // The readers' data are loaded when the first English report comes: metadata alone needs none of it.
  let layersOf: ReturnType<typeof loadLayers> | undefined;

  const layersFor = (article: Article): Layers | Promise<Layers> => {
    if (article.language !== 'en') return noLayers;
    layersOf ??= loadLayers(tables);
    return layersOf(article);
  };
  const readingOf = async (outcome: ArticleOutcome): Promise<ReadOutcome> => {
    if (!outcome.ok) return outcome;
    const { article, notes, log } = outcome;
    return { ok: true, reading: assemble(article, await layersFor(article), notes, log, made) };
  };

  return {
    faults,
    async *read(input, source = {}) {
      const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
      for (const outcome of readArticles(bytes, { from: 'text', ...source }, articles)) {
        yield await readingOf(outcome);
      }
    },
    readJsonLine: async (line, source) => readingOf(articleFromJsonLine(line, source, articles)),
    async readAgain({ article, notes, log }) {
      const ofPage = notes.filter(({ kind }) => kind.startsWith('article/'));
      const logged = log.filter(({ stage }) => stage === 'article');
      return assemble(article, await layersFor(article), ofPage, logged, made);
    },
  };
}

function assemble(
  article: Reading['article'],
  layers: Layers,
  notes: readonly Note[],
  log: readonly LogEntry[],
  made: Reading['made'],
): Reading {
  return {
    article,
    sentences: [...layers.sentences],
    times: [...layers.times],
    places: [...layers.places],
    actors: [...layers.actors],
    statements: [...layers.statements],
    events: [...layers.events],
    disputes: [...layers.disputes],
    notes: [...notes, ...layers.notes],
    log: [...log, ...layers.log],
    made,
  };
}
