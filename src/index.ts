/**
 * @module
 * Demarche as a library.
 *
 * ```ts
 * import { createReader } from 'demarche';
 *
 * const reader = createReader();
 * for await (const outcome of reader.read('The two ministers met in Lima on Friday.', { published: '2024-11-16' })) {
 *   if (outcome.ok) console.log(outcome.reading.events);
 *   else console.error(outcome.error.message);
 * }
 * ```
 */

export type { Actor } from './actor/actor.js';
export type { Article } from './article/article.js';
export type { ArticleSource, InputError } from './article/index.js';
export type { Dispute } from './dispute/dispute.js';
export type { Event } from './event/event.js';
export type { LogEntry, Note } from './log.js';
export type { Place } from './place/place.js';
export { type Annotation, annotationsOf } from './reading/format/json.js';
export {
  createReader,
  type Fault,
  type Reader,
  type ReaderOptions,
  type ReadOutcome,
} from './reading/index.js';
export type { Reading } from './reading/reading.js';
export { readingSchema } from './reading/schema.js';
export type { Span } from './span.js';
export type { Statement } from './speech/statement.js';
export type { NamedText, TableFile } from './table-file.js';
export type { Time } from './time/timex3.js';
