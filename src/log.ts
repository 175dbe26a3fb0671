/** What was skipped or could not be read, and why. Part of the Reading: never silent, never printed. */
import { z } from 'zod';
import { Span } from './span.js';

export const Stage = z.enum([
  'article',
  'language',
  'time',
  'place',
  'actor',
  'speech',
  'event',
  'dispute',
  'reading',
]);
export type Stage = z.infer<typeof Stage>;

export const LogEntry = z.object({
  /** `stage/what`, e.g. `time/no-anchor`; codes are permanent. */
  code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  stage: Stage,
  /** One sentence for a person, naming what was found. */
  message: z.string(),
  span: Span.optional(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** A contradiction or oddity in the report itself, e.g. two dates of publication. */
export const Note = z.object({
  /** `stage/what`, e.g. `article/two-dates`. */
  kind: z.string(),
  message: z.string(),
  spans: z.array(Span),
});
export type Note = z.infer<typeof Note>;
