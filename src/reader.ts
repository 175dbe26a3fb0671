import type { Doc } from './language/doc.js';
import type { LogEntry, Note } from './log.js';

/** What a reader gives back: its layer, and what it skipped or found odd. */
export interface Layer<T> {
  readonly layer: readonly T[];
  readonly log: readonly LogEntry[];
  readonly notes?: readonly Note[];
}

/**
 * A reader: loaded once with its data, then a pure function of the Doc and the layers before it. It
 * touches no file, clock or network while it reads.
 */
export type Reader<Before, T> = (doc: Doc, before: Before) => Layer<T>;
